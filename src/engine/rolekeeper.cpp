// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/rolekeeper.h"

namespace plimsoll::monitor {

using Part = MonitorRole::Part;

RoleKeeper::RoleKeeper(MonitorLock *lock, bool rings, const Clock &clock)
    : m_lock(lock)
    , m_rings(rings)
    , m_clock(clock)
{
}

bool RoleKeeper::begin()
{
    become(m_lock == nullptr || m_lock->take(m_rings) ? Part::Monitor : Part::StandBy);
    return isMonitor();
}

void RoleKeeper::become(Part part)
{
    m_role = {part, part == Part::Monitor ? MonitorLock::Holder() : m_lock->holder(), false};
    m_beat.reset();
}

RoleKeeper::Step RoleKeeper::look()
{
    if (m_lock == nullptr || m_handingOver) {
        return Step::None;
    }
    return isMonitor() ? lookAsMonitor() : lookAsStandBy();
}

RoleKeeper::Step RoleKeeper::lookAsMonitor()
{
    if (m_lock->isLost()) {
        m_lock->release();
        become(Part::StandBy);
        return Step::Lost;
    }
    m_lock->beat();
    if (!m_lock->isAsked()) {
        return Step::None;
    }
    m_handingOver = true;
    m_role = {Part::StandBy, {}, false};
    return Step::HandOver;
}

RoleKeeper::Step RoleKeeper::lookAsStandBy()
{
    const bool isFree = m_lock->take(m_rings);
    const bool isTaken = isFree || (monitorHangs() && m_lock->seize(m_rings));
    if (isTaken || !isAsking()) {
        m_lock->stopAsking();
    }
    if (isTaken) {
        become(Part::Monitor);
        return Step::Take;
    }
    m_role.holder = m_lock->holder();
    giveUpInTime();
    askWhoDoesNotRing();
    return Step::None;
}

bool RoleKeeper::monitorHangs()
{
    const BootTime now = m_clock.bootTime();
    const auto beat = m_lock->lastBeat();
    if (beat != m_beat || now - m_lookedAt > kPauseMs) {
        m_beat = beat;
        m_beatAt = now;
    }
    m_lookedAt = now;
    return m_beat && now - m_beatAt >= kHungMs;
}

void RoleKeeper::giveUpInTime()
{
    if (isAsking() && m_clock.bootTime() - m_askedAt >= kHandOverMs) {
        m_lock->stopAsking();
        m_role.part = Part::StandBy;
        m_role.refused = true;
    }
}

void RoleKeeper::askWhoDoesNotRing()
{
    const MonitorLock::Holder &holder = m_role.holder;
    if (m_rings && !holder.rings && holder.process != 0 && holder.process != m_askedProcess) {
        m_askedProcess = holder.process;
        ask();
    }
}

void RoleKeeper::ask()
{
    if (m_lock == nullptr || m_handingOver || m_role.part != Part::StandBy) {
        return;
    }
    m_role.refused = !m_lock->ask();
    if (!m_role.refused) {
        m_role.part = Part::Asking;
        m_askedAt = m_clock.bootTime();
    }
}

void RoleKeeper::handedOver()
{
    if (m_handingOver) {
        m_handingOver = false;
        m_lock->release();
    }
}

} // namespace plimsoll::monitor
