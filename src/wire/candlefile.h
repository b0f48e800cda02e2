// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::wire {

struct Candle {
    std::int64_t openTime = 0; ///< ms since 1970 UTC
    margin::Decimal open;
    margin::Decimal high;
    margin::Decimal low;
    margin::Decimal close;
};

/// One file of candles. `interval` is the smallest step between two candles (60,000 where there is only one).
struct CandleSeries {
    std::string symbol;
    std::int64_t interval = 60'000;
    std::vector<Candle> candles; ///< ascending by time
};

/// Text of `open_time_ms,open,high,low,close,volume` with header, or of the exchange's 12-column kline CSV with or without header,
/// times in ms or us. CRLF and a UTF-8 byte order mark are accepted. Errors: Malformed or NotANumber with "line 12, high"; times must ascend
/// strictly; low <= open, close <= high; prices may be zero or empty nowhere. Pure; any thread.
Result<CandleSeries> parseCandles(std::string_view text, std::string_view symbol);

/// "ETHUSDT" of "dir/ETHUSDT-1m-2021.csv.gz": the file name up to its first '-' (or '.').
std::string symbolOfFileName(std::string_view path);

/// Uncompressed bytes of a gzip stream, or the bytes themselves where they are not gzip. Errors: Malformed; more than `limit` bytes.
Result<std::string> inflated(std::string bytes, std::size_t limit = std::size_t {512} * 1024 * 1024);

} // namespace plimsoll::wire
