// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "margin/account.h"
#include "margin/assessment.h"
#include "margin/quotes.h"

#include <memory>
#include <string>
#include <vector>

namespace plimsoll::analysis {

/// An account as it would be.
struct HypotheticalAccount {
    margin::Account account;
    margin::Assessment assessment;
};

/// A book before and after changes that are only thought of; accounts in the order they were given.
struct WhatIf {
    std::vector<HypotheticalAccount> before;
    std::vector<HypotheticalAccount> after;
    std::shared_ptr<const margin::Rates> ratesAfter;
    std::vector<std::string> unusedPrices; ///< symbols of Changes::prices that no account's price depends on
};

/// Lets the board know every pair that `accounts` and `changes` need, before prices are asked for and set.
void internPairs(margin::QuoteBoard &board, const std::vector<margin::Account> &accounts, const Changes &changes = {});

/// Judges every account as it is, and as it would be after the changes: prices, then bars, then bookings one after the
/// other by the rules of margin/booking.h. Nothing that was given is changed; `prices` is a copy whose pairs need not
/// be interned. Errors, with the place of the change ("set.ETHUSDT", "shock.all", "bars.b-ethusdt", "book[2].amount"):
/// NotFound for an account that is not there, Malformed for a shock that leaves no price, those of validated() and of
/// the bookings. Pure; any thread.
Result<WhatIf> whatIf(const std::vector<margin::Account> &accounts, margin::QuoteBoard prices, const Changes &changes);

} // namespace plimsoll::analysis
