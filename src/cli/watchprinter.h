// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/linewriter.h"
#include "margin/moment.h"
#include "ports/alarmboard.h"
#include "ports/alarmrecords.h"
#include "ports/clock.h"
#include "ports/notifier.h"
#include "ports/snapshot.h"

#include <QtCore/QObject>

namespace plimsoll::cli {

/// Writes what the monitor and its alarms tell as lines on standard output: NDJSON (docs/interface.md, `watch --json`)
/// or words for people. Lives on the main thread; connect their signals to its slots. A reader that does not follow
/// costs it snapshots, never an event, and holds up nobody. `outputLost()` once where nobody reads any more; `shown()`
/// for every notice of the screen, which in a terminal is a line; `follows()` after follow(), once everything before
/// was written.
class WatchPrinter : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive it.
    WatchPrinter(bool asJson, const monitor::Clock &clock, QObject *parent = nullptr);

    void onFeed(const monitor::FeedStatus &status);
    void onStatus(const monitor::StatusEvent &event);
    void onSnapshot(const monitor::SnapshotPtr &snapshot);
    void onAlarm(const monitor::AlarmEventRow &event);
    void onNotice(const monitor::Delivery &notice);
    void onGap(const monitor::GapReport &report); ///< what happened while nobody watched
    void onRole(const monitor::MonitorRole &role); ///< also in words on standard error
    void follow();

    [[nodiscard]] bool sawPrices() const { return m_sawPrices; }

Q_SIGNALS:
    void outputLost();
    void shown(const plimsoll::monitor::DeliveryReport &report);
    void follows();

private:
    bool m_asJson;
    const monitor::Clock &m_clock;
    bool m_sawPrices = false;
    BootTime m_lastAnswer;
    bool m_isMonitor = true;
    LineWriter m_writer; // last: it calls back into this
};

} // namespace plimsoll::cli
