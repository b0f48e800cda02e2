// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "scenario/samplewalk.h"
#include "wire/candlefile.h"
#include "wire/tickerparser.h"

#include <string>
#include <vector>

namespace plimsoll::cli {

/// The bytes of a regular file, at most `limit`. Errors: Malformed (missing, not a regular file, too large), InputOutput (the disk failed).
Result<std::string> readInput(const std::string &path, std::size_t limit);

/// Each with the file's name in front of the place.
Result<margin::Portfolio> readPortfolio(const std::string &path);
Result<std::vector<wire::TickerItem>> readPrices(const std::string &path);
Result<wire::CandleSeries> readCandles(const std::string &path);

/// Candle files as what a walk takes. Errors: those of readCandles().
Result<std::vector<scenario::BarSeries>> readSeries(const std::vector<std::string> &paths);

} // namespace plimsoll::cli
