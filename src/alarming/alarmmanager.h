// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/machine.h"
#include "alarm/planner.h"
#include "alarming/alarmfacts.h"
#include "alarming/noticedispatcher.h"
#include "alarming/owntime.h"
#include "alarming/ruleprices.h"
#include "margin/moment.h"
#include "margin/riskbook.h"
#include "ports/alarmsport.h"
#include "ports/clock.h"

#include <QtCore/QObject>

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// Where verdicts become alarms: evaluates them by the alarm machine, plans notices, stores every step with its outbox
/// in one transaction, and sends the notices. Does not wait for the disk before it sends. Engine thread only;
/// AlarmService carries calls of other threads here. Its public functions are the inputs of an alarm, one per kind.
class AlarmManager final : public QObject
{
    Q_OBJECT

public:
    static constexpr alarm::Ms kUndo = 15 * alarm::kSecond; ///< how long an acknowledgement can be taken back
    static constexpr alarm::Ms kScreenSilence = 10 * alarm::kSecond; ///< T5
    static constexpr alarm::Ms kNoticeSnooze = 5 * alarm::kMinute; ///< by the button of a notification

    struct Options : NoticeDispatcher::Options {
        bool tellsGaps = true; ///< false where prices are a story
        int pollPeriodMs = 5000;
    };

    AlarmManager(AlarmsPort &alarms, const Clock &clock, const Options &options, QObject *parent = nullptr);

    /// Puts stored states in place of whatever was known; from here on it decides, keeps and tells. Before the first
    /// sample.
    void restore(const StoredAlarms &stored);

    /// Another process is the monitor: nothing is decided, kept or told any more. What stands is what mirror() brings.
    void standBy();
    void handOver(); ///< the same for one that was the monitor: its notification is withdrawn
    void mirror(const StoredAlarms &stored);
    [[nodiscard]] bool standsBy() const { return m_standsBy; }

    void setPollPeriod(alarm::Ms period);
    void setPreferences(const AlarmPreferences &preferences);

    /// One account was judged anew. Call decide() when all of this moment are in.
    void judge(const margin::Verdict &verdict, const margin::QuoteBoard &quotes, const FeedFacts &feed);
    /// One answer of the source was applied: accounts in which something goes on get a sample although nothing of
    /// theirs moved.
    void answered(const margin::RiskBook &book, const FeedFacts &feed);
    /// Judges a person's own rules by what is known now, and says which of their prices do not come.
    void judgeRules(const margin::RiskBook &book, const FeedFacts &feed);
    void remove(const std::string &account);

    /// Time passed: the end of acknowledgements, silent channels, a silent screen. Call decide() after it.
    void tick();
    /// The end of one decision: plans, stores, tells.
    void decide(const NoticeContext &context);

    /// The program about itself: NotDelivered to Ledger.
    void report(alarm::Condition condition, const std::string &detail, bool holds,
                alarm::Priority priority = alarm::Priority::Low);
    void report(alarm::Condition condition, const std::string &detail, alarm::Observation observation,
                alarm::Priority priority = alarm::Priority::Low);
    void delivered(const DeliveryReport &report);
    void screenBeat() { m_screenSilence = 0; }

    // what a person does; decide() tells its effect
    void acknowledge(const std::string &account, std::optional<alarm::Condition> condition,
                     std::optional<alarm::Request> request = {});
    void acknowledgeNotice(alarm::NoticeId notice); ///< all accounts it named
    void snoozeNotice(alarm::NoticeId notice);
    void undo();
    void snooze(const std::string &account, alarm::Ms span);
    void handled(const std::string &account);
    void setRules(std::vector<alarm::Rule> rules);
    void takeRequests(const std::vector<AlarmRequest> &requests);
    void tellAgain(); ///< the desktop forgot its notifications

    [[nodiscard]] AlarmBoard board() const; ///< without gap and drill, which others know
    [[nodiscard]] const alarm::Machine &machine() const { return m_machine; }
    [[nodiscard]] NoticeDispatcher &dispatcher() { return *m_dispatcher; }

Q_SIGNALS:
    void alarmChanged(const plimsoll::monitor::AlarmEventRow &event);

private:
    void resetMachine();
    void putInPlace(const StoredAlarms &stored);
    void send(const alarm::Notice &notice, const NoticeContext &context, AlarmRecord &record);
    void withdrawAnswered(const std::vector<alarm::Change> &changes);
    void remember(const std::vector<alarm::Change> &changes, const NoticeContext &context, AlarmRecord &record);
    void write(AlarmRecord record);

    AlarmsPort &m_alarms;
    const Clock &m_clock;
    NoticeDispatcher *m_dispatcher; ///< child
    const bool m_hasScreen;
    alarm::Ms m_pollPeriod;
    alarm::Machine m_machine;
    alarm::Planner m_planner;
    AlarmFacts m_facts;
    RulePrices m_rulePrices;
    bool m_standsBy = false;
    std::set<alarm::Key> m_dirty; ///< alarms to be stored with the next decision
    std::vector<OutboxRow> m_closed; ///< results to be stored with the next decision
    std::vector<alarm::ActiveAlarm> m_undo;
    BootTime m_undoUntil;
    OwnTime m_ownTime;
    alarm::Ms m_screenSilence = 0; ///< of our own time
    std::int64_t m_lastRequest = 0; ///< taken over
    std::int64_t m_handledRequests = 0; ///< to be stored with the next decision
};

} // namespace plimsoll::monitor

Q_DECLARE_METATYPE(plimsoll::monitor::AlarmEventRow)
