// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/evaluationreport.h"
#include "cli/exitcode.h"
#include "cli/inputfile.h"
#include "cli/terminal.h"

#include <cstdio>

namespace plimsoll::cli {

namespace {

// Prices onto the board that the accounts need; what cannot be used is told on standard error.
void setPrices(margin::QuoteBoard &board, const std::vector<wire::TickerItem> &items)
{
    for (const wire::TickerItem &item : items) {
        const margin::SymbolId *symbol = board.findSymbol(item.symbol);
        if (symbol == nullptr) {
            continue;
        }
        if (item.state == margin::PriceState::Known) {
            board.setPrice(*symbol, item.price, 0);
        } else {
            board.setUnusable(*symbol, item.state);
            std::fputs(("plimsoll-cli: price of " + printable(item.symbol + ": " + item.problem) + "\n").c_str(),
                       stderr);
        }
    }
    board.evaluate();
}

} // namespace

int evaluateCommand(const Arguments &arguments)
{
    const auto portfolio = readPortfolio(arguments.value("portfolio"));
    if (!portfolio) {
        return fail(portfolio.error());
    }
    const auto prices = readPrices(arguments.value("prices"));
    if (!prices) {
        return fail(prices.error());
    }
    margin::QuoteBoard board;
    for (const margin::Account &account : portfolio->accounts) {
        for (const margin::Balance &balance : account.balances) {
            board.internRate(balance.asset, account.quoteAsset);
        }
    }
    setPrices(board, *prices);
    const auto rates = board.freeze();
    std::vector<EvaluatedAccount> evaluated;
    for (const margin::Account &account : portfolio->accounts) {
        evaluated.push_back({account, margin::assess(account, *rates)});
    }
    if (const auto fits = inRange(evaluated); !fits) {
        return fail(fits.error());
    }
    const std::string text = arguments.has("json") ? evaluationJson(evaluated) : evaluationTable(evaluated);
    return writeLine(text) ? kOk : kInputOutput;
}

} // namespace plimsoll::cli
