// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to the accounts when prices move: stress, domino.
#include "analysis/domino.h"
#include "analysis/stress.h"
#include "cli/bookinput.h"
#include "cli/commands.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/inwords.h"
#include "cli/optionvalues.h"
#include "cli/pricemoveoption.h"
#include "cli/stressunit.h"
#include "cli/terminal.h"
#include "wire/jsonwriter.h"

namespace plimsoll::cli {

namespace {

using analysis::Domino;
using analysis::StressPoint;
using margin::Account;
using margin::Decimal;
using wire::JsonWriter;

void writeHead(JsonWriter &json, const char *format, const PriceMoveOption &option)
{
    json.beginObject();
    json.key("format").string(format);
    json.key("version").integer(1);
    json.key("asset").string(option.name);
    if (option.name == "beta") {
        json.key("betas").beginArray();
        for (const auto &[asset, beta] : option.betas) {
            json.beginObject().key("asset").string(asset);
            json.key("beta").decimal(beta).endObject();
        }
        json.endArray();
    }
}

// The move that a point is of. The points are those of the shocks that leave a price, in their order; `next` is the
// first that may be this one's.
Decimal moveOf(const StressPoint &point, const StressMoves &moves, std::size_t &next)
{
    while (moves.shocks[next] != point.shock) {
        ++next;
    }
    return moves.moves[next++];
}

std::string stressJson(const std::vector<Account> &accounts, const PriceMoveOption &option, const StressMoves &moves,
                       const std::vector<StressPoint> &points)
{
    JsonWriter json(2);
    writeHead(json, "plimsoll-stress", option);
    json.key("unit").string(stressUnitWord(moves.unit));
    if (moves.unit == StressUnit::Money) {
        json.key("quote").string(moves.quote);
    } else if (moves.unit == StressUnit::Sigma) {
        json.key("sigmaOf").string(moves.sigmaOf);
        json.key("dailySigma").decimal(moves.dailySigma);
    }
    json.key("points").beginArray();
    std::size_t next = 0;
    for (const StressPoint &point : points) {
        json.beginObject();
        const Decimal move = moveOf(point, moves, next);
        if (moves.unit != StressUnit::Percent) {
            json.key("move").decimal(move);
        }
        json.key("shock").decimal(point.shock);
        json.key("accounts").beginArray();
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            json.beginObject();
            json.key("id").string(accounts[i].id);
            json.key("status").string(margin::statusWord(point.decisions[i].status));
            json.key("marginLevel").decimal(analysis::judgedLevel(point.decisions[i]));
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.text();
}

std::string moveHeader(const StressMoves &moves)
{
    return moves.unit == StressUnit::Money ? moves.quote : "sigmas of " + moves.sigmaOf;
}

std::string stressTable(const std::vector<Account> &accounts, const StressMoves &moves,
                        const std::vector<StressPoint> &points)
{
    const bool inPercent = moves.unit == StressUnit::Percent;
    std::vector<std::string> header {"shock %"};
    std::string right = "r";
    if (!inPercent) {
        header.push_back(moveHeader(moves));
        right += 'r';
    }
    for (const Account &account : accounts) {
        header.push_back(account.id);
        header.emplace_back();
        right += "rl";
    }
    Table table(header, right);
    std::size_t next = 0;
    for (const StressPoint &point : points) {
        std::vector<std::string> row {point.shock.toString()};
        const Decimal move = moveOf(point, moves, next);
        if (!inPercent) {
            row.push_back(move.toString());
        }
        for (const margin::Decision &decision : point.decisions) {
            const auto level = analysis::judgedLevel(decision);
            row.push_back(level ? fixedCell(*level, 4) : "-");
            row.emplace_back(margin::statusWord(decision.status));
        }
        table.add(std::move(row));
    }
    return table.text();
}

Decimal shownShock(Decimal shock) // two decimals, towards 0
{
    return shock.isNegative() ? -(-shock).rounded(2, margin::Rounding::Down) : shock.rounded(2, margin::Rounding::Down);
}

std::string dominoJson(const std::vector<Account> &accounts, const PriceMoveOption &option, const Domino &domino)
{
    JsonWriter json(2);
    writeHead(json, "plimsoll-domino", option);
    json.key("falls").beginArray();
    for (const analysis::DominoFall &fall : domino.falls) {
        json.beginObject();
        json.key("shock").decimal(shownShock(fall.shock));
        json.key("account").string(accounts[fall.account].id);
        json.key("bar").string(analysis::dominoBarWord(fall.bar));
        json.endObject();
    }
    json.endArray();
    json.key("others").beginArray();
    for (const analysis::DominoRest &rest : domino.rest) {
        json.beginObject();
        json.key("account").string(accounts[rest.account].id);
        json.key("bar").string(analysis::dominoBarWord(rest.bar));
        json.key("because").string(analysis::dominoSafetyWord(rest.because));
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.text();
}

std::string dominoTable(const std::vector<Account> &accounts, const Domino &domino)
{
    Table table({"shock %", "account", "bar"}, "rll");
    for (const analysis::DominoFall &fall : domino.falls) {
        table.add({fixedCell(fall.shock, 2), accounts[fall.account].id, inWords(analysis::dominoBarWord(fall.bar))});
    }
    for (const analysis::DominoRest &rest : domino.rest) {
        table.add({inWords(analysis::dominoSafetyWord(rest.because)), accounts[rest.account].id,
                   inWords(analysis::dominoBarWord(rest.bar))});
    }
    return table.text();
}

} // namespace

int stressCommand(const Arguments &arguments)
{
    auto moves = stressMoves(arguments);
    if (!moves) {
        fail(moves.error());
        return kUsage;
    }
    BookInput book;
    if (const int code = readBook(arguments, book); code != kOk) {
        return code;
    }
    const std::vector<Account> &accounts = book.portfolio.accounts;
    PriceMoveOption option;
    if (const int code = readPriceMove(arguments, book, option); code != kOk) {
        return code;
    }
    if (const int code = countShocks(book, option, moves.value()); code != kOk) {
        return code;
    }
    const auto points = analysis::stressCurve(accounts, *book.rates, option.move, moves->shocks);
    const std::string text = arguments.has("json") ? stressJson(accounts, option, *moves, *points)
                                                   : stressTable(accounts, *moves, *points);
    return writeLine(text) ? kOk : kInputOutput;
}

int dominoCommand(const Arguments &arguments)
{
    BookInput book;
    if (const int code = readBook(arguments, book); code != kOk) {
        return code;
    }
    const std::vector<Account> &accounts = book.portfolio.accounts;
    PriceMoveOption option;
    if (const int code = readPriceMove(arguments, book, option); code != kOk) {
        return code;
    }
    const Domino domino = analysis::dominoFalls(accounts, *book.rates, option.move);
    return writeLine(arguments.has("json") ? dominoJson(accounts, option, domino) : dominoTable(accounts, domino))
        ? kOk
        : kInputOutput;
}

} // namespace plimsoll::cli
