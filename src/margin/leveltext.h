// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/level.h"
#include "margin/thresholds.h"

#include <string>

namespace plimsoll::margin {

/// The level with so many digits after the point; saturates at 18 digits before it. Requires: debt > 0.
Decimal roundedLevel(const Level &level, int digits, Rounding rounding);

/// The level as a person reads it: two decimals, half up, and more digits where two would put it on or across a bar
/// that it is not on; where even 18 digits would, it is rounded down, towards danger. Always at least two decimals
/// ("1.06", "1.10", "1.0999"). Source: interface contract, "Numbers and time". Requires: debt > 0.
std::string levelText(const Level &level, const Thresholds &thresholds);

/// A decimal in plain notation with at least `digits` digits after the point ("1.1" -> "1.10").
std::string withDigits(Decimal value, int digits);

} // namespace plimsoll::margin
