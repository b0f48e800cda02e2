// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarming/alarmdrill.h"
#include "alarming/alarmmanager.h"
#include "alarming/gapreports.h"
#include "margin/moment.h"
#include "ports/alarmcommands.h"

#include <QtCore/QObject>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// The alarms of a running monitor, as the engine and other threads see them: the manager, the gaps, the fire drill and
/// the daily self-test. Lives on the engine thread as a child of Monitor; AlarmCommands may be called from any thread,
/// everything else belongs to the engine. Takes values and gives values: what follows from a change that no price made
/// is the engine's business, which changed() asks for. Its public functions are the commands of a person and the inputs
/// of the engine, one per kind.
class AlarmService final : public QObject, public AlarmCommands
{
    Q_OBJECT

public:
    static constexpr std::int64_t kSelfTestMs = 24 * alarm::kHour;

    AlarmService(Stores &stores, const Clock &clock, const AlarmManager::Options &options, QObject *parent = nullptr);

    // engine thread
    void restore(const StoredAlarms &stored); ///< before the first account is judged
    void begin(const StoredAlarms &stored, GapQuestion open); ///< once accounts are known: what was not watched
    void standBy(); ///< another process is the monitor, until restore()
    void handOver(); ///< likewise, by one that was the monitor
    void mirror(const StoredAlarms &stored); ///< what it recorded
    void stop(); ///< the sign that it ended in order

    void judge(const margin::Verdict &verdict, const margin::QuoteBoard &quotes, const FeedFacts &feed);
    void answered(const margin::RiskBook &book, const FeedFacts &feed);
    void judgeRules(const margin::RiskBook &book, const FeedFacts &feed);
    void decide(NoticeContext context); ///< the end of one decision
    void remove(const std::string &account);
    void tick(); ///< once a second, before decide()
    void setPollPeriod(alarm::Ms period);

    [[nodiscard]] GapWatch::Tick lookForGap(); ///< once a second
    void noteGap(const GapWatch::Gap &gap, GapQuestion open, const std::map<std::string, margin::Decimal> &lastLevels);
    [[nodiscard]] bool asksAboutGap() const;
    void askAboutGap(GapQuestion open); ///< the exchange answers
    void setGapReport(GapReport report); ///< the answer to gapFound()

    void lookedOutside(std::int64_t revision); ///< of rules and requests: loads them where another process wrote some
    /// Whether something could be read or written; `what` is whose turn it was. The next one that can ends the alarm.
    void reportLedger(const char *what, bool ok);
    void reportClock(std::int64_t leastErrorMs); ///< how far this computer's clock is off at least

    [[nodiscard]] std::shared_ptr<const AlarmBoard> board(const margin::RiskBook &book) const;
    [[nodiscard]] const std::vector<alarm::Rule> &rules() const;
    [[nodiscard]] bool needsPrices(const std::string &account) const; ///< it is near its call, or was not judged yet
    [[nodiscard]] const alarm::Machine &machine() const { return m_manager.machine(); } ///< for tests

    // AlarmCommands, any thread
    void acknowledgeAlarms(std::string account, std::optional<alarm::Condition> condition) override;
    void undoAcknowledge() override;
    void snoozeAlarms(std::string account, std::chrono::milliseconds span) override;
    void alarmHandled(std::string account) override;
    void gapSeen(GapReportPtr shown) override;
    Future<Result<Done>> saveRule(alarm::Rule rule) override;
    Future<Result<Done>> removeRule(std::string id) override;
    void testChannel(alarm::Channel channel) override;
    void startDrill() override;
    void endDrill() override;
    void beatScreen() override;
    void screenReported(DeliveryReport report) override;

    void setPreferences(const AlarmPreferences &preferences); ///< any thread
    void woke(); ///< any thread: the machine says that it slept

Q_SIGNALS:
    void changed(); ///< no price made it: to be decided and shown at once
    void rulesChanged(); ///< other prices may be needed
    void woken(); ///< on the engine thread
    void refused(const QString &detail); ///< what a person wanted could not be done
    void alarmChanged(const plimsoll::monitor::AlarmEventRow &event);
    void noticed(const plimsoll::monitor::Delivery &delivery); ///< of the channels Screen, Attention, MiniWindow
    void gapFound(const plimsoll::monitor::GapQuestion &question); ///< one at a time
    void gapReported(
        const plimsoll::monitor::GapReport &report); ///< an answer, and at a start every one that nobody has seen yet
    void openWanted(); ///< a person chose Open on a notification

private:
    void connectNotifier(Notifier *notifier);
    void post(std::function<void()> work); ///< on the engine thread, then changed()
    void ask(AlarmRequest request); ///< of the process that is the monitor
    void ask(alarm::NoticeId notice, AlarmRequest::Kind kind);
    void onReport(const DeliveryReport &report);
    void onAction(alarm::NoticeId notice, NoticeAction action);
    void runDrill();
    void answerDrill(); ///< the person did
    void selfTest();
    Future<Result<Done>> loadRules();
    Future<Result<Done>> thenRules(const Future<Result<Done>> &done);

    Stores &m_stores;
    const Clock &m_clock;
    AlarmManager m_manager;
    GapReports m_gaps;
    AlarmDrill m_drill;
    std::int64_t m_seen = 0; ///< revision of the rules and requests that were loaded last
    BootTime m_selfTestAt; ///< of the next
};

} // namespace plimsoll::monitor
