// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/gapwatch.h"

namespace plimsoll::monitor {

GapWatch::GapWatch(BootTime bootTime)
    : m_bootTime(bootTime)
{
}

std::optional<GapWatch::Gap> GapWatch::start(const WatchMark &mark, BootTime bootTime, WallTime wallTime)
{
    m_bootTime = bootTime;
    m_markedAt = bootTime - kMarkMs;
    if (mark.time == 0 || wallTime - mark.time <= kGapMs) {
        return std::nullopt;
    }
    return Gap {GapReport::Reason::Off, mark.time, wallTime};
}

GapWatch::Tick GapWatch::tick(BootTime bootTime, WallTime wallTime)
{
    Tick tick;
    const std::int64_t away = bootTime - m_bootTime;
    m_bootTime = bootTime;
    tick.jumped = away >= kJumpMs;
    if (m_markedAt && away > kGapMs) {
        tick.gap = Gap {GapReport::Reason::Asleep, wallTime - away, wallTime};
    }
    if (m_markedAt && bootTime - *m_markedAt >= kMarkMs) {
        m_markedAt = bootTime;
        tick.markDue = true;
    }
    return tick;
}

} // namespace plimsoll::monitor
