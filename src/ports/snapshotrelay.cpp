// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/snapshotrelay.h"

namespace plimsoll::monitor {

SnapshotRelay::SnapshotRelay(QObject *parent, std::chrono::milliseconds pace)
    : QObject(parent)
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(pace);
    connect(&m_pace, &QTimer::timeout, this, &SnapshotRelay::deliver);
}

void SnapshotRelay::offer(SnapshotPtr snapshot)
{
    const std::lock_guard lock(m_mutex);
    m_pending = std::move(snapshot);
    if (!m_wakeQueued) {
        m_wakeQueued = true;
        QMetaObject::invokeMethod(this, &SnapshotRelay::wake, Qt::QueuedConnection);
    }
}

void SnapshotRelay::wake()
{
    if (!m_pace.isActive()) { // otherwise the running pace delivers it
        deliver();
    }
}

void SnapshotRelay::deliver()
{
    SnapshotPtr next;
    {
        const std::lock_guard lock(m_mutex);
        next = std::move(m_pending);
        m_pending.reset();
        m_wakeQueued = false;
    }
    if (next) {
        m_current = std::move(next);
        if (m_pace.interval() > 0) {
            m_pace.start();
        }
        Q_EMIT snapshotReady(m_current);
    }
}

} // namespace plimsoll::monitor
