// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "wire/candlefile.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::chance {

/// Prices of several assets at common times, as natural logarithms of the value of one unit in `unit`.
struct PriceGrid {
    std::int64_t interval = 0; ///< ms between neighbours; 0 where nothing is priced
    std::vector<WallTime> times; ///< ascending, whole intervals apart
    std::vector<std::vector<double>> logs; ///< per asset, per time; NaN where it has no price then
};

/// The closing prices of candles on one grid. Its interval is the longest usual one of the series that are needed, so
/// that each price is a close that was traded; a finer series gives those of its closes that fall on the grid. Assets
/// are priced in `unit` by the routes of margin::QuoteBoard (docs/formulas.md#prices): through a bridge where there is
/// no direct symbol. `unit` itself is 0 throughout. Pure; any thread.
PriceGrid makePriceGrid(const std::vector<wire::CandleSeries> &candles, const std::vector<std::string> &assets,
                        const std::string &unit);

} // namespace plimsoll::chance
