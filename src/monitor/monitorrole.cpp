// SPDX-License-Identifier: GPL-3.0-or-later
// Monitor as one of several processes on a data directory: stepping in, handing over, and showing what the monitor
// records.
#include "monitor/monitor.h"

#include <utility>

namespace plimsoll::monitor {

namespace {
constexpr std::chrono::milliseconds kAskPause {50}; // between two looks while the monitor is asked to hand over
} // namespace

void Monitor::tellRole()
{
    if (const MonitorRole &role = m_role.role(); !(role == m_toldRole)) {
        m_toldRole = role;
        Q_EMIT roleChanged(role);
    }
}

void Monitor::lookAtRole()
{
    switch (m_role.look()) {
    case RoleKeeper::Step::None:
        if (!m_role.isMonitor()) {
            mirror();
        }
        break;
    case RoleKeeper::Step::Take: load(); break;
    case RoleKeeper::Step::HandOver: handOver(); break;
    case RoleKeeper::Step::Lost:
        m_alarms->handOver();
        m_history.stopWatching();
        load();
        break;
    }
    tellRole();
    if (m_role.isAsking() && !std::exchange(m_looksOften, true)) {
        QTimer::singleShot(kAskPause, this, [this] {
            m_looksOften = false;
            lookAtRole();
        });
    }
}

void Monitor::takeOver()
{
    QMetaObject::invokeMethod(this, [this] {
        if (m_timer == nullptr) {
            return; // not started
        }
        m_role.ask();
        lookAtRole();
        publish(m_clock.wallMs());
    });
}

// What alarms stood is known: from here on this process decides, keeps and tells them. The portfolio comes after that:
// it may be read at once, and an account judged before its old alarm is known would overwrite that.
void Monitor::begin(const Result<StoredAlarms> &stored)
{
    const bool isKnown = m_loaded;
    m_alarms->restore(stored.valueOr({}));
    m_alarms->ledgerReported("alarms", stored);
    reload().then(this, [this, stored](const Result<Done> &) { m_alarms->greet(stored.valueOr({})); });
    if (isKnown) {
        judgeAnew();
    }
}

// A stand-by knows accounts and prices already; as monitor it judges them as after a start.
void Monitor::judgeAnew()
{
    const std::int64_t wall = m_clock.wallMs();
    m_announced.assign(m_book.verdicts().size(), std::nullopt);
    for (std::uint32_t i = 0; i < m_book.verdicts().size(); ++i) {
        if (m_book.verdicts()[i].account) {
            m_alarms->desk().judge(m_book.verdicts()[i], m_book.quotes(), feedFacts());
            announce(i, wall);
            closeIfDue(i, wall);
        }
    }
    judge(wall);
    decideAlarms(wall);
    publish(wall);
}

// The moment before was decided and told; its records are on their way to the disk. The lock is free when they have
// arrived, so that the next monitor goes on from them.
void Monitor::handOver()
{
    m_alarms->handOver();
    keepHistory();
    m_history.stopWatching();
    m_stores.markWatch({m_clock.wallMs(), true}).then(this, [this](const Result<Done> &) { m_role.handedOver(); });
    load();
}

void Monitor::mirror()
{
    if (m_mirroring) {
        return;
    }
    m_mirroring = true;
    m_stores.loadAlarms().then(this, [this](const Result<StoredAlarms> &stored) {
        m_mirroring = false;
        if (!stored || m_role.isMonitor()) {
            return;
        }
        m_alarms->mirror(*stored);
        if (stored->states != m_mirrored) {
            m_mirrored = stored->states;
            publish(m_clock.wallMs());
        }
    });
}

} // namespace plimsoll::monitor
