// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/whatif.h"
#include "marginkit.h"
#include "scenario/referenceexample.h"

/// What the tests of the analysis share: books with their prices.
namespace plimsoll::test {

using Accounts = std::vector<margin::Account>;

inline margin::QuoteBoard boardOf(const Accounts &accounts, const PriceList &prices)
{
    margin::QuoteBoard board;
    analysis::internPairs(board, accounts);
    for (const auto &[symbol, price] : prices) {
        board.setPrice(board.internSymbol(symbol), d(price), 1'000);
    }
    board.evaluate();
    return board;
}

inline margin::Rates ratesOf(const Accounts &accounts, const PriceList &prices)
{
    return *boardOf(accounts, prices).freeze();
}

inline Accounts exampleAccounts()
{
    return scenario::referenceExample().accounts;
}

/// The reference example's prices on its three days.
inline PriceList dayN()
{
    return {{"ETHUSDT", "200"}, {"BCHUSDT", "200"}};
}

inline PriceList dayN2()
{
    return {{"ETHUSDT", "230"}, {"BCHUSDT", "170"}};
}

inline PriceList dayN5()
{
    return {{"ETHUSDT", "220"}, {"BCHUSDT", "120"}};
}

inline QString statusText(margin::Status status)
{
    return shown(std::string(margin::statusWord(status)));
}

} // namespace plimsoll::test
