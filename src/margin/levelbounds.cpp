// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/levelbounds.h"

namespace plimsoll::margin {

namespace {

// a.assets / a.debt < b.assets / b.debt. Requires: both debts > 0.
bool below(const LevelBounds::Ratio &a, const LevelBounds::Ratio &b)
{
    return a.assets.toInteger() * b.debt.toInteger() < b.assets.toInteger() * a.debt.toInteger();
}

} // namespace

void LevelBounds::addPriced(const Wide &assets, const Wide &debt)
{
    add({assets, debt});
}

void LevelBounds::addUnpriced(Decimal total, Decimal debt)
{
    m_owesUnpriced = m_owesUnpriced || debt.isPositive();
    const Decimal one = Decimal::fromInteger(1); // any price: the ratio of one asset does not depend on it
    add({Wide::product(total, one), Wide::product(debt, one)});
}

void LevelBounds::add(const Ratio &ratio)
{
    if (ratio.debt.isZero()) {
        m_unbounded = m_unbounded || !ratio.assets.isZero();
        return;
    }
    if (!m_worst || below(ratio, *m_worst)) {
        m_worst = ratio;
    }
    if (!m_best || below(*m_best, ratio)) {
        m_best = ratio;
    }
}

Status LevelBounds::decide(const Thresholds &thresholds) const
{
    return m_worst && compareLevel(m_worst->assets, m_worst->debt, thresholds.initial) > 0 ? Status::Normal
                                                                                           : Status::Unknown;
}

} // namespace plimsoll::margin
