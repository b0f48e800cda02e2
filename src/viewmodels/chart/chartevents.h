// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/chart/chartevent.h"
#include "viewmodels/chart/chartwindow.h"
#include "viewmodels/common/chartscale.h"

#include <QtCore/QObject>
#include <QtCore/QPointF>
#include <QtQml/qqmlregistration.h>

#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// What happened to the chosen account, as marks on its line, and why its level was unknown at times. A person steps
/// from one to the next; the window follows. GUI thread.
class ChartEvents : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the chart")
    /// Those in the window, ascending; of those too near to be told apart the most important one.
    Q_PROPERTY(plimsoll::viewmodels::RowModel *marks READ marks CONSTANT FINAL)
    /// Whether they are drawn.
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY changed FINAL)
    /// What the one that a person stepped to is; empty where there is none.
    Q_PROPERTY(QString currentText READ currentText NOTIFY changed FINAL)
    /// Where its mark is, both 0 (left, bottom) to 1.
    Q_PROPERTY(QPointF currentPlace READ currentPlace NOTIFY changed FINAL)
    /// The share of the chart's width that one mark needs.
    Q_PROPERTY(double markStep READ markStep WRITE setMarkStep NOTIFY changed FINAL)

public:
    ChartEvents(monitor::Stores &stores, const DisplayFormat &format, ChartWindow &window, QObject *parent = nullptr);

    [[nodiscard]] ChartEventModel *marks() const { return m_marks; }
    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] QPointF currentPlace() const;
    [[nodiscard]] double markStep() const { return m_markStep; }
    void setMarkStep(double step);

    Q_INVOKABLE void step(int by); ///< to the next (1) or the one before (-1); from none to the one next to the middle
    Q_INVOKABLE void select(const QString &eventId);
    Q_INVOKABLE void leave(); ///< none is current any more

    /// Reads again what happened to this account; "" is none.
    void load(const std::string &account);
    /// Puts the marks onto a line. `call`: where its account is called.
    void place(const LevelStretches &line, const ChartScale &scale, double call);
    [[nodiscard]] QString gapText(const TimeSpan &gap) const;

Q_SIGNALS:
    void changed();
    void placesWanted(); ///< before changed(): somebody who knows the line must call place()

private:
    void join();
    void show(const ChartEvent &event);

    monitor::Stores &m_stores;
    const DisplayFormat &m_format;
    ChartWindow &m_window;
    ChartEventModel *m_marks;
    std::string m_account;
    std::vector<monitor::StatusRecord> m_statuses;
    std::vector<monitor::BarChange> m_bars;
    std::vector<monitor::JournalRow> m_rows;
    std::vector<ChartEvent> m_events; ///< all of the account, ascending
    QString m_current;
    double m_markStep = 0.02;
    bool m_shown = true;
};

} // namespace plimsoll::viewmodels
