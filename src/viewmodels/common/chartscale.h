// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>

#include <vector>

namespace plimsoll::viewmodels {

/// What the vertical axis of a chart counts. Distance is 1 - call / level, the share of its assets that an account may
/// lose before its margin call: the one axis on which accounts with different bars compare.
enum class ChartAxis { Level, Distance };

/// A fraction in percent: "−3.5 %".
QString percentText(const QLocale &locale, double fraction, int decimals);

/// The vertical axis: from `min` to `max`, both on a tick. Doubles for pixels only. A value; any thread.
class ChartScale
{
public:
    ChartScale() = default;
    /// An axis that shows everything from `lowest` to `highest`, in values of the axis, with at most `most` ticks.
    ChartScale(ChartAxis axis, double lowest, double highest, int most);

    /// Of a level of an account that is called at `call`. It rises with the level, so the lowest stays the lowest.
    [[nodiscard]] static double valueOf(ChartAxis axis, double level, double call);

    [[nodiscard]] ChartAxis axis() const { return m_axis; }
    [[nodiscard]] double min() const { return m_min; }
    [[nodiscard]] double max() const { return m_max; }
    [[nodiscard]] const std::vector<double> &ticks() const { return m_ticks; } ///< ascending, as values
    /// A value as the axis writes it, with the digits that tell two ticks apart: "1.20", "−3.5 %".
    [[nodiscard]] QString text(double value, const QLocale &locale) const;

    /// 0 at the bottom, 1 at the top, beyond both for what is outside.
    [[nodiscard]] double place(double level, double call) const { return placeOf(valueOf(m_axis, level, call)); }
    [[nodiscard]] double placeOf(double value) const { return (value - m_min) / (m_max - m_min); }

private:
    ChartAxis m_axis = ChartAxis::Level;
    double m_min = 1;
    double m_max = 2;
    int m_decimals = 2; ///< of a distance in percent
    std::vector<double> m_ticks;
};

} // namespace plimsoll::viewmodels
