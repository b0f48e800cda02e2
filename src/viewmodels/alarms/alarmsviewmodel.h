// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "viewmodels/alarms/alarmhistoryviewmodel.h"
#include "viewmodels/alarms/alarmlistmodel.h"
#include "viewmodels/alarms/alarmwhyviewmodel.h"
#include "viewmodels/common/services.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plimsoll::viewmodels {

/// The alarms as the screen shows them: what stands, worst first, the bar above the panels, the history and the
/// explanation of one alarm. It confirms what it was asked to show, and tells the engine every kBeatMs that the screen
/// lives. GUI thread.
class AlarmsViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *active READ active CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::AlarmHistoryViewModel *history READ history CONSTANT FINAL)
    Q_PROPERTY(plimsoll::viewmodels::AlarmWhyViewModel *why READ why CONSTANT FINAL)
    /// How many alarms; the texts below are empty where it is 0.
    Q_PROPERTY(int unacknowledged READ unacknowledged NOTIFY changed FINAL)
    /// RiskState of the worst alarm that is not acknowledged.
    Q_PROPERTY(int worstState READ worstState NOTIFY changed FINAL)
    /// "Alarms not acknowledged: 2".
    Q_PROPERTY(QString countText READ countText NOTIFY changed FINAL)
    /// The worst alarm, "Margin call: BCH/USDT isolated at 1.06, and 1 more".
    Q_PROPERTY(QString barText READ barText NOTIFY changed FINAL)
    /// "since 13:05 · not confirmed".
    Q_PROPERTY(QString barDetail READ barDetail NOTIFY changed FINAL)
    Q_PROPERTY(bool hasBar READ hasBar NOTIFY changed FINAL)
    /// Everything that the bar tells stands in the margin call too.
    Q_PROPERTY(bool onlyCalls READ onlyCalls NOTIFY changed FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed FINAL)
    /// ms for which the screen offers to take an acknowledgement back.
    Q_PROPERTY(int undoMs READ undoMs CONSTANT FINAL)

public:
    static constexpr int kBeatMs = 2000;
    static constexpr int kUndoMs = 10'000; ///< how long the screen offers to take an acknowledgement back

    explicit AlarmsViewModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] AlarmListModel *active() const { return m_active; }
    [[nodiscard]] AlarmHistoryViewModel *history() const { return m_history; }
    [[nodiscard]] AlarmWhyViewModel *why() const { return m_why; }
    [[nodiscard]] int unacknowledged() const { return m_shown.unacknowledged; }
    [[nodiscard]] int worstState() const { return static_cast<int>(m_shown.worstState); }
    [[nodiscard]] QString countText() const { return m_shown.countText; }
    [[nodiscard]] QString barText() const { return m_shown.barText; }
    [[nodiscard]] QString barDetail() const { return m_shown.barDetail; }
    [[nodiscard]] bool onlyCalls() const { return m_shown.onlyCalls; }
    [[nodiscard]] bool hasBar() const { return !m_shown.barText.isEmpty(); }
    [[nodiscard]] bool canUndo() const { return m_shown.canUndo; }
    [[nodiscard]] int undoMs() const { return kUndoMs; }

    Q_INVOKABLE void acknowledge(const QString &rowId);
    Q_INVOKABLE void acknowledgeAll();
    Q_INVOKABLE void undoAcknowledge(); ///< the last acknowledgement, while canUndo
    Q_INVOKABLE void snooze(const QString &rowId, int minutes); ///< every alarm of that row's account
    Q_INVOKABLE void handled(const QString &rowId); ///< a liquidation was dealt with
    Q_INVOKABLE void explain(const QString &rowId); ///< opens `why` on the moment it was raised
    Q_INVOKABLE void openPage(); ///< asks the window to show the Alarms tab

    /// A delivery that the window has to show. It is reported as shown once the screen took its words over; others are
    /// ignored.
    void onNotice(const plimsoll::monitor::Delivery &delivery);

Q_SIGNALS:
    void changed();
    void acknowledged(const QString &text); ///< for a toast that offers to undo
    void undone();
    void pageWanted();

private:
    struct Shown {
        int unacknowledged = 0;
        RiskState worstState = RiskState::Unknown;
        QString countText;
        QString barText;
        bool onlyCalls = false;
        QString barDetail;
        bool canUndo = false;

        bool operator==(const Shown &) const = default;
    };

    void take(const monitor::SnapshotPtr &snapshot);
    void confirmShown();

    const Services m_services;
    const DisplayFormat &m_format;
    AlarmListModel *m_active;
    AlarmHistoryViewModel *m_history;
    AlarmWhyViewModel *m_why;
    Shown m_shown;
    QTimer m_beat;
    QTimer m_confirm;
    struct Awaited {
        monitor::Delivery delivery;
        BootTime since;
    };
    std::vector<Awaited> m_awaited; ///< to be confirmed
};

} // namespace plimsoll::viewmodels
