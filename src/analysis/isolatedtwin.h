// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/quotes.h"

#include <vector>

namespace plimsoll::analysis {

/// A cross account as isolated ones.
struct IsolatedTwin {
    bool exact = true; ///< all start at the level of the cross account
    std::vector<margin::Account>
        accounts; ///< in the order of its balances; empty where there is nothing but its quote asset
};

/// See twinsOf(). Requires: a validated cross account that owes something, known rates of all that it holds and owes.
IsolatedTwin isolatedTwinOf(const margin::Account &cross, const margin::Rates &rates);

} // namespace plimsoll::analysis
