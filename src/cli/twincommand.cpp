// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bookinput.h"
#include "cli/changeoptions.h"
#include "cli/commands.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/inwords.h"
#include "cli/terminal.h"
#include "cli/twinjson.h"
#include "cli/twinreplay.h"

#include <optional>

namespace plimsoll::cli {

namespace {

using analysis::Twin;
using analysis::Twins;
using margin::Account;

// The accounts of every twin at today's prices.
std::vector<std::vector<EvaluatedAccount>> evaluated(const Twins &twins, const margin::Rates &rates)
{
    std::vector<std::vector<EvaluatedAccount>> all;
    for (const Twin &twin : twins.twins) {
        auto &accounts = all.emplace_back();
        for (const Account &account : twin.accounts) {
            accounts.push_back({account, margin::assess(account, rates)});
        }
    }
    return all;
}

std::string twinJson(const std::vector<Account> &accounts, const Twins &twins,
                     const std::vector<std::vector<EvaluatedAccount>> &evaluations)
{
    wire::JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-twin");
    json.key("version").integer(1);
    json.key("twins").beginArray();
    for (std::size_t i = 0; i < twins.twins.size(); ++i) {
        const Twin &twin = twins.twins[i];
        json.beginObject();
        writeTwin(json, accounts, twin);
        json.key("accounts");
        writeAccounts(json, evaluations[i]);
        json.endObject();
    }
    json.endArray();
    writeWithout(json, accounts, twins.without);
    json.endObject();
    return json.text();
}

std::string twinTable(const std::vector<Account> &accounts, const Twins &twins,
                      const std::vector<std::vector<EvaluatedAccount>> &evaluations)
{
    std::string text;
    for (std::size_t i = 0; i < twins.twins.size(); ++i) {
        const Twin &twin = twins.twins[i];
        std::string names;
        for (const std::size_t index : twin.of) {
            names += (names.empty() ? "" : ", ") + accounts[index].id;
        }
        text += printable(names + " as " + std::string(margin::marginModeWord(twin.mode))
                          + (twin.exact ? "" : " (the cash does not suffice: levels differ)"))
            + "\n" + evaluationTable(evaluations[i]) + "\n";
    }
    for (const analysis::WithoutTwin &without : twins.without) {
        text += printable(accounts[without.account].id) + ": no twin, " + inWords(analysis::noTwinWord(without.because))
            + "\n";
    }
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    return text;
}

} // namespace

int twinCommand(const Arguments &arguments)
{
    const auto bars = barsOption(arguments);
    if (!bars) {
        fail(bars.error());
        return kUsage;
    }
    if (arguments.has("klines") || arguments.has("history")) {
        return twinReplayCommand(arguments, *bars);
    }
    if (arguments.has("from") || arguments.has("to")) {
        fail({ErrorCode::Malformed, {}, "--from and --to go with --history"});
        return kUsage;
    }
    BookInput book;
    if (const int code = readBook(arguments, book); code != kOk) {
        return code;
    }
    const auto rates = book.rates;
    const auto twins = analysis::twinsOf(book.portfolio.accounts, *rates, *bars);
    if (!twins) {
        return fail(twins.error());
    }
    const auto evaluations = evaluated(*twins, *rates);
    for (const auto &accounts : evaluations) {
        if (const auto fits = inRange(accounts); !fits) {
            return fail(fits.error());
        }
    }
    const auto &accounts = book.portfolio.accounts;
    return writeLine(arguments.has("json") ? twinJson(accounts, *twins, evaluations)
                                           : twinTable(accounts, *twins, evaluations))
        ? kOk
        : kInputOutput;
}

} // namespace plimsoll::cli
