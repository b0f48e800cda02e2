// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/alarmcommands.h"
#include "ports/clock.h"
#include "ports/snapshotrelay.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/riskstate.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace plimsoll::desktop {

/// The small window above all others: the most urgent alarm that nobody acknowledged, live. It is wanted from the first
/// delivery of its channel until no alarm of a call or worse is unacknowledged; a delivery that concerns no account (a
/// test, the program itself, a drill) shows its own words. What a person presses counts only when the alarm was on the
/// screen for longer than kShownMs. GUI thread.
class MiniViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool isWanted READ isWanted NOTIFY wantedChanged FINAL)
    Q_PROPERTY(int riskState READ riskState NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString levelText READ levelText NOTIFY changed FINAL)
    Q_PROPERTY(QString distanceText READ distanceText NOTIFY changed FINAL)
    Q_PROPERTY(QString saveText READ saveText NOTIFY changed FINAL)
    Q_PROPERTY(QString moreText READ moreText NOTIFY changed FINAL)
    Q_PROPERTY(bool canSnooze READ canSnooze NOTIFY changed FINAL)

public:
    static constexpr std::int64_t kShownMs = 500;
    static constexpr int kTestMs = 10'000; ///< how long a test stays
    static constexpr std::chrono::minutes kSnooze {5};

    MiniViewModel(monitor::AlarmCommands &alarms, monitor::SnapshotRelay &relay, const monitor::Clock &clock,
                  const viewmodels::DisplayFormat &format, QObject *parent = nullptr);

    void present(const monitor::Delivery &delivery);

    [[nodiscard]] bool isWanted() const { return m_delivery.has_value(); }
    [[nodiscard]] int riskState() const { return static_cast<int>(m_shown.state); }
    [[nodiscard]] QString title() const { return m_shown.title; }
    [[nodiscard]] QString levelText() const { return m_shown.level; }
    [[nodiscard]] QString distanceText() const { return m_shown.distance; }
    [[nodiscard]] QString saveText() const { return m_shown.save; }
    [[nodiscard]] QString moreText() const { return m_shown.more; }
    [[nodiscard]] bool canSnooze() const { return m_shown.canSnooze; }

    Q_INVOKABLE void open(); ///< the main window, please
    Q_INVOKABLE void snooze();
    Q_INVOKABLE void acknowledge();

Q_SIGNALS:
    void wantedChanged();
    void changed();
    void openRequested();

private:
    struct Shown {
        QString account; ///< "" = of no account
        std::string alarm; ///< identity: a new one must settle again
        viewmodels::RiskState state = viewmodels::RiskState::Unknown;
        QString title;
        QString level;
        QString distance;
        QString save;
        QString more;
        bool canSnooze = false;

        bool operator==(const Shown &) const = default;
    };

    void take(const monitor::SnapshotPtr &snapshot);
    void refresh();
    void show(Shown shown);
    void end();
    [[nodiscard]] Shown ownWords() const;
    [[nodiscard]] Shown programWords(const alarm::ActiveAlarm &active) const;
    [[nodiscard]] Shown accountWords(const alarm::ActiveAlarm &active, const margin::Verdict &verdict) const;
    [[nodiscard]] bool settled() const;

    monitor::AlarmCommands &m_alarms;
    const monitor::Clock &m_clock;
    const viewmodels::DisplayFormat &m_format;
    monitor::SnapshotPtr m_snapshot;
    std::optional<monitor::Delivery> m_delivery; ///< the newest; nothing while the window is not wanted
    BootTime m_presentedAt;
    BootTime m_shownAt;
    Shown m_shown;
    QTimer m_testEnds;
};

} // namespace plimsoll::desktop
