// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace plimsoll::analysis {

/// Closing prices by the opening time of their candles, ms since 1970 UTC.
using Closes = std::map<std::int64_t, margin::Decimal>;

inline constexpr int kBetaDigits = 4; ///< an estimate: more digits would say nothing
inline constexpr int kFewestReturns = 20; ///< fewer say nothing either

/// The beta of an asset: how much it moves in percent while the market moves by one, the slope of the regression of its
/// returns on the market's. Returns are simple ones between neighbouring times of which both have a price; `interval`
/// is the distance of neighbours, so that a gap is not taken for a return. Computed exactly but for the returns, which
/// keep 18 decimals; kBetaDigits decimals, half up. Nothing where there are fewer than kFewestReturns, or the market
/// did not move. Formula: docs/formulas.md#beta. Pure; any thread.
std::optional<margin::Decimal> betaOf(const Closes &asset, const Closes &market, std::int64_t interval);

} // namespace plimsoll::analysis
