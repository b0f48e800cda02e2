// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/level.h"

#include "margin/exact.h"
#include "margin/leveltext.h"

namespace plimsoll::margin {

bool Level::isBelow(const Level &other) const
{
    return exact::fromWide(m_assets) * exact::fromWide(other.m_debt)
        < exact::fromWide(other.m_assets) * exact::fromWide(m_debt);
}

Decimal Level::printed() const
{
    constexpr int kDigits = 8;
    return roundedLevel(*this, kDigits, Rounding::Down);
}

} // namespace plimsoll::margin
