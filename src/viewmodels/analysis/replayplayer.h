// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/analysis/replayquestion.h"
#include "viewmodels/common/displayformat.h"
#include "viewmodels/common/riskstate.h"
#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>
#include <vector>

namespace plimsoll::viewmodels {

/// An account at the moment that the player has reached, and what became of it in the whole replay.
struct ReplayAccountRow {
    QString accountId;
    QString title;
    QString levelText; ///< "1.25"; "–" where it is not known or there is none
    RiskState riskState = RiskState::Unknown;
    QString outcomeText; ///< "lowest 1.03 on …; margin call on …; liquidated on …"

    [[nodiscard]] const QString &rowKey() const { return accountId; }
    static RowRoles<ReplayAccountRow> roles();
    bool operator==(const ReplayAccountRow &) const = default;
};

/// Something that happened: a change of state, or a notice that the alarms would have given.
struct ReplayEventRow {
    QString key;
    QString timeText;
    QString title; ///< of the account
    QString text;
    RiskState riskState = RiskState::Unknown;
    bool isNotice = false;
    int slice = 0; ///< has happened where the player's position is at least this

    [[nodiscard]] const QString &rowKey() const { return key; }
    static RowRoles<ReplayEventRow> roles();
    bool operator==(const ReplayEventRow &) const = default;
};

/// The same money in both margin modes over a replay, in words.
struct ReplayTwinRow {
    QString key;
    QString title; ///< the real accounts
    QString realText; ///< who was called first, what liquidations took
    QString twinText; ///< the same in the other mode
    QString carriedText; ///< who carried whom; empty where nobody did

    [[nodiscard]] const QString &rowKey() const { return key; }
    static RowRoles<ReplayTwinRow> roles();
    bool operator==(const ReplayTwinRow &) const = default;
};

/// A replay that was made, looked at moment by moment: nothing of it is real, and no alarm of it leaves the page. GUI
/// thread.
class ReplayPlayer : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the replay")
    /// Whether there is one.
    Q_PROPERTY(bool there READ there NOTIFY changed FINAL)
    /// Position in slices of time, 0 to `last`.
    Q_PROPERTY(int position READ position WRITE setPosition NOTIFY positionChanged FINAL)
    Q_PROPERTY(int last READ last NOTIFY changed FINAL)
    /// The moment of the position, local time.
    Q_PROPERTY(QString positionText READ positionText NOTIFY positionChanged FINAL)
    Q_PROPERTY(bool playing READ playing WRITE setPlaying NOTIFY playingChanged FINAL)
    /// Seconds that the whole replay takes.
    Q_PROPERTY(int seconds READ seconds WRITE setSeconds NOTIFY playingChanged FINAL)
    /// ReplayAccountRow, in the order of the book
    Q_PROPERTY(plimsoll::viewmodels::RowModel *accounts READ accounts CONSTANT FINAL)
    /// ReplayEventRow around the moment, oldest first
    Q_PROPERTY(plimsoll::viewmodels::RowModel *events READ events CONSTANT FINAL)
    /// ReplayTwinRow
    Q_PROPERTY(plimsoll::viewmodels::RowModel *twins READ twins CONSTANT FINAL)
    /// How many events there are in all.
    Q_PROPERTY(int eventCount READ eventCount NOTIFY changed FINAL)
    Q_PROPERTY(QString eventCountText READ eventCountText NOTIFY changed FINAL)
    /// Which account is drawn.
    Q_PROPERTY(int chosen READ chosen WRITE setChosen NOTIFY changed FINAL)
    /// From when to when, how many prices, what the alarms would have told, what could not be priced.
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    /// The chart in words.
    Q_PROPERTY(QString chartText READ chartText NOTIFY changed FINAL)

public:
    static constexpr int kMostEvents = 2000; ///< those after it are not listed, and that is said
    static constexpr int kEventsBefore = 9; ///< shown of what has happened, and of what comes
    static constexpr int kEventsAfter = 3;

    ReplayPlayer(const DisplayFormat &format, QObject *parent = nullptr);

    void setAnswer(std::shared_ptr<const ReplayAnswer> answer);

    [[nodiscard]] bool there() const { return m_answer != nullptr; }
    [[nodiscard]] int position() const { return m_position; }
    void setPosition(int position);
    [[nodiscard]] int last() const;
    [[nodiscard]] QString positionText() const;
    [[nodiscard]] bool playing() const { return m_timer.isActive(); }
    void setPlaying(bool playing); ///< at the end it begins anew
    [[nodiscard]] int seconds() const { return m_seconds; }
    void setSeconds(int seconds);
    [[nodiscard]] RowModel *accounts() const { return m_accounts; }
    [[nodiscard]] RowModel *events() const { return m_events; }
    [[nodiscard]] QString eventCountText() const { return m_format.locale().toString(eventCount()); }
    [[nodiscard]] int eventCount() const { return static_cast<int>(m_allEvents.size()); }
    /// To the moment of the next event, or of the one before.
    Q_INVOKABLE void goToEvent(bool next);
    [[nodiscard]] RowModel *twins() const { return m_twins; }
    [[nodiscard]] int chosen() const { return m_chosen; }
    void setChosen(int account);
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString chartText() const;

    /// For whoever draws it or writes it down; nullptr where there is none.
    [[nodiscard]] const ReplayAnswer *answer() const { return m_answer.get(); }
    [[nodiscard]] std::shared_ptr<const ReplayAnswer> sharedAnswer() const { return m_answer; }
    [[nodiscard]] const DisplayFormat &format() const { return m_format; }

Q_SIGNALS:
    void changed();
    void positionChanged();
    void playingChanged();

private:
    void advance();
    void showPosition();
    void showEvents();
    [[nodiscard]] ReplayAccountRow rowOf(std::size_t account) const;

    const DisplayFormat &m_format;
    std::shared_ptr<const ReplayAnswer> m_answer;
    RowListModel<ReplayAccountRow> *m_accounts;
    RowListModel<ReplayEventRow> *m_events;
    std::vector<ReplayEventRow> m_allEvents;
    RowListModel<ReplayTwinRow> *m_twins;
    QTimer m_timer;
    int m_position = 0;
    int m_chosen = 0;
    int m_seconds = 30;
};

} // namespace plimsoll::viewmodels
