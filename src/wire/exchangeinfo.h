// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "margin/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::wire {

/// What the exchange says about one pair: "TRADING", "HALT", "BREAK", ... as it came.
struct SymbolStatus {
    std::string symbol;
    std::string status;
};

/// The parts of GET /api/v3/exchangeInfo that tell whether a pair trades, and the exchange's clock.
struct ExchangeInfo {
    WallTime serverTime; ///< 0 = not told
    std::vector<SymbolStatus> symbols; ///< those with a name and a status
};

/// Unknown and unusable fields are ignored, rows without name or status left out. Pure; any thread. Errors: Malformed
/// where it is no JSON object. Source: exchange REST documentation "Exchange information".
Result<ExchangeInfo> parseExchangeInfo(std::string_view body);

} // namespace plimsoll::wire
