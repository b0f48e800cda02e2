// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/levelbounds.h"

namespace plimsoll::margin {

void LevelBounds::addPriced(const Level &sums)
{
    add(sums);
}

void LevelBounds::addUnpriced(Decimal total, Decimal debt)
{
    const Decimal one = Decimal::fromInteger(1); // any price: the ratio of one asset does not depend on it
    add({Wide::product(total, one), Wide::product(debt, one)});
}

void LevelBounds::add(const Level &part)
{
    if (!part.hasDebt()) {
        m_unbounded = m_unbounded || !part.assets().isZero();
        return;
    }
    if (!m_worst || part.isBelow(*m_worst)) {
        m_worst = part;
    }
    if (!m_best || m_best->isBelow(part)) {
        m_best = part;
    }
}

} // namespace plimsoll::margin
