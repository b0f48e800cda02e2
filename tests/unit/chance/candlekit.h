// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "wire/candlefile.h"

#include <cstdint>
#include <string>
#include <vector>

/// Candles from lists of closing prices.
namespace candlekit {

inline constexpr std::int64_t kMinute = 60'000;
inline constexpr std::int64_t kHour = 60 * kMinute;

plimsoll::margin::Decimal decimal(double value); ///< 12 digits after the point
plimsoll::wire::Candle flat(plimsoll::WallTime openTime, double price,
                            std::int64_t length); ///< all four prices are one

/// Neighbouring candles from `from` on; a price of 0 or less leaves its candle out.
plimsoll::wire::CandleSeries series(const std::string &symbol, const std::vector<double> &closes,
                                    std::int64_t interval = kHour, plimsoll::WallTime from = 0);

} // namespace candlekit
