// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/enginewatch.h"
#include "margin/moment.h"
#include "ports/alarmpreferences.h"
#include "ports/notifier.h"
#include "ports/snapshotrelay.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace plimsoll::desktop {

/// Says that the engine does not answer, in its place: once on each way to a person, up the ladder
/// (docs/alarms.md#ladder), and by silentChanged() for the window and the tray. Nothing is repeated, because nobody
/// could acknowledge it; the bar in the window stays. GUI thread.
class EngineGuard : public QObject
{
    Q_OBJECT

public:
    EngineGuard(monitor::SnapshotRelay &relay, const monitor::Clock &clock, const viewmodels::DisplayFormat &format,
                monitor::Notifier *notifier, QObject *parent = nullptr);

    void setPollPeriod(std::chrono::milliseconds period) { m_watch.setPollPeriod(period); }
    void setPreferences(const monitor::AlarmPreferences &preferences); ///< which ways, and when
    void look(); ///< called every EngineWatch::kLookMs

    [[nodiscard]] bool silent() const { return m_watch.silent(); }

Q_SIGNALS:
    void silentChanged(bool silent);

private:
    void take(const monitor::SnapshotPtr &snapshot);
    void onReport(const monitor::DeliveryReport &report);
    void climb();
    void tellSilence(alarm::Channels channels);
    void tellEnd(const monitor::RiskSnapshot &snapshot);

    const monitor::Clock &m_clock;
    const viewmodels::DisplayFormat &m_format;
    monitor::Notifier *m_notifier;
    EngineWatch m_watch;
    alarm::Ladder m_ladder;
    alarm::Ms m_reached = alarm::Ladder::kNothing;
    BootTime m_silentSince;
    alarm::NoticeId m_notice {alarm::NoticeId::Maker::Guard, 0};
    bool m_standsBy = false; ///< another process is the monitor
    WallTime m_lastWall; ///< of the newest snapshot, for the words
    QTimer m_timer;
};

} // namespace plimsoll::desktop
