// SPDX-License-Identifier: GPL-3.0-or-later
#include "candlekit.h"

#include <cmath>

namespace candlekit {

using namespace plimsoll;

margin::Decimal decimal(double value)
{
    constexpr double kUnits = 1e12;
    constexpr auto kUnit = margin::Decimal::kOne / 1'000'000'000'000;
    return margin::Decimal::fromMantissa(static_cast<margin::Int128>(std::llround(value * kUnits)) * kUnit);
}

wire::Candle flat(WallTime openTime, double price, std::int64_t length)
{
    const margin::Decimal value = decimal(price);
    return {openTime, value, value, value, value, length, 0};
}

wire::CandleSeries series(const std::string &symbol, const std::vector<double> &closes, std::int64_t interval,
                          WallTime from)
{
    wire::CandleSeries all {symbol, interval, {}};
    for (std::size_t i = 0; i < closes.size(); ++i) {
        if (closes[i] > 0) {
            all.candles.push_back(flat(from + static_cast<std::int64_t>(i) * interval, closes[i], interval));
        }
    }
    return all;
}

} // namespace candlekit
