// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done about a call: rescue, allocate.
#include "analysis/allocation.h"
#include "analysis/waysout.h"
#include "cli/bookinput.h"
#include "cli/commands.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/inwords.h"
#include "cli/optionvalues.h"
#include "cli/terminal.h"

namespace plimsoll::cli {

namespace {

using analysis::Allocation;
using analysis::WayOut;
using analysis::WaysOut;
using margin::Account;
using margin::Decimal;
using wire::JsonWriter;

void writeQuantities(JsonWriter &json, const char *key, const std::vector<analysis::Quantity> &quantities)
{
    json.key(key).beginArray();
    for (const analysis::Quantity &quantity : quantities) {
        json.beginObject();
        json.key("asset").string(quantity.asset);
        json.key("quantity").decimal(quantity.amount);
        json.endObject();
    }
    json.endArray();
}

void writeWay(JsonWriter &json, const WayOut &way)
{
    const bool sells = way.way == analysis::Way::SellAndRepay;
    json.beginObject();
    json.key("way").string(analysis::wayWord(way.way));
    if (!way.from.empty()) {
        json.key("from").string(way.from);
    }
    json.key("amount").decimal(way.amount);
    json.key("asset").string(way.asset);
    if (sells) {
        writeQuantities(json, "sell", way.sell);
    }
    if (sells || way.way == analysis::Way::Repay) {
        writeQuantities(json, "repay", way.repay);
    }
    json.key("status").string(margin::statusWord(way.assessment.status));
    json.key("marginLevel").decimal(way.assessment.level);
    writeBarPrices(json, "marginCallPrices", way.assessment.marginCallPrices);
    writeBarPrices(json, "liquidationPrices", way.assessment.liquidationPrices);
    json.key("interestSavedPerDay").decimal(way.interestSaved);
    if (way.giver) {
        json.key("fromMarginLevel").decimal(way.giver->level);
    }
    json.endObject();
}

std::string rescueJson(const std::string &account, const WaysOut &answer)
{
    JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-rescue");
    json.key("version").integer(1);
    json.key("account").string(account);
    json.key("target").decimal(answer.target);
    json.key("ways").beginArray();
    for (const WayOut &way : answer.ways) {
        writeWay(json, way);
    }
    json.endArray();
    json.endObject();
    return json.text();
}

std::string quantitiesText(const char *verb, const std::vector<analysis::Quantity> &quantities)
{
    std::string text;
    for (const analysis::Quantity &quantity : quantities) {
        text += (text.empty() ? std::string(verb) + " " : ", ") + quantityCell(quantity.amount) + " " + quantity.asset;
    }
    return text;
}

std::string rescueTable(const std::string &account, const WaysOut &answer)
{
    Table table({"way", "amount", "level", "call", "liquidation", "how"}, "lrrlll");
    for (const WayOut &way : answer.ways) {
        std::string how = way.from.empty() ? quantitiesText("sell", way.sell) : "from " + way.from;
        const std::string repaid = quantitiesText("repay", way.repay);
        how += (how.empty() || repaid.empty() ? "" : "; ") + repaid;
        table.add({inWords(analysis::wayWord(way.way)),
                   moneyCell(way.amount, way.asset, margin::Rounding::Up) + " " + way.asset, levelCell(way.assessment),
                   barPriceCell(way.assessment.marginCallPrices), barPriceCell(way.assessment.liquidationPrices),
                   how.empty() ? "-" : how});
    }
    return printable(account) + " to a level of " + answer.target.toString() + "\n" + table.text();
}

std::string allocationJson(const std::vector<Account> &accounts, const Allocation &answer)
{
    JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-allocate");
    json.key("version").integer(1);
    json.key("asset").string(answer.asset);
    json.key("by").string(analysis::allocateByWord(answer.by));
    json.key("before").decimal(answer.before);
    json.key("after").decimal(answer.after);
    json.key("amounts").beginArray();
    for (const analysis::AllocatedAmount &amount : answer.amounts) {
        json.beginObject();
        json.key("account").string(accounts[amount.account].id);
        json.key("asset").string(answer.asset);
        json.key("amount").decimal(amount.amount);
        json.endObject();
    }
    json.endArray();
    json.key("leftOut").beginArray();
    for (const analysis::AccountLeftOut &left : answer.leftOut) {
        json.beginObject();
        json.key("account").string(accounts[left.account].id);
        json.key("because").string(analysis::leftOutWord(left.because));
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.text();
}

std::string allocationTable(const std::vector<Account> &accounts, const Allocation &answer)
{
    Table table({"account", "amount"}, "lr");
    for (const analysis::AllocatedAmount &amount : answer.amounts) {
        table.add({accounts[amount.account].id, amount.amount.toString() + " " + answer.asset});
    }
    for (const analysis::AccountLeftOut &left : answer.leftOut) {
        table.add({accounts[left.account].id, inWords(analysis::leftOutWord(left.because))});
    }
    const std::string by = answer.by == analysis::AllocateBy::Repay ? ", by repaying: " : ": ";
    return "smallest distance to a call" + by + shareCell(answer.before) + " > " + shareCell(answer.after) + "\n"
        + table.text();
}

} // namespace

int rescueCommand(const Arguments &arguments)
{
    std::optional<Decimal> target;
    if (arguments.has("target")) {
        const auto value = decimalOption(arguments, "target", Decimal());
        if (!value || !value->isPositive()) {
            fail(value ? Error {ErrorCode::AmountNotPositive, "--target", "must be above 0"} : value.error());
            return kUsage;
        }
        target = *value;
    }
    BookInput book;
    const std::string id = arguments.value("account");
    const int code = readBook(arguments, book,
                              [&id](const margin::Portfolio &portfolio,
                                    margin::QuoteBoard &board) { // what others could give has a price here too
                                  const Account *account = portfolio.account(id);
                                  for (const Account &giver : portfolio.accounts) {
                                      for (const margin::Balance &balance : giver.balances) {
                                          board.internRate(balance.asset,
                                                           account != nullptr ? account->quoteAsset : giver.quoteAsset);
                                      }
                                  }
                              });
    if (code != kOk) {
        return code;
    }
    const auto answer = analysis::waysOut(book.portfolio.accounts, *book.rates, id, target);
    if (!answer) {
        return fail(answer.error());
    }
    return writeLine(arguments.has("json") ? rescueJson(id, *answer) : rescueTable(id, *answer)) ? kOk : kInputOutput;
}

int allocateCommand(const Arguments &arguments)
{
    const auto amount = decimalOption(arguments, "amount", Decimal());
    if (!amount || !amount->isPositive()) {
        fail(amount ? Error {ErrorCode::AmountNotPositive, "--amount", "must be above 0"} : amount.error());
        return kUsage;
    }
    const auto by = analysis::allocateByFromWord(arguments.value("by", "deposit"));
    if (!by) {
        fail({ErrorCode::Malformed, "--by", "deposit or repay"});
        return kUsage;
    }
    const std::string asset = arguments.value("asset", "USDT");
    BookInput book;
    const int code = readBook(arguments, book, [&asset](const margin::Portfolio &portfolio, margin::QuoteBoard &board) {
        for (const Account &account : portfolio.accounts) {
            if (account.accepts(asset)) {
                board.internRate(asset, account.quoteAsset);
            }
        }
    });
    if (code != kOk) {
        return code;
    }
    const auto answer = analysis::allocate(book.portfolio.accounts, *book.rates, asset, *amount, *by);
    if (!answer) {
        return fail(answer.error());
    }
    const auto &accounts = book.portfolio.accounts;
    return writeLine(arguments.has("json") ? allocationJson(accounts, *answer) : allocationTable(accounts, *answer))
        ? kOk
        : kInputOutput;
}

} // namespace plimsoll::cli
