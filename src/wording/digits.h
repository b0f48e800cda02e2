// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"

#include <string>
#include <string_view>

namespace plimsoll::wording {

/// How many decimals a figure needs. Pure; any thread.

/// Money that is counted in cents: a currency, or a coin that follows one. In another coin a cent can be a fortune.
bool isFiatLike(std::string_view unit);

/// Decimals at which `significant` digits of the value count; at least two, and never exactly three behind a whole part
/// that could be taken for a group.
int decimalsFor(margin::Decimal value, int significant);

/// Decimals of money in this unit.
int moneyDecimals(margin::Decimal value, std::string_view unit);

/// The value rounded to `decimals` towards `side`, with more decimals where nothing would be left of it.
margin::Decimal visiblyRounded(margin::Decimal value, int decimals, margin::Rounding side);

/// Plain notation with at least `fewest` decimals, and never exactly three behind a whole part that could be taken for
/// a group.
std::string padded(margin::Decimal value, int fewest);

} // namespace plimsoll::wording
