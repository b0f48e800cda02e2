// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"
#include "margin/moment.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::wire {

/// One candle. `length` is what its own row says (close time + 1 - open time), 0 where the row has no close time;
/// joinCandles() fills it in.
struct Candle {
    WallTime openTime;
    margin::Decimal open;
    margin::Decimal high;
    margin::Decimal low;
    margin::Decimal close;
    std::int64_t length = 0; ///< ms
    std::size_t line = 0; ///< of its file, from 1; 0 where it comes from no file
};

/// All candles of one symbol.
struct CandleSeries {
    std::string symbol;
    std::int64_t interval = 60'000; ///< ms, the usual length; that of a candle with `length` 0
    std::vector<Candle> candles; ///< ascending by time
};

/// Text of `open_time_ms,open,high,low,close,volume` with header, or of the exchange's 12-column kline CSV with or
/// without header, times in ms or us, told apart by their size; CRLF and a UTF-8 byte order mark are accepted. Errors:
/// Malformed or NotANumber with "line 12, high": times that do not ascend strictly, times in seconds or nanoseconds, a
/// close time before the open time or more than a month after it, prices that are not above 0, open or close outside
/// low and high. Pure; any thread.
Result<std::vector<Candle>> parseCandles(std::string_view text);

/// "ETHUSDT" of "dir/ETHUSDT-1m-2021.csv.gz": the file name up to its first '-' (or '.').
std::string symbolOfFileName(std::string_view path);

/// ms of the interval in a file name, "1m" of "ETHUSDT-1m-2021.csv" or "x_ETHUSDT_1m.csv": s, m, h, d, w. 0 where there
/// is none. Months have no length of their own.
std::int64_t intervalOfFileName(std::string_view path);

} // namespace plimsoll::wire
