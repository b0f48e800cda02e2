// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/level.h"

#include <optional>

namespace plimsoll::margin {

/// The amount that brings a level to a target, three ways; values in the quote asset, rounded up to 8 decimals. Nothing
/// where that way cannot get there; 0 where the level is there already. Formulas with A assets, D debt, T target
/// (docs/formulas.md#rescue): deposit T*D - A; repay with new money D - A/T; sell and repay (T*D - A) / (T - 1),
/// possible only while A >= D.
struct Rescue {
    std::optional<Decimal> deposit;
    std::optional<Decimal> repay;
    std::optional<Decimal> sellAndRepay;

    bool operator==(const Rescue &) const = default;
};

/// Requires: target > 0. Where nothing is owed, everything is 0.
Rescue rescueTo(const Level &level, Decimal target);

} // namespace plimsoll::margin
