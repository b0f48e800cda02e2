// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/serviceheart.h"

namespace plimsoll::cli {

ServiceHeart::ServiceHeart(const monitor::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &ServiceHeart::tell);
}

ServiceHeart::~ServiceHeart()
{
    m_manager.stopping();
}

void ServiceHeart::beat()
{
    const bool isFirst = m_lastBeat == 0;
    m_lastBeat = m_clock.bootTime();
    if (!isFirst) {
        return;
    }
    m_manager.ready();
    if (m_manager.interval().count() > 0) {
        m_timer.start(m_manager.interval());
    }
}

void ServiceHeart::tell() const
{
    if (m_clock.bootTime() - m_lastBeat <= kSilenceMs) {
        m_manager.watchdog();
    }
}

} // namespace plimsoll::cli
