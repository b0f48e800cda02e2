// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace plimsoll::viewmodels {

/// The axis of a curve of money or prices, of whatever size: from `min` to `max`, both on a tick; steps are 1, 2 or 5
/// times a power of ten. Doubles for pixels only. A value; any thread.
class CurveScale
{
public:
    CurveScale() = default;
    /// Shows everything from `lowest` to `highest` with at most `most` ticks; one value stands in the middle.
    CurveScale(double lowest, double highest, int most);

    [[nodiscard]] double min() const { return m_min; }
    [[nodiscard]] double max() const { return m_max; }
    [[nodiscard]] const std::vector<double> &ticks() const { return m_ticks; } ///< ascending
    [[nodiscard]] int decimals() const { return m_decimals; } ///< that tell two ticks apart
    [[nodiscard]] double placeOf(double value) const { return (value - m_min) / (m_max - m_min); } ///< 0 bottom, 1 top

private:
    double m_min = 0;
    double m_max = 1;
    int m_decimals = 0;
    std::vector<double> m_ticks;
};

} // namespace plimsoll::viewmodels
