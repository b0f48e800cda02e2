// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/condition.h"
#include "margin/decimal.h"
#include "margin/moment.h"

#include <array>
#include <optional>

namespace plimsoll::alarm {

/// The last five minutes of a level, at most one value in 15 s: whether it is on its way to a bar. A value type without
/// allocation.
class LevelWindow
{
public:
    static constexpr Ms kSpan = 5 * kMinute;
    static constexpr Ms kPace = 15 * kSecond;
    static constexpr Ms kLeast = kMinute; ///< a shorter look says nothing
    static constexpr Ms kHorizon = 10 * kMinute;

    [[nodiscard]] bool wants(BootTime now) const { return m_count == 0 || now - newest().time >= kPace; }
    void add(BootTime now, margin::Decimal level);
    void clear() { m_count = 0; }

    /// How long until `level` reaches `bar` at the slope from the oldest value of the last five minutes (at least one
    /// minute old) to now, rounded down and at least 0; nothing where it does not fall or takes ten minutes or more.
    [[nodiscard]] std::optional<Ms> reaches(margin::Decimal bar, margin::Decimal level, BootTime now) const;

private:
    struct Point {
        BootTime time;
        margin::Decimal level;
    };

    static constexpr int kSize = 24;

    [[nodiscard]] const Point &newest() const
    {
        return m_points[static_cast<std::size_t>((m_first + m_count - 1) % kSize)];
    }

    std::array<Point, kSize> m_points;
    int m_first = 0;
    int m_count = 0;
};

} // namespace plimsoll::alarm
