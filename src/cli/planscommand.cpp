// SPDX-License-Identifier: GPL-3.0-or-later
// A person's prepared plans: the list, computed anew; adding and removing.
#include "analysis/plantoday.h"
#include "cli/bookinput.h"
#include "cli/commands.h"
#include "cli/datadirectory.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/inwords.h"
#include "cli/optionvalues.h"
#include "cli/terminal.h"

#include <QtCore/QUuid>

#include <cstdio>

namespace plimsoll::cli {

namespace {

using analysis::PlanToday;
using margin::PreparedPlan;
using wire::JsonWriter;

/// A plan beside what it would do; nothing of it where its account is not there any more.
struct CheckedPlan {
    PreparedPlan plan;
    std::optional<PlanToday> today;
};

std::string_view standingWord(const CheckedPlan &checked)
{
    return checked.today ? analysis::planStandingWord(checked.today->standing) : "no_account";
}

void writePlan(JsonWriter &json, const CheckedPlan &checked)
{
    const PreparedPlan &plan = checked.plan;
    const auto after = checked.today ? checked.today->after : std::nullopt;
    json.beginObject();
    json.key("id").string(plan.id);
    json.key("account").string(plan.account);
    json.key("name").string(plan.name);
    json.key("way").string(margin::wayWord(plan.way));
    json.key("asset").string(plan.asset);
    json.key("amount").decimal(plan.amount);
    json.key("source").string(plan.source);
    json.key("standing").string(standingWord(checked));
    json.key("needed").decimal(checked.today ? checked.today->needed : std::nullopt);
    json.key("sourceFree").decimal(checked.today ? checked.today->free : std::nullopt);
    json.key("status");
    after ? json.string(margin::statusWord(after->status)) : json.null();
    json.key("marginLevel").decimal(after ? after->level : std::nullopt);
    json.key("because");
    checked.today &&checked.today->refusal ? json.string(checked.today->refusal->message()) : json.null();
    json.endObject();
}

std::string plansJson(const std::vector<CheckedPlan> &plans)
{
    JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-plans");
    json.key("version").integer(1);
    json.key("plans").beginArray();
    for (const CheckedPlan &plan : plans) {
        writePlan(json, plan);
    }
    json.endArray();
    json.endObject();
    return json.text();
}

std::string sourceCell(const PreparedPlan &plan)
{
    return plan.way == margin::Way::SellAndRepay ? "-" : plan.source.empty() ? "outside" : plan.source;
}

std::string plansTable(const std::vector<CheckedPlan> &plans)
{
    if (plans.empty()) {
        return "no plans are prepared";
    }
    Table table({"account", "name", "way", "amount", "from", "now", "needed today", "level then"}, "lllrllrr");
    for (const CheckedPlan &checked : plans) {
        const PreparedPlan &plan = checked.plan;
        const auto needed = checked.today ? checked.today->needed : std::nullopt;
        const auto after = checked.today ? checked.today->after : std::nullopt;
        table.add({plan.account, plan.name, inWords(margin::wayWord(plan.way)),
                   plan.amount.toString() + " " + plan.asset, sourceCell(plan), inWords(standingWord(checked)),
                   needed ? needed->toString() + " " + plan.asset : "-", after ? levelCell(*after) : "-"});
    }
    std::string text = table.text();
    for (const CheckedPlan &checked : plans) {
        if (checked.today && checked.today->refusal) {
            text += printable(checked.plan.name + ": " + checked.today->refusal->message()) + "\n";
        }
    }
    text.pop_back();
    return text;
}

// Plans of the data directory, of one account where --account names it.
Result<std::vector<PreparedPlan>> storedPlans(const Arguments &arguments)
{
    auto storage = openStorage(arguments);
    if (!storage) {
        return storage.error();
    }
    const auto portfolio = (*storage)->loadPortfolio();
    if (!portfolio) {
        return portfolio.error();
    }
    const std::string id = arguments.value("account");
    if (!id.empty() && portfolio->account(id) == nullptr) {
        return Error {ErrorCode::NotFound, "--account", "there is no account \"" + id + "\""};
    }
    auto plans = (*storage)->plans();
    if (plans && !id.empty()) {
        std::erase_if(plans.value(), [&id](const PreparedPlan &plan) { return plan.account != id; });
    }
    return plans;
}

// What the plans bring has a price here, whether or not their account holds any of it.
void addPairs(const std::vector<PreparedPlan> &plans, const margin::Portfolio &portfolio, margin::QuoteBoard &board)
{
    for (const PreparedPlan &plan : plans) {
        if (const margin::Account *account = portfolio.account(plan.account)) {
            board.internRate(plan.asset, account->quoteAsset);
        }
    }
}

// The plan that the options describe. Errors: Malformed and those of margin::validated(), the option as place.
Result<PreparedPlan> planOf(const Arguments &arguments)
{
    for (const char *needed : {"account", "name", "way", "asset", "amount"}) {
        if (!arguments.has(needed)) {
            return Error {ErrorCode::Malformed, {}, std::string("plan add needs --") + needed};
        }
    }
    const auto way = margin::wayFromWord(arguments.value("way"));
    if (!way) {
        return Error {ErrorCode::Malformed, "--way", "deposit, repay, sell_and_repay or move"};
    }
    const auto amount = decimalOption(arguments, "amount", margin::Decimal());
    if (!amount) {
        return amount.error();
    }
    auto plan = margin::validated({QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString(),
                                   arguments.value("account"), arguments.value("name"), *way, arguments.value("asset"),
                                   *amount, arguments.value("from")});
    if (!plan) {
        const std::string place = plan.error().place == "source" ? "from" : plan.error().place;
        return Error {plan.error().code, "--" + place, plan.error().detail};
    }
    return plan;
}

// Whom the plan names must be there when it is made.
Result<Done> knowsItsNames(const PreparedPlan &plan, const margin::Portfolio &portfolio)
{
    if (portfolio.account(plan.account) == nullptr) {
        return Error {ErrorCode::NotFound, "--account", "there is no account \"" + plan.account + "\""};
    }
    const bool isMove = plan.way == margin::Way::Move;
    const bool knowsSource = plan.source.empty()
        || (isMove ? portfolio.account(plan.source) != nullptr : portfolio.wallet(plan.source) != nullptr);
    return knowsSource
        ? Result<Done>(Done {})
        : Error {ErrorCode::NotFound, "--from",
                 std::string("there is no ") + (isMove ? "account" : "wallet") + " \"" + plan.source + "\""};
}

int addPlan(const Arguments &arguments)
{
    const auto plan = planOf(arguments);
    if (!plan) {
        fail(plan.error());
        return kUsage;
    }
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto portfolio = (*storage)->loadPortfolio();
    if (!portfolio) {
        return fail(portfolio.error());
    }
    if (const auto known = knowsItsNames(*plan, *portfolio); !known) {
        return fail(known.error());
    }
    if (const auto saved = (*storage)->savePlan(*plan); !saved) {
        return fail(saved.error());
    }
    return writeLine(plan->id) ? kOk : kInputOutput;
}

int removePlan(const Arguments &arguments)
{
    auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    const auto removed = (*storage)->removePlan(arguments.operands.back());
    return removed ? kOk : fail(removed.error());
}

} // namespace

int planCommand(const Arguments &arguments)
{
    const std::string &what = arguments.operands.front();
    if (what == "add" && arguments.operands.size() == 1) {
        return addPlan(arguments);
    }
    if (what == "remove" && arguments.operands.size() == 2) {
        return removePlan(arguments);
    }
    std::fputs("plimsoll-cli: plan add --account ID --name N --way W --asset A --amount X ..., or plan remove ID\n",
               stderr);
    return kUsage;
}

int plansCommand(const Arguments &arguments)
{
    const auto plans = storedPlans(arguments);
    if (!plans) {
        return fail(plans.error());
    }
    if (plans->empty()) { // no price is needed to say so
        return writeLine(arguments.has("json") ? plansJson({}) : plansTable({})) ? kOk : kInputOutput;
    }
    BookInput book;
    const auto more = [&plans](const margin::Portfolio &portfolio, margin::QuoteBoard &board) {
        addPairs(*plans, portfolio, board);
    };
    const int code = readBook(arguments, book, more);
    if (code == kFeedUnavailable) { // what is stored is listed all the same
        book.rates = book.board.freeze();
    } else if (code != kOk) {
        return code;
    }
    std::vector<CheckedPlan> checked;
    for (const PreparedPlan &plan : *plans) {
        const auto today = analysis::planToday(book.portfolio, *book.rates, plan);
        checked.push_back({plan, today ? std::optional(*today) : std::nullopt});
    }
    return writeLine(arguments.has("json") ? plansJson(checked) : plansTable(checked)) ? code : kInputOutput;
}

} // namespace plimsoll::cli
