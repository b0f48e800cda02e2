// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/levelscale.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::viewmodels {

using margin::Decimal;

namespace {

// A quarter and three quarters of this stand below and above the bars.
double unitOf(const margin::Thresholds &bars)
{
    return std::max(bars.initial.toDoubleForPlot() - bars.liquidation.toDoubleForPlot(), 1e-6);
}

} // namespace

LevelScale::LevelScale(const margin::Thresholds &thresholds, std::vector<Knot> knots)
    : m_thresholds(thresholds)
    , m_knots(std::move(knots))
{
}

LevelScale::LevelScale(const margin::Thresholds &thresholds)
    : LevelScale(thresholds,
                 {{thresholds.liquidation.toDoubleForPlot() - 0.25 * unitOf(thresholds), 0},
                  {thresholds.liquidation.toDoubleForPlot() + 2.75 * unitOf(thresholds), 1}})
{
}

LevelScale LevelScale::withFixedBars(const margin::Thresholds &bars)
{
    const double unit = unitOf(bars);
    return {bars,
            {{bars.liquidation.toDoubleForPlot() - unit / 2, 0},
             {bars.liquidation.toDoubleForPlot(), kLiquidationPlace},
             {bars.marginCall.toDoubleForPlot(), kCallPlace},
             {bars.initial.toDoubleForPlot(), kInitialPlace},
             {bars.initial.toDoubleForPlot() + 2 * unit, 1}}};
}

double LevelScale::at(Decimal level) const
{
    const double value = level.toDoubleForPlot();
    const auto above = std::ranges::upper_bound(m_knots, value, {}, &Knot::level);
    if (above == m_knots.begin()) {
        return m_knots.front().place;
    }
    if (above == m_knots.end()) {
        return m_knots.back().place;
    }
    const Knot &from = *std::prev(above);
    return from.place + (value - from.level) / (above->level - from.level) * (above->place - from.place);
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
