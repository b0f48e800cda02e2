// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace plimsoll::margin {

/// What an account's level means. Decided on exact numbers: level <= bar (docs/formulas.md#status).
enum class Status {
    NoDebt, ///< debt is 0: there is no level
    Normal, ///< level > margin-call ratio
    MarginCall, ///< liquidation ratio < level <= margin-call ratio
    Liquidation, ///< level <= liquidation ratio
    Unknown, ///< a price that could change the status is missing, invalid or too old; never to be shown like Normal
    Liquidated, ///< closed by a liquidation; level not applicable
};

/// "no_debt", "normal", "margin_call", "liquidation", "unknown", "liquidated": the words of files and events.
std::string_view statusWord(Status status);
std::optional<Status> statusFromWord(std::string_view word);

} // namespace plimsoll::margin
