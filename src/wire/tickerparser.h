// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"
#include "margin/moment.h"
#include "margin/quotes.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::wire {

/// One symbol of a price list. `state` is Known (price > 0) or Invalid; `problem` says why it is invalid ("price is not
/// a string", "zero", ...).
struct TickerItem {
    std::string symbol;
    margin::Decimal price;
    margin::PriceState state = margin::PriceState::Known;
    std::string problem;
};

/// The body of GET /api/v3/ticker/price: an array of {"symbol","price"} or a single such object; unknown fields are
/// ignored. Pure; any thread. An item whose price is not a string, outside the decimal grammar, zero or negative, or
/// has a key twice is Invalid; a symbol that stands in the list twice is Invalid, once. Anything else that is not as
/// documented refuses the whole. Errors: Malformed with the place. Source: exchange REST documentation "Symbol price
/// ticker" (docs/formulas.md#prices).
Result<std::vector<TickerItem>> parseTicker(std::string_view body);

/// {"code":-1121,"msg":"..."}; code 0 where the body is something else. `bannedUntil` is set where the text names
/// it, else 0.
struct ExchangeError {
    int code = 0;
    std::string message;
    WallTime bannedUntil;
};
ExchangeError parseExchangeError(std::string_view body);

/// What GET /api/v3/ticker/24hr (array or object) says about when and how often a symbol trades: the newest of rows
/// with one name. Both are optional: a row or a field that is not as documented says nothing, and spoils no other.
/// Errors: Malformed where there is no list.
struct TickerTime {
    std::string symbol;
    WallTime closeTime; ///< 0 = not told
    std::optional<std::int64_t> count {}; ///< trades within the 24 hours
};
Result<std::vector<TickerTime>> parseTickerTimes(std::string_view body);

} // namespace plimsoll::wire
