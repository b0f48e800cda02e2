// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "margin/account.h"
#include "wire/candlefile.h"
#include "wire/tickerparser.h"

#include <string>
#include <vector>

namespace plimsoll::cli {

/// Each with the file's name in front of the place. Errors: those of readInput() and of the format.
Result<margin::Portfolio> readPortfolio(const std::string &path);
Result<std::vector<wire::TickerItem>> readPrices(const std::string &path);
Result<analysis::Changes> readScenario(const std::string &path);

/// The candles that `files` hold, one series per symbol; their order changes nothing. "NAME=PATH" reads PATH as if it
/// were called NAME. A file that prices none of `accounts` is told on standard error. Errors: those of readInput(),
/// wire::parseCandles() and wire::joinCandles(); Malformed where none fits.
Result<std::vector<wire::CandleSeries>> readCandles(const std::vector<std::string> &files,
                                                    const std::vector<margin::Account> &accounts);

/// The same, whoever is priced by them.
Result<std::vector<wire::CandleSeries>> readCandles(const std::vector<std::string> &files);

} // namespace plimsoll::cli
