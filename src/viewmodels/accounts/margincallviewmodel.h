// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "viewmodels/accounts/callbook.h"
#include "viewmodels/accounts/margincallmodel.h"
#include "viewmodels/common/services.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <string>
#include <utility>

namespace plimsoll::viewmodels {

/// The margin-call dialog: one for all accounts at or below their call ratio, most urgent first, always live. CallBook
/// says who is in it and whether it is open. An account whose level became unknown stays as it was, with its state
/// Unknown. acknowledge() and snooze() count only when what they concern was on the screen for longer than kShownMs: a
/// key struck for something else must not dismiss it. GUI thread.
class MarginCallViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *accounts READ accounts CONSTANT FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    /// One of the accounts is still in call; else all have recovered or were liquidated.
    Q_PROPERTY(bool hasActive READ hasActive NOTIFY changed FINAL)
    /// All active alarms allow 5, or 15 minutes.
    Q_PROPERTY(bool canSnooze READ canSnooze NOTIFY changed FINAL)
    Q_PROPERTY(bool canSnoozeLong READ canSnoozeLong NOTIFY changed FINAL)
    /// RiskState of the most urgent account.
    Q_PROPERTY(int worstState READ worstState NOTIFY changed FINAL)
    /// "2 accounts need attention"; empty for one.
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    /// Only a bar of it is shown, at the person's wish; news and reminders bring all of it back.
    Q_PROPERTY(bool isFolded READ isFolded NOTIFY changed FINAL)
    /// "BCH/USDT isolated 1.06", of the most urgent account; what the folded bar says.
    Q_PROPERTY(QString barText READ barText NOTIFY changed FINAL)
    /// How many accounts are listed, recovered ones not counted.
    Q_PROPERTY(int activeCount READ activeCount NOTIFY changed FINAL)
    /// "updated 3 s ago".
    Q_PROPERTY(QString updatedText READ updatedText NOTIFY changed FINAL)

public:
    /// Ways to the initial ratio.
    enum Way { Deposit, Repay, Sell };
    Q_ENUM(Way)
    static constexpr std::int64_t kShownMs = 500;

    explicit MarginCallViewModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] MarginCallModel *accounts() const { return m_accounts; }
    [[nodiscard]] bool isOpen() const { return m_book.isOpen(); }
    [[nodiscard]] bool hasActive() const { return m_hasActive; }
    [[nodiscard]] bool canSnooze() const { return snoozable(5 * alarm::kMinute); }
    [[nodiscard]] bool canSnoozeLong() const { return snoozable(15 * alarm::kMinute); }
    [[nodiscard]] int worstState() const { return static_cast<int>(m_worstState); }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString updatedText() const { return m_updatedText; }
    [[nodiscard]] bool isFolded() const { return m_folded; }
    [[nodiscard]] QString barText() const { return m_barText; }
    [[nodiscard]] int activeCount() const { return m_activeCount; }

    Q_INVOKABLE void fold(bool folded); ///< answers nothing: the alarms go on
    Q_INVOKABLE void expand(const QString &accountId); ///< shows it in full, and the others as one line
    Q_INVOKABLE void choose(const QString &accountId, int way);

    Q_INVOKABLE void acknowledge(); ///< all accounts listed; recovered lines are dropped
    Q_INVOKABLE void snooze(int minutes); ///< the accounts listed, where all of them allow it
    void forgetAcknowledgement(); ///< it was taken back
    Q_INVOKABLE void open(); ///< again, by the person; nothing where no account is in call
    void tick(); ///< ages; called every second
    /// Since when an account is at or below the bar of this status, as the dialog says it; nothing where it is not
    /// there.
    [[nodiscard]] std::optional<WallTime> calledSince(const std::string &account, margin::Status status) const;
    void putAside() { answer(); } ///< closes it and answers no alarm

    /// A crossing as the engine decided it. Snapshots are skipped on their way to the screen when they come faster than
    /// a person can read; a call that came and went between two of them is told all the same.
    void onStatusChanged(const plimsoll::monitor::StatusEvent &event);

Q_SIGNALS:
    void changed();
    void dated(); ///< what calledSince() says is another now, by the records
    void acknowledged(const QString &text); ///< for a toast that offers to undo; only where alarms can be taken back

private:
    void take(const monitor::SnapshotPtr &snapshot);
    void askSince(const std::string &id);
    void answer();
    [[nodiscard]] bool wasShown() const;
    [[nodiscard]] bool snoozable(alarm::Ms span) const;
    [[nodiscard]] MarginCallView viewOf(const std::string &id, const CallBook::Entry &entry,
                                        const margin::Verdict &verdict) const;
    [[nodiscard]] MarginCallView endedView(const std::string &id, const CallBook::Entry &entry) const;
    [[nodiscard]] QString ownAlarmText(const std::string &id) const;
    [[nodiscard]] bool isClose(const std::string &id) const;
    [[nodiscard]] std::int64_t age() const; ///< ms since the newest snapshot
    void show();
    void addChoices(std::vector<MarginCallView> &views);
    void unfoldForNews();

    const Services m_services;
    const DisplayFormat &m_format;
    MarginCallModel *m_accounts;
    monitor::SnapshotPtr m_snapshot;
    CallBook m_book;
    bool m_hasActive = false;
    RiskState m_worstState = RiskState::MarginCall;
    QString m_title;
    QString m_updatedText;
    QString m_barText;
    int m_activeCount = 0;
    bool m_folded = false;
    std::pair<BootTime, int> m_told {}; ///< when it last had news, and how often it was told
    QString m_expanded; ///< account; empty: the most urgent
    std::map<QString, int> m_ways; ///< Way by account
    QTimer m_timer;
};

} // namespace plimsoll::viewmodels
