// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/gapwatch.h"

namespace plimsoll::monitor {

GapWatch::GapWatch(std::int64_t bootMs)
    : m_bootMs(bootMs)
{
}

std::optional<GapWatch::Gap> GapWatch::start(const WatchMark &mark, std::int64_t bootMs, std::int64_t wallMs)
{
    m_bootMs = bootMs;
    m_markedAt = bootMs - kMarkMs;
    if (mark.time == 0 || wallMs - mark.time <= kGapMs) {
        return std::nullopt;
    }
    return Gap {GapReport::Reason::Off, mark.time, wallMs};
}

GapWatch::Tick GapWatch::tick(std::int64_t bootMs, std::int64_t wallMs)
{
    Tick tick;
    const std::int64_t away = bootMs - m_bootMs;
    m_bootMs = bootMs;
    tick.jumped = away >= kJumpMs;
    if (m_markedAt && away > kGapMs) {
        tick.gap = Gap {GapReport::Reason::Asleep, wallMs - away, wallMs};
    }
    if (m_markedAt && bootMs - *m_markedAt >= kMarkMs) {
        m_markedAt = bootMs;
        tick.markDue = true;
    }
    return tick;
}

} // namespace plimsoll::monitor
