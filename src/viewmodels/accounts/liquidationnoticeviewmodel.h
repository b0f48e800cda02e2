// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"
#include "ports/historyport.h"
#include "ports/snapshotrelay.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/riskstate.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <deque>
#include <map>
#include <string>

namespace plimsoll::viewmodels {

/// What happened to an account that was liquidated, or stands at its liquidation ratio: the level that triggered it,
/// what is lost, and that every other account is untouched. Opens by itself when an account becomes liquidated while
/// the program runs, one after the other; open() shows it for an account that stands at liquidation. GUI thread.
class LiquidationNoticeViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// The account it is about; the texts below are of it.
    Q_PROPERTY(QString accountId READ accountId NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString whatText READ whatText NOTIFY changed FINAL)
    /// Level and prices that did it; empty while they are not known.
    Q_PROPERTY(QString triggerText READ triggerText NOTIFY changed FINAL)
    Q_PROPERTY(QString lossText READ lossText NOTIFY changed FINAL)
    /// How other accounts stand, "ETH/USDT isolated: 1.44 Normal"; at most 6.
    Q_PROPERTY(QStringList others READ others NOTIFY changed FINAL)
    /// It is at liquidation and not recorded as closed.
    Q_PROPERTY(bool canRecord READ canRecord NOTIFY changed FINAL)
    /// RiskState.
    Q_PROPERTY(int riskState READ riskState NOTIFY changed FINAL)

public:
    LiquidationNoticeViewModel(monitor::HistoryPort &history, monitor::SnapshotRelay &relay,
                               const DisplayFormat &format, bool example, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return !m_queue.empty(); }
    [[nodiscard]] QString accountId() const
    {
        return m_queue.empty() ? QString() : QString::fromStdString(m_queue.front());
    }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString whatText() const { return m_whatText; }
    [[nodiscard]] QString triggerText() const { return m_triggerText; }
    [[nodiscard]] QString lossText() const { return m_lossText; }
    [[nodiscard]] QStringList others() const { return m_others; }
    [[nodiscard]] bool canRecord() const { return m_canRecord; }
    [[nodiscard]] int riskState() const { return static_cast<int>(m_riskState); }

    Q_INVOKABLE void open(const QString &accountId);
    Q_INVOKABLE void close(); ///< the next account's notice follows, if there is one

Q_SIGNALS:
    void changed();

private:
    struct Last { ///< of an open account, for the words after it was closed
        margin::Status status = margin::Status::Unknown;
        QString trigger;
    };

    void take(const monitor::SnapshotPtr &snapshot);
    void askTrigger(const std::string &id);
    void show();
    [[nodiscard]] QString triggerOf(const margin::Verdict &verdict) const;

    monitor::HistoryPort &m_history;
    const DisplayFormat &m_format;
    const bool m_example;
    monitor::SnapshotPtr m_snapshot;
    std::map<std::string, Last> m_last;
    std::deque<std::string> m_queue;
    QString m_title;
    QString m_whatText;
    QString m_triggerText;
    QString m_lossText;
    QStringList m_others;
    bool m_canRecord = false;
    RiskState m_riskState = RiskState::Liquidated;
};

} // namespace plimsoll::viewmodels
