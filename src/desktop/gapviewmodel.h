// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/gapaccountmodel.h"
#include "ports/alarmcommands.h"
#include "ports/snapshotrelay.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace plimsoll::desktop {

/// The report about a time in which nothing was watched: how long, why, and what the exchange's candles say of each
/// account. Opens by itself with AlarmBoard::gap; closes when the person has seen it, and opens again with the next.
/// GUI thread.
class GapViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed FINAL)
    Q_PROPERTY(QString detail READ detail NOTIFY changed FINAL)
    Q_PROPERTY(QString furtherText READ furtherText NOTIFY changed FINAL)
    Q_PROPERTY(bool isAsking READ isAsking NOTIFY changed FINAL)
    Q_PROPERTY(bool wouldHaveFired READ wouldHaveFired NOTIFY changed FINAL)
    Q_PROPERTY(plimsoll::desktop::GapAccountModel *accounts READ accounts CONSTANT FINAL)

public:
    GapViewModel(monitor::AlarmCommands &alarms, monitor::SnapshotRelay &relay, const viewmodels::DisplayFormat &format,
                 QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString stateText() const { return m_stateText; }
    [[nodiscard]] QString detail() const { return m_detail; } ///< why it failed or what is missing; from outside
    [[nodiscard]] QString furtherText() const
    {
        return m_furtherText;
    } ///< "Reports that follow: 2"; empty where there are none
    [[nodiscard]] bool isAsking() const { return m_isAsking; }
    [[nodiscard]] bool wouldHaveFired() const { return m_wouldHaveFired; } ///< an alarm of any account
    [[nodiscard]] GapAccountModel *accounts() const { return m_accounts; }

    Q_INVOKABLE void seen();

Q_SIGNALS:
    void changed();

private:
    void take(const monitor::SnapshotPtr &snapshot);
    void show(const monitor::RiskSnapshot &snapshot);
    [[nodiscard]] QString answerText() const;
    [[nodiscard]] GapRow rowOf(const monitor::GapAccount &account, const monitor::RiskSnapshot &snapshot) const;

    monitor::AlarmCommands &m_alarms;
    const viewmodels::DisplayFormat &m_format;
    GapAccountModel *m_accounts;
    std::shared_ptr<const monitor::GapReport> m_report; ///< the one on the screen, or seen last
    int m_further = 0;
    bool m_isOpen = false;
    bool m_isAsking = false;
    bool m_wouldHaveFired = false;
    QString m_title;
    QString m_stateText;
    QString m_detail;
    QString m_furtherText;
};

} // namespace plimsoll::desktop
