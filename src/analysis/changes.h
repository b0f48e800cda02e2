// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"
#include "margin/thresholds.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::analysis {

/// A booking that is only thought of.
enum class HypotheticalKind { TopUp, TransferOut, Borrow, Repay, Buy, Sell };

std::string_view hypotheticalKindWord(HypotheticalKind kind); ///< "top_up", as in the journal
std::optional<HypotheticalKind> hypotheticalKindFromWord(std::string_view word);

/// One of them. A top-up comes from outside, a transfer out goes there; a trade is against the account's quote asset,
/// at the hypothetical price.
struct HypotheticalBooking {
    std::string account; ///< id
    HypotheticalKind kind = HypotheticalKind::TopUp;
    std::string asset;
    margin::Decimal amount; ///< in units of the asset

    bool operator==(const HypotheticalBooking &) const = default;
};

/// Digits after the point that a shock in percent may have: so many that 1 + weight x shock / 100 is exact for weights
/// that have no more.
inline constexpr int kShockDigits = 8;

/// The shock itself where it is above -100, at most 1,000,000 and has at most kShockDigits decimals. Errors: Malformed.
Result<margin::Decimal> validatedShock(margin::Decimal percent);

/// "1.25/1.10/1.05": initial, margin call, liquidation. Errors: Malformed, NotANumber, InvalidThresholds.
Result<margin::Thresholds> parseBars(std::string_view text);

/// The shock of every asset that has none of its own.
inline constexpr std::string_view kAllAssets = "all";

/// What a what-if changes: prices first, then bars, then bookings in their order. The content of a scenario file
/// (src/wire/scenariofile.h).
struct Changes {
    std::string name; ///< for people; may be empty
    std::map<std::string, margin::Decimal> prices; ///< by symbol, above 0
    /// By asset or kAllAssets, in percent, at most kShockDigits decimals, above -100: what the prices, changed ones
    /// too, are moved by. An asset's own shock takes the place of that of all.
    std::map<std::string, margin::Decimal> shocks;
    std::map<std::string, margin::Thresholds> bars; ///< by account id
    std::vector<HypotheticalBooking> bookings;

    bool operator==(const Changes &) const = default;
};

/// `more` on top of `base`: its prices, shocks and bars take the place of those of the same name, its bookings come
/// after the others. The name stays where `more` has none.
Changes merged(Changes base, const Changes &more);

} // namespace plimsoll::analysis
