// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/candlefile.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::wire {

/// One file of candles and what its name says.
struct CandleSource {
    std::string name; ///< for the place of an error
    std::string symbol;
    std::int64_t interval = 0; ///< ms, of its name; 0 where there is none
    std::vector<Candle> candles; ///< as parseCandles() gives them
};

/// One file from its bytes, plain or packed. `name` says symbol and interval ("dir/ETHUSDT-1m-2021.csv.gz"), `label` is
/// what an error names. Errors, with the label in front of the place: those of unpacked() and parseCandles(). Pure; any
/// thread.
Result<CandleSource> readCandleSource(const std::string &label, const std::string &name, std::string bytes);

/// Joins files to one series per symbol, ordered by symbol, in which every candle has a length: that of its own row,
/// else of its file's name, else the usual distance to the next candle: the most common one of its file, or of all
/// files of the symbol. The order of `files` changes nothing. Of candles of one time one is kept where they agree.
/// Errors: Malformed with file and line: candles of one time that do not agree, a candle that lies inside one of
/// another file, a candle whose length cannot be told. Pure; any thread.
Result<std::vector<CandleSeries>> joinCandles(const std::vector<CandleSource> &files);

} // namespace plimsoll::wire
