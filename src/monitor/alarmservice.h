// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/alarmdesk.h"
#include "monitor/alarmdrill.h"
#include "monitor/gapqueue.h"
#include "monitor/gapwatch.h"
#include "monitor/ports/alarmcommands.h"

#include <QtCore/QObject>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// What must be known to say what happened in a gap.
struct GapQuestion {
    GapReportPtr report; ///< reason and times
    std::vector<margin::Account> accounts; ///< that owe something
    std::vector<std::string> symbols; ///< of the routes by which they are priced
};

/// The alarms of a running monitor: the desk, the gaps, the fire drill and the daily self-test, and the door for other
/// threads. Lives on the engine thread as a child of Monitor; AlarmCommands may be called from any thread, everything
/// else belongs to the engine.
class AlarmService final : public QObject, public AlarmCommands
{
    Q_OBJECT

public:
    static constexpr std::int64_t kSelfTestMs = 24 * alarm::kHour;
    static constexpr const char *kMissed =
        "missed"; ///< detail of the Gap alarm about a margin call that nobody was told of

    /// What Monitor lends: the moment's accounts and rates, and a snapshot after a change that no price made.
    struct Engine {
        std::function<NoticeContext()> context;
        std::function<void()> publish;
        std::function<void()> pollNow;
        std::function<void()> rulesChanged; ///< other prices may be needed
        std::function<GapQuestion()> accounts; ///< all that owe something, and their symbols; without report
        std::function<std::optional<margin::Decimal>(const std::string &)>
            levelOf; ///< an account's, at most 8 decimals
        std::function<void(const Error &)> refused; ///< what a person wanted could not be done
    };

    AlarmService(Stores &stores, const Clock &clock, AlarmDesk::Options options, Engine engine,
                 QObject *parent = nullptr);

    // engine thread
    void restore(const StoredAlarms &stored); ///< before the first account is judged
    void greet(const StoredAlarms &stored); ///< once accounts are known: what was not watched
    [[nodiscard]] AlarmDesk &desk() { return m_desk; }
    void tick(); ///< once a second, before desk().decide()
    void stop(); ///< the sign that it ended in order
    void standBy(); ///< another process is the monitor, until restore()
    void handOver(); ///< likewise, by one that was the monitor
    void mirror(const StoredAlarms &stored); ///< what it recorded
    void lookedOutside(std::int64_t revision); ///< of rules and requests: loads them where another process wrote some
    /// Whether something could be read or written; `what` is whose turn it was. The next one that can ends the alarm.
    template<typename T>
    void ledgerReported(const std::string &what, const Result<T> &outcome)
    {
        m_desk.report(alarm::Condition::Ledger, what, !outcome.hasValue(), alarm::Priority::High);
    }
    [[nodiscard]] std::shared_ptr<const AlarmBoard> board();
    [[nodiscard]] GapReportPtr gapOf(
        const alarm::Notice &notice) const; ///< that its Gap alarm is about; nullptr: it has none
    void setGapReport(GapReport report); ///< the answer to gapFound()
    void pricesCame(); ///< the exchange answers, and which symbols it lists is known: gaps can be asked for

    // AlarmCommands, any thread
    void acknowledgeAlarms(std::string account, std::optional<alarm::Condition> condition) override;
    void undoAcknowledge() override;
    void snoozeAlarms(std::string account, std::chrono::milliseconds span) override;
    void alarmHandled(std::string account) override;
    void gapSeen(GapReportPtr shown) override;
    [[nodiscard]] QFuture<Result<Done>> saveRule(alarm::Rule rule) override;
    [[nodiscard]] QFuture<Result<Done>> removeRule(std::string id) override;
    void testChannel(alarm::Channel channel) override;
    void startDrill() override;
    void endDrill() override;
    void beatScreen() override;
    void screenReported(DeliveryReport report) override;

    void setPreferences(const AlarmPreferences &preferences); ///< any thread
    void woke(); ///< any thread: the machine says that it slept

Q_SIGNALS:
    void gapFound(const plimsoll::monitor::GapQuestion &question); ///< one at a time
    void gapReported(
        const plimsoll::monitor::GapReport &report); ///< an answer, and at a start every one that nobody has seen yet
    void openWanted(); ///< a person chose Open on a notification

private:
    void post(std::function<void()> work); ///< on the engine thread, then decides and publishes
    void settle();
    void ask(AlarmRequest request); ///< of the process that is the monitor
    void ask(std::uint64_t notice, AlarmRequest::Kind kind);
    void onReport(const DeliveryReport &report);
    void onAction(std::uint64_t notice, NoticeAction action);
    void noteGap(const GapWatch::Gap &gap, const std::map<std::string, margin::Decimal> &lastLevels);
    [[nodiscard]] bool stoodNearCall(const margin::Account &account,
                                     const std::map<std::string, margin::Decimal> &lastLevels) const;
    void forgetGaps();
    void restoreGaps();
    void mirrorGaps();
    void keepGaps();
    void takeGapRequests(const std::vector<AlarmRequest> &requests);
    void tellMissed(const GapReport &report);
    void runDrill();
    void answerDrill(); ///< the person did
    void selfTest();
    void markWatch(bool running);
    [[nodiscard]] QFuture<Result<Done>> loadRules();
    [[nodiscard]] QFuture<Result<Done>> thenRules(QFuture<Result<Done>> done);

    Stores &m_stores;
    const Clock &m_clock;
    Engine m_engine;
    Notifier *m_notifier;
    bool m_tellsGaps;
    AlarmDesk m_desk;
    AlarmDrill m_drill;
    GapWatch m_gaps;
    GapQueue m_gapQueue;
    bool m_gapsRestored = false; ///< until then nothing is written over what the last run kept
    QString m_keptGaps; ///< as written last
    bool m_gapAsked = false; ///< a question is on its way
    std::int64_t m_seen = 0; ///< revision of the rules and requests that were loaded last
    std::int64_t m_selfTestAt; ///< boot ms of the next
};

} // namespace plimsoll::monitor

Q_DECLARE_METATYPE(plimsoll::monitor::GapQuestion)
