// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/levelwindow.h"

#include <algorithm>

namespace plimsoll::alarm {

using margin::Decimal;
using margin::Int128;

void LevelWindow::add(BootTime now, Decimal level)
{
    static constexpr Decimal kMost = Decimal::fromInteger(
        1'000'000'000); // keeps the products of reaches() inside 128 bits
    if (level > kMost) {
        return;
    }
    if (m_count == kSize) {
        m_first = (m_first + 1) % kSize;
        --m_count;
    }
    m_points[static_cast<std::size_t>((m_first + m_count) % kSize)] = {now, level};
    ++m_count;
}

std::optional<Ms> LevelWindow::reaches(Decimal bar, Decimal level, BootTime now) const
{
    for (int i = 0; i < m_count; ++i) {
        const Point &then = m_points[static_cast<std::size_t>((m_first + i) % kSize)];
        const Ms age = now - then.time;
        if (age > kSpan) {
            continue;
        }
        if (age < kLeast) {
            return std::nullopt;
        }
        const Int128 fall = then.level.mantissa() - level.mantissa();
        const Int128 left = level.mantissa() - bar.mantissa();
        if (fall <= 0 || left * age >= fall * kHorizon) {
            return std::nullopt;
        }
        return static_cast<Ms>(std::max<Int128>(left, 0) * age / fall);
    }
    return std::nullopt;
}

} // namespace plimsoll::alarm
