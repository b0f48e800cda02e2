// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/comparelevel.h"

namespace plimsoll::margin {

std::strong_ordering compareLevel(const exact::Integer &assets, const exact::Integer &debt, Decimal ratio)
{
    const exact::Integer left = assets * exact::fromDecimal(Decimal::fromInteger(1));
    return left.compare(exact::Integer(debt * exact::fromDecimal(ratio))) <=> 0;
}

} // namespace plimsoll::margin
