// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/levelscale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plimsoll::viewmodels {

using margin::Decimal;

LevelScale::LevelScale(const margin::Thresholds &thresholds)
    : m_thresholds(thresholds)
{
    const double initial = thresholds.initial.toDoubleForPlot();
    const double liquidation = thresholds.liquidation.toDoubleForPlot();
    const double unit = std::max(initial - liquidation, 1e-6);
    m_from = liquidation - 0.25 * unit;
    m_width = 3 * unit;
}

double LevelScale::at(Decimal level) const
{
    return std::clamp((level.toDoubleForPlot() - m_from) / m_width, 0.0, 1.0);
}

double LevelScale::of(const margin::Assessment &assessment) const
{
    if (!assessment.level) {
        return -1;
    }
    double place = at(*assessment.level);
    for (const Decimal bar : {m_thresholds.initial, m_thresholds.marginCall, m_thresholds.liquidation}) {
        const double mark = at(bar);
        if (assessment.exactLevel > bar) {
            place = place > mark ? place : std::nextafter(mark, 2.0);
        } else {
            place = std::min(place, mark);
        }
    }
    return place;
}

} // namespace plimsoll::viewmodels
