// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/enginewatch.h"

#include <algorithm>

namespace plimsoll::desktop {

EngineWatch::EngineWatch(const monitor::Clock &clock)
    : m_clock(clock)
    , m_newest(clock.bootTime())
    , m_lastLook(m_newest)
{
}

void EngineWatch::setPollPeriod(std::chrono::milliseconds period)
{
    m_periodMs = period.count();
}

bool EngineWatch::heard(BootTime bootTime)
{
    const BootTime now = m_clock.bootTime();
    m_newest = std::max(m_newest, std::min(bootTime, now));
    // An old decision that was only carried late is no heartbeat.
    if (m_silent && now - bootTime <= limitMs()) {
        m_silent = false;
        return true;
    }
    return false;
}

bool EngineWatch::look()
{
    const BootTime now = m_clock.bootTime();
    if (now - m_lastLook > 2 * kLookMs) {
        m_newest = now;
    }
    m_lastLook = now;
    if (m_silent || now - m_newest <= limitMs()) {
        return false;
    }
    m_silent = true;
    return true;
}

} // namespace plimsoll::desktop
