// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/snapshot.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <mutex>

namespace plimsoll::monitor {

/// Brings snapshots to the screen's thread at a pace a person can read: latest wins, at most one per `pace`, and the
/// last one is always delivered; without a pace, each turn of the event loop. Lives on the consumer's thread; offer()
/// may be called from any thread and never blocks on the consumer.
class SnapshotRelay : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kPace {250};

    explicit SnapshotRelay(QObject *parent = nullptr, std::chrono::milliseconds pace = kPace);

    void offer(SnapshotPtr snapshot);

    /// The newest delivered snapshot; null before the first.
    [[nodiscard]] SnapshotPtr current() const { return m_current; }

Q_SIGNALS:
    void snapshotReady(const plimsoll::monitor::SnapshotPtr &snapshot);

private:
    void wake();
    void deliver();

    std::mutex m_mutex; // guards m_pending and m_wakeQueued
    SnapshotPtr m_pending;
    bool m_wakeQueued = false;
    SnapshotPtr m_current;
    QTimer m_pace;
};

} // namespace plimsoll::monitor
