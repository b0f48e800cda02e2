// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/exact.h"

namespace plimsoll::margin {

/// assets / debt <=> ratio for sums of any size, decided by products. Requires: debt > 0; both of one scale.
std::strong_ordering compareLevel(const exact::Integer &assets, const exact::Integer &debt, Decimal ratio);

} // namespace plimsoll::margin
