// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/heatmap.h"
#include "analysis/pricemove.h"
#include "cli/bookinput.h"
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/shockoptions.h"
#include "cli/terminal.h"
#include "wire/jsonwriter.h"

#include <algorithm>

namespace plimsoll::cli {

namespace {

using analysis::HeatMap;
using margin::Account;

constexpr std::size_t kMostJudgements = 2'000'000; // a document of some 200 MB

// One line: indented, half of a large map would be blanks.
std::string heatMapJson(const std::vector<Account> &accounts, const std::vector<HeatMap> &maps,
                        const analysis::HeatMapAxes &axes)
{
    wire::JsonWriter json;
    json.beginObject();
    json.key("format").string("plimsoll-heat-map");
    json.key("version").integer(1);
    json.key("x").string(axes.x);
    json.key("y").string(axes.y);
    json.key("cells").beginArray();
    std::size_t cell = 0;
    for (const margin::Decimal y : axes.yShocks) {
        for (const margin::Decimal x : axes.xShocks) {
            json.beginObject();
            json.key("x").decimal(x);
            json.key("y").decimal(y);
            json.key("accounts").beginArray();
            for (std::size_t i = 0; i < maps.size(); ++i) {
                json.beginObject();
                json.key("id").string(accounts[i].id);
                json.key("status").string(margin::statusWord(maps[i].cells[cell].status));
                json.key("marginLevel").decimal(maps[i].cells[cell].level);
                json.endObject();
            }
            json.endArray().endObject();
            ++cell;
        }
    }
    json.endArray();
    json.endObject();
    return json.text();
}

// The account that is asked about, or all.
Result<std::vector<Account>> chosen(const Arguments &arguments, std::vector<Account> accounts)
{
    if (!arguments.has("account")) {
        return accounts;
    }
    const auto found = std::ranges::find(accounts, arguments.value("account"), &Account::id);
    if (found == accounts.end()) {
        return Error {ErrorCode::NotFound, "--account", "there is no account \"" + arguments.value("account") + "\""};
    }
    return std::vector<Account> {*found};
}

Result<Done> checkAxes(const Arguments &arguments, const std::vector<Account> &accounts)
{
    for (const char *option : {"x", "y"}) {
        if (!analysis::isUsed(accounts, arguments.value(option))) {
            return Error {ErrorCode::NotFound, std::string("--") + option,
                          "no account holds or owes \"" + arguments.value(option) + "\""};
        }
    }
    return Done {};
}

int usageError(const char *option, const char *detail)
{
    fail({ErrorCode::Malformed, option, detail});
    return kUsage;
}

} // namespace

int heatMapCommand(const Arguments &arguments)
{
    const auto shocks = heatMapShocks(arguments);
    if (!shocks) {
        fail(shocks.error());
        return kUsage;
    }
    if (arguments.value("x") == arguments.value("y")) {
        return usageError("--y", "must be another asset than --x");
    }
    BookInput book;
    if (const int code = readBook(arguments, book); code != kOk) {
        return code;
    }
    if (const auto there = checkAxes(arguments, book.portfolio.accounts); !there) {
        return fail(there.error());
    }
    const auto accounts = chosen(arguments, book.portfolio.accounts);
    if (!accounts) {
        return fail(accounts.error());
    }
    if (shocks->size() * shocks->size() * accounts->size() > kMostJudgements) {
        return usageError("--cells", "so many cells of so many accounts are too many; choose fewer, or one --account");
    }
    const analysis::HeatMapAxes axes {arguments.value("x"), *shocks, arguments.value("y"), *shocks};
    const auto rates = book.rates;
    std::vector<HeatMap> maps;
    for (const Account &account : *accounts) {
        maps.push_back(*analysis::heatMap(account, *rates, axes));
    }
    return writeLine(heatMapJson(*accounts, maps, maps.empty() ? axes : maps.front().axes)) ? kOk : kInputOutput;
}

} // namespace plimsoll::cli
