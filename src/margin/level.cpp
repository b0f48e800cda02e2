// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/level.h"

#include "margin/leveltext.h"

namespace plimsoll::margin {

std::strong_ordering compareLevel(const exact::Integer &assets, const exact::Integer &debt, Decimal ratio)
{
    const exact::Integer left = assets * exact::fromDecimal(Decimal::fromInteger(1));
    return left.compare(exact::Integer(debt * exact::fromDecimal(ratio))) <=> 0;
}

bool Level::isBelow(const Level &other) const
{
    return m_assets.toInteger() * other.m_debt.toInteger() < other.m_assets.toInteger() * m_debt.toInteger();
}

Decimal Level::printed() const
{
    constexpr int kDigits = 8;
    return roundedLevel(*this, kDigits, Rounding::Down);
}

} // namespace plimsoll::margin
