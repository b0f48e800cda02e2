// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/curvescale.h"

#include "wording/axislabels.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::viewmodels {

namespace {

constexpr double kTolerance = 1e-9;
constexpr double kNarrowest = 1e-3; // of the value: a curve that hardly moves is a line, not its rounding

} // namespace

CurveScale::CurveScale(double lowest, double highest, int most)
{
    const double middle = (lowest + highest) / 2;
    const bool isZero = lowest == 0 && highest == 0;
    const double span = isZero ? 1 : std::max(highest - lowest, std::abs(middle) * kNarrowest);
    const double low = std::min(lowest, middle - span / 2);
    const double high = std::max(highest, middle + span / 2);
    const int steps = std::max(most - 2, 1);
    const double step = wording::roundStep(span, steps, std::pow(10, std::floor(std::log10(span / steps))));
    const double first = std::floor(low / step + kTolerance);
    const double last = std::max(std::ceil(high / step - kTolerance), first + 1);
    m_min = first * step;
    m_max = last * step;
    m_decimals = std::max(0, -static_cast<int>(std::floor(std::log10(step) + kTolerance)));
    for (double i = first; i <= last; ++i) {
        m_ticks.push_back(i * step);
    }
}

} // namespace plimsoll::viewmodels
