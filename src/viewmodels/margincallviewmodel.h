// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/callalarms.h"
#include "viewmodels/margincallmodel.h"
#include "viewmodels/services.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// The margin-call dialog: one for all accounts at or below their call ratio, most urgent first, always live. It
/// follows the alarms: it opens by itself whenever one of call or worse (or a person's own like these) is active and
/// unacknowledged that was not answered here yet, so also when an acknowledgement ended or it got worse. It closes when
/// everything in it was acknowledged, here or elsewhere, never by itself. An account that recovers stays as one line
/// until the person has seen it. An account whose level became unknown stays as it was, with its state Unknown.
/// acknowledge() and snooze() count only when what they concern was on the screen for longer than kSettleMs: a key
/// struck for something else must not dismiss it. A snapshot without alarms is judged by statuses alone. GUI thread.
class MarginCallViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *accounts READ accounts CONSTANT FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool hasActive READ hasActive NOTIFY changed FINAL)
    Q_PROPERTY(bool canSnooze READ canSnooze NOTIFY changed FINAL)
    Q_PROPERTY(bool canSnoozeLong READ canSnoozeLong NOTIFY changed FINAL)
    Q_PROPERTY(int worstState READ worstState NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString updatedText READ updatedText NOTIFY changed FINAL)

public:
    static constexpr std::int64_t kSettleMs = 500;

    explicit MarginCallViewModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] MarginCallModel *accounts() const { return m_accounts; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool hasActive() const { return m_hasActive; }
    [[nodiscard]] bool canSnooze() const
    {
        return snoozable(5 * alarm::kMinute);
    } ///< every alarm in it allows 5 minutes
    [[nodiscard]] bool canSnoozeLong() const { return snoozable(15 * alarm::kMinute); }
    [[nodiscard]] int worstState() const { return static_cast<int>(m_worstState); }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString updatedText() const { return m_updatedText; }

    Q_INVOKABLE void acknowledge(); ///< all accounts listed; recovered lines are dropped
    Q_INVOKABLE void snooze(int minutes); ///< the accounts listed, where all of them allow it
    void forgetAcknowledgement(); ///< it was taken back
    Q_INVOKABLE void open(); ///< again, by the person; nothing where no account is in call
    void tick(); ///< ages; called every second
    void putAside() { answer(); } ///< closes it and answers no alarm

    /// A crossing as the engine decided it. Snapshots are skipped on their way to the screen when they come faster than
    /// a person can read; a call that came and went between two of them is told all the same.
    void onStatusChanged(const plimsoll::monitor::StatusEvent &event);

Q_SIGNALS:
    void changed();
    void acknowledged(const QString &text); ///< for a toast that offers to undo; only where alarms can be taken back

private:
    struct Entry {
        margin::Status stage =
            margin::Status::MarginCall; ///< MarginCall or Liquidation: the worst since it was acknowledged
        margin::Status now = margin::Status::MarginCall;
        std::int64_t since = 0; ///< wall ms, for display
        std::int64_t enteredBoot = 0; ///< bootMs() of entering: the wall clock may step back
        std::int64_t endedAt = 0; ///< wall ms; 0 = still in call
        bool acknowledged = false;
        QString endText; ///< what to say once it ended
    };

    void take(const monitor::SnapshotPtr &snapshot);
    void follow(const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot);
    void follow(Entry &entry, margin::Status status, std::int64_t time);
    void enter(const std::string &id, margin::Status status, std::int64_t time);
    void end(Entry &entry, const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot);
    void askSince(const std::string &id);
    void followAlarms(const monitor::RiskSnapshot &snapshot);
    void followAlarms(const margin::Verdict &verdict, const monitor::RiskSnapshot &snapshot);
    void openForNews();
    void closeWhenSilent();
    void answer();
    [[nodiscard]] bool hasSettled() const;
    [[nodiscard]] bool snoozable(alarm::Ms span) const;
    [[nodiscard]] QString ownAlarmText(const std::string &id) const;
    void show();

    const Services m_services;
    const DisplayFormat &m_format;
    MarginCallModel *m_accounts;
    monitor::SnapshotPtr m_snapshot;
    std::map<std::string, Entry> m_entries;
    std::vector<CallAlarm> m_alarms; ///< of the newest snapshot
    std::vector<CallAlarm> m_answered; ///< by this dialog; a snapshot on its way may still show them as active
    std::vector<CallAlarm> m_told; ///< what the open dialog shows as active and unacknowledged
    bool m_byPerson = false; ///< opened to look at what is acknowledged already
    std::int64_t m_shownAt = 0; ///< bootMs() when the newest account came onto the screen
    bool m_first = true;
    bool m_isOpen = false;
    bool m_hasActive = false;
    RiskState m_worstState = RiskState::MarginCall;
    QString m_title;
    QString m_updatedText;
    QTimer m_timer;
};

} // namespace plimsoll::viewmodels
