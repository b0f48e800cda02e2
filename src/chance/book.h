// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/quotes.h"
#include "margin/verdict.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::chance {

/// What an account holds and owes of one asset, as values in its quote asset at the prices of the beginning.
struct Exposure {
    std::optional<std::size_t> asset; ///< index in Book::assets; nothing = the unit, whose price is constant
    double held = 0;
    double owed = 0; ///< interest included
    double owedPerDay = 0; ///< simple interest that comes on top, where the balance says a daily rate

    [[nodiscard]] double owedAfter(double days) const { return owed + owedPerDay * days; }
};

/// An account as a simulation sees it.
struct BookAccount {
    std::string id;
    margin::Status status = margin::Status::Unknown; ///< now, exact
    /// Whether anything can be said: not where a price is missing, a total is out of range or the account is closed.
    bool simulated = false;
    std::vector<Exposure> exposures; ///< one per asset
    std::optional<std::size_t> quote; ///< index in Book::assets; nothing = the unit
    double callBar = 0;
    double liquidationBar = 0;
    double equity = 0; ///< now, in the quote asset

    [[nodiscard]] bool hasDebt() const { return simulated && status != margin::Status::NoDebt; }
};

/// Accounts ready to be simulated together. Value type.
struct Book {
    std::string unit; ///< the quote asset of most accounts; prices of all others are measured in it
    std::vector<std::string> assets; ///< whose prices move something, in the order of their first use
    std::vector<BookAccount> accounts; ///< in the order given
};

/// Judges every account by margin::judge and turns its amounts into floating point, as simulation does with everything.
/// Requires: validated accounts; rates of all their assets. Pure; any thread.
Book makeBook(const std::vector<margin::Account> &accounts, const margin::Rates &rates);

} // namespace plimsoll::chance
