// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/exact.h"

#include <vector>

namespace plimsoll::analysis {

/// An amount split in proportion to weights, to the last digit: every part is rounded down at 18 decimals, and what
/// rounding leaves goes to the one of the largest weight (the first of them). The parts add up to the whole. Requires:
/// total >= 0, weights >= 0 and one of them above 0.
std::vector<margin::Decimal> sharesOf(margin::Decimal total, const std::vector<margin::exact::Integer> &weights);

} // namespace plimsoll::analysis
