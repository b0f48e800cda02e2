// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/candlefile.h"

#include <cstdint>
#include <string_view>

namespace plimsoll::wire {

/// The body of GET /api/v3/klines: an array of rows of twelve, times in ms as numbers, prices as strings. `symbol` and
/// `interval` (ms) are what was asked for; they are not in the body. Empty where the exchange has no candle of that
/// time. Pure; any thread. Errors: Malformed or NotANumber with the place ("[3].high"): anything else than documented,
/// more than kMostCandles rows, a price that is not above 0, open or close outside low and high, a close time before
/// the open time, times that do not ascend strictly. Source: exchange REST documentation "Kline/Candlestick data".
inline constexpr std::size_t kMostCandles = 1000;
Result<CandleSeries> parseKlines(std::string_view body, std::string_view symbol, std::int64_t interval);

} // namespace plimsoll::wire
