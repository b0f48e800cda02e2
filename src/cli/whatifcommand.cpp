// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/whatif.h"
#include "cli/bookinput.h"
#include "cli/changeoptions.h"
#include "cli/commands.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/inputfile.h"
#include "cli/outputfile.h"
#include "cli/terminal.h"
#include "wire/scenariofile.h"

#include <cstdio>

namespace plimsoll::cli {

namespace {

using analysis::Changes;
using analysis::WhatIf;
using margin::Rounding;

std::string whatIfJson(const WhatIf &answer)
{
    wire::JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-what-if");
    json.key("version").integer(1);
    json.key("before");
    writeAccounts(json, answer.before);
    json.key("after");
    writeAccounts(json, answer.after);
    json.endObject();
    return json.text();
}

std::string statusCell(const EvaluatedAccount &before, const EvaluatedAccount &after)
{
    const std::string now(margin::statusWord(before.assessment.status));
    const std::string then(margin::statusWord(after.assessment.status));
    return now == then ? now : now + " > " + then;
}

std::string whatIfTable(const WhatIf &answer)
{
    Table table({"account", "status", "level", "after", "equity", "after", "call", "after", "liquidation", "after"},
                "llrrrrllll");
    std::string missing;
    for (std::size_t i = 0; i < answer.after.size(); ++i) {
        const margin::Assessment &before = answer.before[i].assessment;
        const margin::Assessment &after = answer.after[i].assessment;
        const std::string &unit = answer.after[i].account.quoteAsset;
        table.add({answer.after[i].account.id, statusCell(answer.before[i], answer.after[i]), levelCell(before),
                   levelCell(after), moneyCell(before.equity, unit, Rounding::Down),
                   moneyCell(after.equity, unit, Rounding::Down), barPriceCell(before.marginCallPrices),
                   barPriceCell(after.marginCallPrices), barPriceCell(before.liquidationPrices),
                   barPriceCell(after.liquidationPrices)});
        missing += missingPriceLine(answer.after[i].account, after);
    }
    return "not real: what would be\n" + table.text() + missing;
}

// The changes of --scenario with those of the options on top. Returns an exit code.
int readChanges(const Arguments &arguments, Changes &changes)
{
    auto own = changesOf(arguments);
    if (!own) {
        fail(own.error());
        return kUsage;
    }
    if (!arguments.has("scenario")) {
        changes = std::move(own).value();
        return kOk;
    }
    auto stored = readScenario(arguments.value("scenario"));
    if (!stored) {
        return fail(stored.error());
    }
    changes = analysis::merged(std::move(stored).value(), *own);
    return kOk;
}

int save(const Arguments &arguments, Changes changes)
{
    if (!arguments.has("save")) {
        return kOk;
    }
    const std::string path = arguments.value("save");
    if (changes.name.empty()) {
        changes.name = nameOfFile(path);
    }
    return writeFile(path, wire::writeScenario(changes));
}

} // namespace

int whatIfCommand(const Arguments &arguments)
{
    Changes changes;
    if (const int code = readChanges(arguments, changes); code != kOk) {
        return code;
    }
    BookInput book;
    const int code = readBook(arguments, book,
                              [&changes](const margin::Portfolio &portfolio, margin::QuoteBoard &board) {
                                  analysis::internPairs(board, portfolio.accounts, changes);
                              });
    if (code != kOk) {
        return code;
    }
    const auto answer = analysis::whatIf(book.portfolio.accounts, std::move(book.board), changes);
    if (!answer) {
        return fail(answer.error());
    }
    for (const auto *list : {&answer->before, &answer->after}) {
        if (const auto fits = inRange(*list); !fits) {
            return fail(fits.error());
        }
    }
    for (const std::string &symbol : answer->unusedPrices) {
        std::fputs(("plimsoll-cli: " + printable("no account's price depends on " + symbol) + "\n").c_str(), stderr);
    }
    if (const int saved = save(arguments, std::move(changes)); saved != kOk) {
        return saved;
    }
    return writeLine(arguments.has("json") ? whatIfJson(*answer) : whatIfTable(*answer)) ? kOk : kInputOutput;
}

} // namespace plimsoll::cli
