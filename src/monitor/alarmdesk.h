// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/machine.h"
#include "alarm/planner.h"
#include "margin/riskbook.h"
#include "monitor/alarmboard.h"
#include "monitor/alarmfacts.h"
#include "monitor/alarmoutbox.h"
#include "monitor/alarmpreferences.h"
#include "monitor/noticecontext.h"
#include "monitor/owntime.h"
#include "monitor/ports/clock.h"
#include "monitor/ports/notifier.h"
#include "monitor/ports/stores.h"

#include <QtCore/QObject>

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// Where verdicts become alarms: feeds the alarm machine, plans notices, stores every step with its outbox in one
/// transaction, hands deliveries to the notifier and takes their results back. Does not wait for the disk before it
/// tells: a notice twice is better than none. Engine thread only; AlarmService carries calls of other threads here.
class AlarmDesk final : public QObject
{
    Q_OBJECT

public:
    static constexpr alarm::Ms kUndo = 15 * alarm::kSecond; ///< how long an acknowledgement can be taken back
    static constexpr alarm::Ms kScreenSilence = 10 * alarm::kSecond; ///< T5
    static constexpr alarm::Ms kNoticeSnooze = 5 * alarm::kMinute; ///< by the button of a notification

    /// The words of a notice; see wording::noticeText(). Called on the engine thread.
    using Writer = std::function<NoticeText(const alarm::Notice &, const NoticeContext &)>;

    struct Options {
        Notifier *notifier = nullptr; ///< nullptr: nothing but the screen
        Writer writer; ///< empty: notices without words, as in a replay
        AlarmPreferences preferences;
        bool hasScreen = false; ///< somebody confirms Screen deliveries and beats
        bool tellsGaps = true; ///< false where prices are a story
        int pollPeriodMs = 5000;
    };

    AlarmDesk(Stores &stores, const Clock &clock, Options options, QObject *parent = nullptr);

    /// Puts stored states in place of whatever was known; from here on it decides, keeps and tells. Before the first
    /// sample.
    void restore(const StoredAlarms &stored);

    /// Another process is the monitor: nothing is decided, kept or told any more. Lives are those that mirror() brings.
    void standBy();
    void handOver(); ///< the same for one that was the monitor: its notification is put away
    void mirror(const StoredAlarms &stored);
    [[nodiscard]] bool standsBy() const { return m_standsBy; }

    void setPollPeriod(alarm::Ms period);
    void setPreferences(const AlarmPreferences &preferences);

    /// One account was judged anew. Call decide() when all of this moment are in.
    void judge(const margin::Verdict &verdict, const margin::QuoteBoard &quotes, const FeedFacts &feed);
    /// One answer of the source was applied: accounts in which something goes on get a sample although nothing of
    /// theirs moved.
    void answered(const margin::RiskBook &book, const FeedFacts &feed);
    void remove(const std::string &account);
    /// Own alarms whose price does not come are told; after every answer and once a second.
    void lookAtRulePrices(const margin::QuoteBoard &quotes);
    /// Judges a person's own rules by what is known now: after every answer, when one was saved, and once a second.
    void judgeRules(const margin::RiskBook &book, const FeedFacts &feed);

    /// Time passed: the end of acknowledgements, silent channels, a silent screen. Call decide() after it.
    void tick();
    /// The end of one decision: plans, stores, tells. The context is asked for only where something is to be told.
    void decide(const std::function<NoticeContext()> &context);

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
    void acknowledgeNotice(std::uint64_t notice); ///< all accounts it named
    void snoozeNotice(std::uint64_t notice);
    void undo();
    void snooze(const std::string &account, alarm::Ms span);
    void handled(const std::string &account);
    void setRules(std::vector<alarm::Rule> rules) { m_machine.setRules(std::move(rules), m_clock.bootMs()); }
    void takeRequests(const std::vector<AlarmRequest> &requests);
    void tellAgain(); ///< the desktop forgot its notifications

    /// Sends a test through one channel; its result shows in the board.
    void test(alarm::Channel channel, const NoticeText &text);

    [[nodiscard]] AlarmBoard board() const; ///< without gap and drill, which others know
    [[nodiscard]] const alarm::Machine &machine() const { return m_machine; }
    [[nodiscard]] std::vector<std::string> accountsOf(std::uint64_t notice) const
    {
        return m_outbox.accountsOf(notice);
    }
    [[nodiscard]] const AlarmPreferences &preferences() const { return m_options.preferences; }
    [[nodiscard]] alarm::Ladder ladder() const; ///< the ways to a person as they are now

Q_SIGNALS:
    void alarmChanged(const plimsoll::monitor::AlarmEventRow &event);
    void noticed(const plimsoll::monitor::Delivery &delivery); ///< of the channels Screen, Attention, MiniWindow
    void stored(bool ok); ///< whether the newest step could be written

private:
    void forgetLives();
    void putInPlace(const StoredAlarms &stored);
    void tell(const alarm::Notice &notice, const NoticeContext &context, AlarmRecord &record);
    void send(Delivery delivery);
    void putAway(const std::vector<alarm::Change>
                     &changes); ///< the notification that stands, where a person answered everything
    void putAway(const QString &title, const QString &body);
    void remember(const std::vector<alarm::Change> &changes, const NoticeContext &context, AlarmRecord &record);
    void keep(const alarm::Key &key);
    void write(AlarmRecord record);
    [[nodiscard]] bool quietNow() const;
    [[nodiscard]] bool carries(alarm::Channel channel) const; ///< it is on, and something is there for it

    Stores &m_stores;
    const Clock &m_clock;
    Options m_options;
    alarm::Machine m_machine;
    alarm::Planner m_planner;
    AlarmOutbox m_outbox;
    AlarmFacts m_facts;
    bool m_standsBy = false;
    RulePrices m_rulePrices;
    std::array<ChannelHealth, alarm::kChannels> m_channels;
    std::set<alarm::Key> m_dirty; ///< lives to be stored with the next decision
    std::vector<OutboxRow> m_closed; ///< results to be stored with the next decision
    std::vector<alarm::Standing> m_undo;
    alarm::Ms m_undoUntil = 0;
    OwnTime m_ownTime;
    alarm::Ms m_screenSilence = 0; ///< of our own time
    std::int64_t m_lastRequest = 0; ///< taken over
    std::int64_t m_handledRequests = 0; ///< to be stored with the next decision
    std::uint64_t m_tests = 0;
};

} // namespace plimsoll::monitor

Q_DECLARE_METATYPE(plimsoll::monitor::AlarmEventRow)
