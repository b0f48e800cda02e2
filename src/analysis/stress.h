// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/pricemove.h"
#include "margin/account.h"
#include "margin/quotes.h"
#include "margin/verdict.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace plimsoll::analysis {

/// Every account at one shock.
struct StressPoint {
    margin::Decimal shock; ///< percent
    std::vector<margin::Decision> decisions; ///< of the accounts, in their order
};

/// The level that an evaluation prints, as Assessment::level: at most 8 decimals, rounded down; nothing where the
/// status has none. Of a normal account with a missing price it is the worst bound.
std::optional<margin::Decimal> judgedLevel(const margin::Decision &decision);

/// `from`, `from` + `step`, ... as far as `to`. Requires: step > 0.
std::vector<margin::Decimal> shockSteps(margin::Decimal from, margin::Decimal to, margin::Decimal step);

/// Judges every account at every shock, by the same judgement as a single evaluation. A shock that leaves no price
/// above 0 is left out. An account of which something has no beta is unknown at every shock but 0. Requires: validated
/// accounts, shocks of at most kShockDigits decimals. Nothing where it was stopped. Pure; any thread.
std::optional<std::vector<StressPoint>> stressCurve(const std::vector<margin::Account> &accounts,
                                                    const margin::Rates &rates, const PriceMove &move,
                                                    const std::vector<margin::Decimal> &shocks,
                                                    const std::stop_token &stop = {});

/// The rates that the accounts need, moved by a shock: what one point of the curve is judged at, for whoever wants all
/// of its figures. Nothing where a price would not be above 0.
std::optional<margin::Rates> shockedRates(const std::vector<margin::Account> &accounts, const margin::Rates &rates,
                                          const PriceMove &move, margin::Decimal shock);

} // namespace plimsoll::analysis
