// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/candlebars.h"

namespace plimsoll::scenario {

std::vector<BarSeries> barsOf(const std::vector<wire::CandleSeries> &series)
{
    std::vector<BarSeries> result;
    for (const wire::CandleSeries &one : series) {
        BarSeries bars {one.symbol, one.interval, {}};
        bars.bars.reserve(one.candles.size());
        for (const wire::Candle &candle : one.candles) {
            bars.bars.push_back({candle.openTime, candle.open, candle.high, candle.low, candle.close, candle.length});
        }
        result.push_back(std::move(bars));
    }
    return result;
}

} // namespace plimsoll::scenario
