// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"
#include "margin/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::margin {

/// Ways to lift the level of an account: docs/formulas.md#ways-out.
enum class Way { Deposit, Repay, SellAndRepay, Move };

std::string_view wayWord(Way way); ///< "deposit", "repay", "sell_and_repay", "move"
std::optional<Way> wayFromWord(std::string_view word);

inline constexpr std::size_t kLongestPlanName = 240; ///< bytes

/// A way out of a call that a person thought of beforehand. It names money and books nothing. Value type.
struct PreparedPlan {
    std::string id; ///< unique; made by the program
    std::string account;
    std::string name; ///< unique within the account
    Way way = Way::Deposit;
    std::string asset; ///< what is brought; of a sale what is sold
    Decimal amount; ///< above 0; in units of the asset
    std::string source; ///< deposit, repay: a wallet, or "" for outside; move: the giving account; of a sale ""

    bool operator==(const PreparedPlan &) const = default;
};

/// The plan, or why it makes no sense: Malformed (a text that is missing, too long or has control characters; a sale
/// with a source, a move without one or from the account itself), AmountNotPositive. `place` names the field.
Result<PreparedPlan> validated(const PreparedPlan &plan);

} // namespace plimsoll::margin
