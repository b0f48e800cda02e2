// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/chartscale.h"

#include "wording/axislabels.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plimsoll::viewmodels {

namespace {

constexpr double kTolerance = 1e-9;
constexpr double kLeastStep = 0.01; // that two decimals tell apart
constexpr double kLowestLevel = 1e-6; // a level of 0 is a distance without bound

} // namespace

QString percentText(const QLocale &locale, double fraction, int decimals)
{
    const double least = 0.5 * std::pow(10.0, -2 - decimals);
    const QString digits = locale.toString(100 * std::abs(fraction), 'f', decimals);
    const QString sign = fraction <= -least ? QStringLiteral("\u2212") : QString(); // no -0
    return sign + QCoreApplication::translate("DisplayFormat", "%1 %").arg(digits);
}

double ChartScale::valueOf(ChartAxis axis, double level, double call)
{
    return axis == ChartAxis::Level ? level : 1 - call / std::max(level, kLowestLevel);
}

ChartScale::ChartScale(ChartAxis axis, double lowest, double highest, int most)
    : m_axis(axis)
{
    const double step = wording::roundStep(std::max(highest - lowest, kLeastStep), std::max(most - 2, 1), kLeastStep);
    const double first = std::floor(lowest / step + kTolerance);
    const double last = std::max(std::ceil(highest / step - kTolerance), first + 1);
    m_min = first * step;
    m_max = last * step;
    m_decimals = axis == ChartAxis::Distance || step > 0.99 ? 0 : 2;
    for (double i = first; i <= last; ++i) {
        m_ticks.push_back(i * step);
    }
}

QString ChartScale::text(double value, const QLocale &locale) const
{
    return m_axis == ChartAxis::Distance ? percentText(locale, value, m_decimals)
                                         : locale.toString(value, 'f', m_decimals);
}

} // namespace plimsoll::viewmodels
