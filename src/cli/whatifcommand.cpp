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
#include <optional>
#include <utility>

namespace plimsoll::cli {

namespace {

using analysis::Changes;
using analysis::WhatIf;
using margin::Rounding;

/// A second scenario over the same book at the same prices.
struct Compared {
    std::string name;
    WhatIf answer;
};

std::string whatIfJson(const WhatIf &answer, const std::optional<Compared> &compared)
{
    wire::JsonWriter json(2);
    json.beginObject();
    json.key("format").string("plimsoll-what-if");
    json.key("version").integer(1);
    json.key("before");
    writeAccounts(json, answer.before);
    json.key("after");
    writeAccounts(json, answer.after);
    if (compared) {
        json.key("compared").beginObject();
        json.key("name").string(compared->name);
        json.key("after");
        writeAccounts(json, compared->answer.after);
        json.endObject();
    }
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

// Two scenarios side by side.
std::string comparisonTable(const WhatIf &answer, const Compared &compared)
{
    const auto status = [](const EvaluatedAccount &account) {
        return std::string(margin::statusWord(account.assessment.status));
    };
    const std::string name = printable(compared.name);
    Table table({"account", "now", "level", "after", "level", name, "level"}, "llrlrlr");
    for (std::size_t i = 0; i < answer.after.size(); ++i) {
        const EvaluatedAccount &before = answer.before[i];
        const EvaluatedAccount &after = answer.after[i];
        const EvaluatedAccount &other = compared.answer.after[i];
        table.add({after.account.id, status(before), levelCell(before.assessment), status(after),
                   levelCell(after.assessment), status(other), levelCell(other.assessment)});
    }
    return "\n" + table.text();
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

// What each change needs a price for.
void internPairs(margin::QuoteBoard &board, const margin::Portfolio &portfolio, const Changes &changes,
                 const std::optional<Changes> &other)
{
    analysis::internPairs(board, portfolio.accounts, changes);
    if (other) {
        analysis::internPairs(board, portfolio.accounts, *other);
    }
}

// Answers of both, or the exit code of a refusal, which is told.
int answersOf(const BookInput &book, const Changes &changes, const std::optional<Changes> &other, WhatIf &answer,
              std::optional<Compared> &compared)
{
    auto own = analysis::whatIf(book.portfolio.accounts, book.board, changes);
    auto second = other ? analysis::whatIf(book.portfolio.accounts, book.board, *other) : Result<WhatIf>(WhatIf {});
    if (!own || !second) {
        return fail(own ? second.error().at("--compare") : own.error());
    }
    for (const auto *list : {&own->before, &own->after, &second->after}) {
        if (const auto fits = inRange(*list); !fits) {
            return fail(fits.error());
        }
    }
    answer = std::move(own).value();
    if (other) {
        compared = Compared {other->name, std::move(second).value()};
    }
    return kOk;
}

// --compare, whose name is that of its file where it has none.
int readOther(const Arguments &arguments, std::optional<Changes> &other)
{
    if (!arguments.has("compare")) {
        return kOk;
    }
    const std::string path = arguments.value("compare");
    auto read = readScenario(path);
    if (!read) {
        return fail(read.error());
    }
    other = std::move(read).value();
    if (other->name.empty()) {
        other->name = nameOfFile(path);
    }
    return kOk;
}

} // namespace

int whatIfCommand(const Arguments &arguments)
{
    Changes changes;
    if (const int code = readChanges(arguments, changes); code != kOk) {
        return code;
    }
    std::optional<Changes> other;
    if (const int code = readOther(arguments, other); code != kOk) {
        return code;
    }
    BookInput book;
    const auto more = [&](const margin::Portfolio &portfolio, margin::QuoteBoard &board) {
        internPairs(board, portfolio, changes, other);
    };
    if (const int code = readBook(arguments, book, more); code != kOk) {
        return code;
    }
    WhatIf answer;
    std::optional<Compared> compared;
    if (const int code = answersOf(book, changes, other, answer, compared); code != kOk) {
        return code;
    }
    for (const std::string &symbol : answer.unusedPrices) {
        std::fputs(("plimsoll-cli: " + printable("no account's price depends on " + symbol) + "\n").c_str(), stderr);
    }
    if (const int saved = save(arguments, std::move(changes)); saved != kOk) {
        return saved;
    }
    const std::string text = arguments.has("json")
        ? whatIfJson(answer, compared)
        : whatIfTable(answer) + (compared ? comparisonTable(answer, *compared) : "");
    return writeLine(text) ? kOk : kInputOutput;
}

} // namespace plimsoll::cli
