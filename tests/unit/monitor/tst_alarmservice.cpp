// SPDX-License-Identifier: GPL-3.0-or-later
// From a price to a delivery and back, on one thread and a clock that stands: the promises of docs/alarms.md that need
// more than the alarm machine alone.
#include "testlib/enginebench.h"
#include "testlib/sent.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::monitor;
using namespace std::chrono_literals;
using alarm::Channel;
using alarm::Condition;
using alarm::State;
using testlib::EngineBench;
using testlib::sample;

namespace {

std::string bch()
{
    return testlib::referencePortfolio().accounts.at(1).symbol == "BCHUSDT"
        ? testlib::referencePortfolio().accounts.at(1).id
        : testlib::referencePortfolio().accounts.at(2).id;
}

alarm::Key callOf(const std::string &account)
{
    return {account, Condition::Call, {}};
}

} // namespace

class TestAlarmService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }

    void aCallReachesEveryChannelInTheStepThatDecidesIt()
    {
        m->prices("200", "200");
        m->notifier.deliveries.clear();
        m->prices("230", "170"); // the reference example's day N+2: BCH at 1.0625
        QCOMPARE(state(callOf(bch())), State::ActiveUnacknowledged);
        QCOMPARE(m->notifier.count(Channel::Desktop), 1);
        QCOMPARE(m->notifier.count(Channel::Sound), 1);
        QCOMPARE(m->shown.size(), 1U);
        QCOMPARE(m->notifier.deliveries.front().priority, alarm::Priority::High);
        QVERIFY(m->notifier.deliveries.front().canSnooze);
    }

    void stateAndOutboxAreOneRecord()
    {
        m->prices("230", "170");
        const auto holds = [](const AlarmRecord &record) {
            const bool hasState = std::ranges::any_of(
                record.states, [](const AlarmStateRow &row) { return row.key == callOf(bch()); });
            const bool hasRow = std::ranges::any_of(record.outbox, [](const OutboxRow &row) {
                return row.occurrence.find("|critical|") != std::string::npos;
            });
            return hasState && hasRow && !record.events.empty();
        };
        QVERIFY(std::ranges::any_of(m->stores.alarmRecords, holds));
    }

    void everyDeliveryEndsInTheOutbox()
    {
        m->prices("230", "170");
        QTRY_VERIFY(!m->stores.deliveries.empty());
        QTRY_VERIFY(std::ranges::none_of(
            m->stores.deliveries, [](const OutboxRow &row) { return row.result == OutboxRow::Result::Pending; }));
    }

    void theInputsOfADecisionAreKept()
    {
        m->prices("230", "170");
        const auto raised = std::ranges::find_if(m->stores.alarmEvents, [](const AlarmEventRow &row) {
            return row.key == callOf(bch()) && row.cause == alarm::Cause::Raised;
        });
        QVERIFY(raised != m->stores.alarmEvents.end());
        QCOMPARE(raised->level, std::optional(testlib::dec("1.0625")));
        for (const char *part :
             {"\"price\":\"170\"", "\"marginCall\":\"1.1\"", "\"debt\":\"800\"", "\"assets\":\"850\""}) {
            QVERIFY2(raised->inputs.find(part) != std::string::npos, raised->inputs.c_str());
        }
    }

    void aFailedChannelIsAnAlarmItself()
    {
        m->notifier.failing = {Channel::Desktop};
        m->prices("230", "170");
        const alarm::Key failed {{}, Condition::NotDelivered, "desktop"};
        QTRY_COMPARE(state(failed), State::ActiveUnacknowledged);
        QCOMPARE(m->snapshot->alarms->channels[0].state, ChannelHealth::State::Failing);
        m->notifier.failing.clear();
        m->clock.advance(61'000); // the reminder arrives, so the channel works again
        QTRY_COMPARE(state(failed), State::Normal);
    }

    void aChannelThatNeverAnswersHasFailed()
    {
        m->notifier.silent = {Channel::Desktop};
        m->prices("230", "170");
        QVERIFY(m->passes(AlarmOutbox::kNotifierAnswer));
        QTRY_COMPARE(state({{}, Condition::NotDelivered, "desktop"}), State::ActiveUnacknowledged);
    }

    void aScreenThatDoesNotMoveIsAnAlarmOnTheOtherChannels()
    {
        m->prices("200", "200");
        m->notifier.deliveries.clear();
        m->screenBeats = false;
        QVERIFY(m->passes(AlarmManager::kScreenSilence + 1000));
        QTRY_COMPARE(state({{}, Condition::ThreadDead, "screen"}), State::ActiveUnacknowledged);
        QVERIFY(m->notifier.count(Channel::Desktop) > 0);
        m->engine->alarms().beatScreen();
        QTRY_COMPARE(state({{}, Condition::ThreadDead, "screen"}), State::Normal);
    }

    void acknowledgingSilencesAndCanBeTakenBack()
    {
        m->prices("230", "170");
        m->engine->alarms().acknowledgeAlarms("*", std::nullopt);
        QTRY_COMPARE(state(callOf(bch())), State::ActiveAcknowledged);
        QVERIFY(m->snapshot->alarms->canUndo);
        m->engine->alarms().undoAcknowledge();
        QTRY_COMPARE(state(callOf(bch())), State::ActiveUnacknowledged);
        m->engine->alarms().acknowledgeAlarms("*", std::nullopt);
        QTRY_COMPARE(state(callOf(bch())), State::ActiveAcknowledged);
        m->clock.advance(AlarmManager::kUndo);
        m->engine->alarms().undoAcknowledge();
        QVERIFY(m->ticks(2));
        QCOMPARE(state(callOf(bch())), State::ActiveAcknowledged);
    }

    void theButtonsOfANotificationWork()
    {
        m->prices("230", "170");
        const alarm::NoticeId notice = m->notifier.deliveries.front().notice;
        Q_EMIT m->notifier.actionChosen(notice, NoticeAction::Snooze);
        QTRY_COMPARE(state(callOf(bch())), State::Snoozed);
        Q_EMIT m->notifier.actionChosen(notice, NoticeAction::Acknowledge);
        QTRY_COMPARE(state(callOf(bch())), State::ActiveAcknowledged);
        bool opened = false;
        connect(&m->engine->alarms(), &AlarmService::openWanted, this, [&opened] { opened = true; });
        Q_EMIT m->notifier.actionChosen(notice, NoticeAction::Open);
        QTRY_VERIFY(opened);
    }

    // The one notification that stands is replaced: an early warning of another account must not let a call expire.
    void aLesserNoticeLeavesTheCallAtTheHead()
    {
        m->prices("230", "170");
        const std::string other = testlib::referencePortfolio().accounts.front().id;
        m->notifier.deliveries.clear();
        for (int samples = 0; samples < 2; ++samples) {
            m->clock.advance(2'000);
            m->prices("205", "170"); // the cross account at 1.172
        }
        QCOMPARE(state({other, Condition::Watch, {}}), State::ActiveUnacknowledged);
        QVERIFY(m->passes(alarm::Planner::kGroup + 1'000));
        const auto isNotification = [](const Delivery &delivery) { return delivery.channel == Channel::Desktop; };
        const Delivery news = *std::find_if(m->notifier.deliveries.rbegin(), m->notifier.deliveries.rend(),
                                            isNotification);
        QCOMPARE(news.priority, alarm::Priority::High);
        QCOMPARE(news.account, QString::fromStdString(bch()));
        QCOMPARE(m->shown.back().priority, alarm::Priority::Low); // on the screen everything stands anyway
        QCOMPARE(m->notifier.count(Channel::Sound), 0);
        Q_EMIT m->notifier.actionChosen(news.notice, NoticeAction::Acknowledge);
        QTRY_COMPARE(state(callOf(bch())), State::ActiveAcknowledged);
    }

    void theNotificationIsPutAwayOnceEverythingIsAnswered()
    {
        m->prices("230", "170");
        QVERIFY(m->ticks(2));
        m->notifier.deliveries.clear();
        m->engine->alarms().acknowledgeAlarms("*", std::nullopt);
        QTRY_COMPARE(m->notifier.count(Channel::Desktop), 1);
        QVERIFY(m->notifier.deliveries.back().quiet && m->notifier.deliveries.back().allOver);
        QCOMPARE(m->notifier.count(Channel::Sound), 0);
    }

    void aNotificationThatIsUnknownChangesNothing()
    {
        m->prices("230", "170");
        Q_EMIT m->notifier.actionChosen({alarm::NoticeId::Maker::Alarms, 987'654}, NoticeAction::Acknowledge);
        QVERIFY(m->ticks(2));
        QCOMPARE(state(callOf(bch())), State::ActiveUnacknowledged);
    }

    void afterARestartWhatStoodIsToldAgainAndWhatWasAcknowledgedIsNot()
    {
        m->prices("230", "170");
        restart();
        m->prices("230", "170");
        QTRY_VERIFY(m->notifier.count(Channel::Desktop) >= 1);
        QCOMPARE(state(callOf(bch())), State::ActiveUnacknowledged);
        m->engine->alarms().acknowledgeAlarms("*", std::nullopt);
        QTRY_COMPARE(state(callOf(bch())), State::ActiveAcknowledged);
        restart();
        m->prices("230", "170");
        m->clock.advance(1000);
        QVERIFY(m->ticks(2));
        QCOMPARE(m->notifier.count(Channel::Sound), 0);
        QCOMPARE(state(callOf(bch())), State::ActiveAcknowledged);
    }

    void afterARestartWithoutPricesAStoredAlarmIsToldAsHold()
    {
        m->prices("230", "170");
        restart();
        m->notifier.deliveries.clear();
        m->clock.advance(alarm::Planner::kRestoreWait);
        QTRY_VERIFY(m->notifier.count(Channel::Desktop) >= 1);
        QVERIFY(alarm(callOf(bch()))->hold);
    }

    void aSuspendMakesEverythingUnknownAndAsksAtOnce()
    {
        m->prices("200", "200");
        const int polls = m->source->polls;
        QVERIFY(m->ticks(2)); // a tick before the suspend
        m->clock.advance(8 * 3'600'000);
        QTRY_VERIFY(m->source->polls > polls);
        QTRY_COMPARE(m->status(bch().c_str()), margin::Status::Unknown);
        QTRY_COMPARE(state({{}, Condition::Gap, {}}), State::ActiveUnacknowledged);
        QVERIFY(m->snapshot->alarms->gap != nullptr);
        QCOMPARE(m->snapshot->alarms->gap->reason, GapReport::Reason::Asleep);
        QVERIFY(questions.empty()); // nobody answers yet
        m->engine->alarms().gapSeen(m->snapshot->alarms->gap);
        QTRY_VERIFY(m->snapshot->alarms->gap == nullptr);
        m->prices("200", "200"); // the answer that is still asked for
        m->engine->alarms().setGapReport(answerTo(questions.back()));
        QTRY_COMPARE(state({{}, Condition::Gap, {}}), State::Normal);
    }

    void theFirstAnswerIsJudgedWhateverItSays_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("gone before the program was started") << static_cast<int>(margin::PriceState::Unlisted);
        QTest::newRow("halted") << static_cast<int>(margin::PriceState::Halted);
        QTest::newRow("left out of the list") << static_cast<int>(margin::PriceState::Missing);
        QTest::newRow("no price at all") << static_cast<int>(margin::PriceState::Invalid);
    }

    void theFirstAnswerIsJudgedWhateverItSays()
    {
        QFETCH(const int, state);
        QCOMPARE(this->state({bch(), Condition::Incomplete, {}}), State::Normal);
        m->source->tell({{"BCHUSDT", {}, static_cast<margin::PriceState>(state)}}, m->clock);
        const alarm::Key key {bch(), Condition::Incomplete, {}};
        QCOMPARE(this->state(key), State::ActiveUnacknowledged);
        QCOMPARE(alarm(key)->priority, alarm::Priority::High); // what it holds may be worth nothing
        QCOMPARE(this->state({bch(), Condition::Stale, {}}), State::Normal);
        QCOMPARE(m->snapshot->feed.state, FeedState::Live);
        m->clock.advance(61'000); // and it does not turn into "check the network"
        m->source->tell({{"BCHUSDT", {}, static_cast<margin::PriceState>(state)}}, m->clock);
        QCOMPARE(this->state({bch(), Condition::Stale, {}}), State::Normal);
    }

    // Which symbols price an account is known from the first answer on: here BCH by way of an inverse pair.
    void aGapIsAskedForOnceItsRoutesAreKnown()
    {
        restart(10 * alarm::kHour);
        QVERIFY(m->snapshot->alarms->gap != nullptr);
        QVERIFY(questions.empty());
        m->source->tell({sample("ETHUSDT", "200"), sample("USDTBCH", "0.005")}, m->clock);
        QCOMPARE(questions.size(), std::size_t {1});
        QCOMPARE(questions.front().symbols, (std::vector<std::string> {"ETHUSDT", "USDTBCH"}));
        QCOMPARE(questions.front().accounts.size(), std::size_t {3});
        m->prices("200", "200");
        QCOMPARE(questions.size(), std::size_t {1}); // one at a time
    }

    void aMissedCallIsToldAtOnceAndOutlivesTheNextGapAndARestart()
    {
        restart(10 * alarm::kHour);
        m->prices("200", "200");
        m->notifier.deliveries.clear();
        const WallTime night = questions.back().report->from;
        m->engine->alarms().setGapReport(answerTo(questions.back(), {Condition::Critical, Condition::Call}));
        const alarm::Key missed {{}, Condition::Gap, GapReport::kMissed};
        QCOMPARE(state(missed), State::ActiveUnacknowledged);
        QCOMPARE(alarm(missed)->priority, alarm::Priority::High);
        QVERIFY(m->notifier.count(Channel::Desktop) > 0);
        QVERIFY(m->ticks(2));
        m->clock.advance(2 * alarm::kHour); // a nap after the night
        QTRY_COMPARE(m->snapshot->alarms->furtherGaps, 1);
        QCOMPARE(m->snapshot->alarms->gap->from, night);
        restart(2 * alarm::kHour);
        QTRY_COMPARE(m->snapshot->alarms->furtherGaps, 2);
        QCOMPARE(m->snapshot->alarms->gap->from, night);
        QVERIFY(m->snapshot->alarms->gap->missedCall());
        QCOMPARE(reports.size(), std::size_t {1}); // and is told again to whoever prints it
        while (m->snapshot->alarms->gap) {
            m->prices("200", "200");
            if (m->snapshot->alarms->gap->state == GapReport::State::Asking) {
                m->engine->alarms().setGapReport(answerTo(questions.back()));
            }
            const int left = m->snapshot->alarms->furtherGaps;
            m->engine->alarms().gapSeen(m->snapshot->alarms->gap);
            QTRY_VERIFY(m->snapshot->alarms->gap == nullptr || m->snapshot->alarms->furtherGaps < left);
        }
        QTRY_COMPARE(state(missed), State::Normal);
        QVERIFY(m->stores.values.value(QStringLiteral("unseen_gaps")).isEmpty());
    }

    void whatAnotherProcessAcknowledgesWasReadThere()
    {
        restart(10 * alarm::kHour);
        m->prices("200", "200");
        m->engine->alarms().setGapReport(answerTo(questions.back(), {Condition::Call}));
        testlib::sent(m->stores.addAlarmRequest({0, m->clock.wallTime(), AlarmRequest::Kind::Acknowledge, "*", {}, 0}));
        QTRY_VERIFY(m->snapshot->alarms->gap == nullptr);
    }

    // Time in which this program did not run is nobody else's fault.
    void aStallBlamesNeitherTheWindowNorAChannel()
    {
        m->prices("200", "200");
        m->notifier.silent = {Channel::Desktop};
        m->prices("230", "170");
        m->screenBeats = false;
        QVERIFY(m->ticks(2));
        m->clock.advance(12'000);
        QVERIFY(m->ticks(2));
        QVERIFY(state({{}, Condition::ThreadDead, "screen"}) != State::ActiveUnacknowledged);
        QVERIFY(state({{}, Condition::NotDelivered, "desktop"}) != State::ActiveUnacknowledged);
        QVERIFY(m->passes(AlarmManager::kScreenSilence));
        QTRY_COMPARE(state({{}, Condition::ThreadDead, "screen"}), State::ActiveUnacknowledged); // it is really silent
        QCOMPARE(state({{}, Condition::NotDelivered, "desktop"}), State::ActiveUnacknowledged);
    }

    // Two holes do not add up to an outage either; what was silent while we listened does.
    void afterASleepTheSourceGetsItsTime()
    {
        m->prices("200", "200");
        QVERIFY(m->ticks(2));
        for (int i = 0; i < 2; ++i) {
            m->clock.advance(40'000);
            QTRY_COMPARE(m->status(bch().c_str()), margin::Status::Unknown); // the prices are old all the same
            QVERIFY(m->passes(20'000));
            for (const Condition blind : {Condition::Stale, Condition::Frozen, Condition::Incomplete}) {
                QVERIFY2(state({bch(), blind, {}}) != State::ActiveUnacknowledged, alarm::conditionWord(blind).data());
            }
        }
        QVERIFY(m->passes(25'000));
        QTRY_COMPARE(state({bch(), Condition::Stale, {}}), State::ActiveUnacknowledged);
        m->prices("200", "200");
        m->prices("200", "200.1");
        QVERIFY(m->status(bch().c_str()) != margin::Status::Unknown);
    }

    void whatWasUnknownBeforeASleepIsNotBlamedForIt()
    {
        m->prices("200", "200");
        QVERIFY(m->passes(35'000)); // stale by now, and 25 s from being told
        QCOMPARE(m->status(bch().c_str()), margin::Status::Unknown);
        m->clock.advance(3'600'000);
        QVERIFY(m->passes(2'000));
        QVERIFY(state({bch(), Condition::Stale, {}}) != State::ActiveUnacknowledged);
        QVERIFY(m->passes(30'000));
        QCOMPARE(state({bch(), Condition::Stale, {}}), State::ActiveUnacknowledged);
    }

    // Nothing rings before the first poll for a new symbol has said anything.
    void anAccountThatWasJustAddedIsNotMissingItsPrice_data()
    {
        QTest::addColumn<int>("answer");
        QTest::newRow("its price comes") << 0;
        QTest::newRow("the exchange does not have it") << 1;
        QTest::newRow("the poll fails") << 2;
        QTest::newRow("nothing comes") << 3;
    }

    void anAccountThatWasJustAddedIsNotMissingItsPrice()
    {
        QFETCH(int, answer);
        m->prices("200", "200");
        margin::Account account = testlib::referencePortfolio().accounts.at(1);
        account.id = "new-one";
        account.name = "new";
        account.symbol = "LTCUSDT";
        account.baseAsset = "LTC";
        for (margin::Balance &balance : account.balances) {
            balance.asset = balance.asset == account.quoteAsset ? balance.asset : "LTC";
        }
        m->stores.portfolio.accounts.push_back(account);
        ++m->stores.version.portfolio; // another process wrote
        QTRY_VERIFY(std::ranges::count(m->source->wanted, std::string("LTCUSDT")) == 1);
        const alarm::Key missing {"new-one", Condition::Incomplete, {}};
        m->prices("200", "200"); // was on its way already
        QVERIFY(m->passes(3'000));
        QVERIFY(state(missing) != State::ActiveUnacknowledged);
        QVERIFY(state({"new-one", Condition::Stale, {}}) != State::ActiveUnacknowledged);
        if (answer == 0) {
            m->source->tell({sample("ETHUSDT", "200"), sample("BCHUSDT", "200"), sample("LTCUSDT", "200")}, m->clock);
            QVERIFY(m->status("new-one") != margin::Status::Unknown);
            QVERIFY(state(missing) != State::ActiveUnacknowledged);
            return;
        }
        if (answer == 1) {
            m->source->tell(
                {sample("ETHUSDT", "200"), sample("BCHUSDT", "200"), {"LTCUSDT", {}, margin::PriceState::Missing}},
                m->clock);
        } else if (answer == 2) {
            Q_EMIT m->source->reported({SourceReport::Kind::Failed, {}, 0});
        } else {
            QVERIFY(m->passes(62'000));
        }
        QTRY_COMPARE(state(missing), State::ActiveUnacknowledged);
    }

    void aSteppedWallClockChangesNothing()
    {
        m->prices("230", "170");
        m->engine->alarms().acknowledgeAlarms("*", std::nullopt);
        QTRY_COMPARE(state(callOf(bch())), State::ActiveAcknowledged);
        for (const qint64 jump : {qint64 {86'400'000}, qint64 {-2 * 86'400'000}, qint64 {-1'500'000'000'000}}) {
            m->clock.jumpWall(jump);
            QVERIFY(m->ticks(2));
            QCOMPARE(state(callOf(bch())), State::ActiveAcknowledged);
            QVERIFY(m->status(bch().c_str()) != margin::Status::Unknown);
        }
    }

    void aClockThatIsOffIsAnAlarm()
    {
        const alarm::Key key {{}, Condition::Clock, {}};
        const auto compare = [this](std::int64_t error) {
            m->clock.advance(5000);
            Q_EMIT m->source->clockCompared(error);
        };
        compare(-5001);
        QVERIFY(state(key) != State::ActiveUnacknowledged); // one answer may be wrong
        compare(4000);
        compare(5001);
        QVERIFY(state(key) != State::ActiveUnacknowledged);
        compare(-7000);
        QCOMPARE(state(key), State::ActiveUnacknowledged);
        compare(500);
        QCOMPARE(state(key), State::ActiveUnacknowledged);
        compare(-499);
        QCOMPARE(state(key), State::Normal);
    }

    void whatCannotBeStoredIsToldAllTheSame()
    {
        m->prices("200", "200");
        m->notifier.deliveries.clear();
        m->stores.failNextAlarm = Error {ErrorCode::CannotWrite, {}, "disk full"};
        m->prices("230", "170");
        QCOMPARE(m->notifier.count(Channel::Desktop), 1);
        QTRY_COMPARE(state({{}, Condition::Ledger, "alarms"}),
                     State::Normal); // raised by the failure, over with the next success
        QVERIFY(std::ranges::any_of(m->stores.alarmEvents,
                                    [](const AlarmEventRow &row) { return row.key.condition == Condition::Ledger; }));
    }

    void anotherProcessMayAcknowledge()
    {
        m->prices("230", "170");
        testlib::sent(
            m->stores.addAlarmRequest({0, m->clock.wallTime(), AlarmRequest::Kind::Acknowledge, bch(), {}, 0}));
        QTRY_COMPARE(state(callOf(bch())), State::ActiveAcknowledged);
        QTRY_VERIFY(m->stores.openRequests.empty());
    }

    // Taken over once, also where the disk did not take the record of it.
    void aRequestIsTakenOverOnceThoughItsRecordWasLost()
    {
        m->prices("200", "175");
        QVERIFY(m->ticks(3));
        m->stores.failNextAlarm = Error {ErrorCode::CannotWrite, {}, "disk full"};
        testlib::sent(
            m->stores.addAlarmRequest({0, m->clock.wallTime(), AlarmRequest::Kind::Acknowledge, bch(), {}, 0}));
        QTRY_COMPARE(state(callOf(bch())), State::ActiveAcknowledged);
        QTRY_VERIFY(m->stores.openRequests.empty()); // the next record says it again
        const auto &rows = m->stores.alarmStates;
        const auto row = std::ranges::find(rows, callOf(bch()), &AlarmStateRow::key);
        QVERIFY(row != rows.end());
        QCOMPARE(row->alarm.state, State::ActiveAcknowledged);
    }

    // Made before the restart, taken over long after: its time ran from when it was made, and what came since is not
    // meant.
    void aRequestCountsFromWhenItWasMade()
    {
        m->prices("230", "170");
        const WallTime made = m->clock.wallTime();
        QVERIFY(m->passes(alarm::kMinute));
        testlib::sent(m->stores.addAlarmRequest({0, made, AlarmRequest::Kind::Acknowledge, bch(), Condition::Call, 0}));
        QTRY_COMPARE(state(callOf(bch())), State::ActiveAcknowledged);
        QCOMPARE(alarm(callOf(bch()))->until, m->clock.bootTime() + 14 * alarm::kMinute);
        testlib::sent(
            m->stores.addAlarmRequest({0, made - 1, AlarmRequest::Kind::Acknowledge, bch(), Condition::Critical, 0}));
        QTRY_VERIFY(m->stores.openRequests.empty());
        QCOMPARE(state({bch(), Condition::Critical, {}}), State::ActiveUnacknowledged);
    }

    void ownAlarmsArePricedAndRaised()
    {
        alarm::Rule rule;
        rule.id = "r1";
        rule.account = bch();
        rule.kind = alarm::Rule::Kind::PriceAbove;
        rule.symbol = "BTCUSDT"; // nobody holds it
        rule.value = testlib::dec("50000");
        rule.stage = alarm::Stage::Call;
        const auto saved = m->engine->alarms().saveRule(rule);
        QTRY_VERIFY(std::ranges::count(m->source->wanted, std::string("BTCUSDT")) == 1);
        m->source->tell({sample("ETHUSDT", "200"), sample("BCHUSDT", "200"), sample("BTCUSDT", "50000")}, m->clock);
        QCOMPARE(state({bch(), Condition::Custom, "r1"}), State::ActiveUnacknowledged);
        const auto removed = m->engine->alarms().removeRule("r1");
        QTRY_VERIFY(alarm({bch(), Condition::Custom, "r1"}) == nullptr);
    }

    // An alarm that cannot be raised is not silent about it.
    void anOwnAlarmWhosePriceDoesNotComeIsTold()
    {
        m->prices("200", "200");
        m->notifier.deliveries.clear();
        alarm::Rule rule;
        rule.id = "r1";
        rule.kind = alarm::Rule::Kind::PriceAbove;
        rule.symbol = "BTCUSTD";
        rule.value = testlib::dec("50000");
        QVERIFY(!m->engine->alarms().saveRule(rule).isCanceled());
        QTRY_VERIFY(std::ranges::count(m->source->wanted, std::string("BTCUSTD")) == 1);
        QVERIFY(m->ticks(3));
        const alarm::Key missing {{}, Condition::Incomplete, "BTCUSTD"};
        QVERIFY(m->snapshot->alarms->rulePrices.contains("BTCUSTD"));
        QVERIFY(!m->snapshot->alarms->rulePrices.at("BTCUSTD").value);
        QVERIFY(state(missing) != State::ActiveUnacknowledged);
        QVERIFY(m->passes(58'000));
        QVERIFY(state(missing) != State::ActiveUnacknowledged);
        QVERIFY(m->passes(3'000));
        QCOMPARE(state(missing), State::ActiveUnacknowledged);
        QVERIFY(m->passes(alarm::Planner::kGroup));
        QVERIFY(std::ranges::any_of(
            m->shown, [](const Delivery &d) { return d.worstCondition == static_cast<int>(Condition::Incomplete); }));
        m->source->tell({sample("ETHUSDT", "200"), sample("BCHUSDT", "200"), sample("BTCUSTD", "40000")}, m->clock);
        QCOMPARE(state(missing), State::Normal);
        QCOMPARE(m->snapshot->alarms->rulePrices.at("BTCUSTD").value, std::optional(testlib::dec("40000")));
        QVERIFY(!m->engine->alarms().removeRule("r1").isCanceled());
        QTRY_VERIFY(m->snapshot->alarms->rulePrices.empty());
    }

    void anOwnAlarmThatIsRemovedWaitsForNothing()
    {
        m->prices("200", "200");
        alarm::Rule rule;
        rule.id = "r1";
        rule.kind = alarm::Rule::Kind::PriceBelow;
        rule.symbol = "BTCUSTD";
        rule.value = testlib::dec("50000");
        QVERIFY(!m->engine->alarms().saveRule(rule).isCanceled());
        QTRY_VERIFY(m->snapshot->alarms->rulePrices.contains("BTCUSTD"));
        QVERIFY(m->passes(62'000));
        QCOMPARE(state({{}, Condition::Incomplete, "BTCUSTD"}), State::ActiveUnacknowledged);
        QVERIFY(!m->engine->alarms().removeRule("r1").isCanceled());
        QTRY_COMPARE(state({{}, Condition::Incomplete, "BTCUSTD"}), State::Normal);
    }

    // Nothing of the account moves, and the rule holds already.
    void anOwnAlarmIsJudgedWhenItIsSaved()
    {
        m->prices("200", "200");
        m->notifier.deliveries.clear();
        QVERIFY(
            !m->engine->alarms().saveRule(rule(alarm::Rule::Kind::PriceBelow, bch(), "BCHUSDT", "200")).isCanceled());
        QTRY_COMPARE(state({bch(), Condition::Custom, "r1"}), State::ActiveUnacknowledged);
        QTRY_COMPARE(m->notifier.count(Channel::Sound), 1);
    }

    void anOwnAlarmIsJudgedWhenOnlyItsPriceMoves()
    {
        m->prices("200", "200");
        QVERIFY(
            !m->engine->alarms().saveRule(rule(alarm::Rule::Kind::PriceBelow, bch(), "BTCUSDT", "60000")).isCanceled());
        QTRY_VERIFY(std::ranges::count(m->source->wanted, std::string("BTCUSDT")) == 1);
        m->source->tell({sample("BTCUSDT", "61000")}, m->clock);
        QCOMPARE(state({bch(), Condition::Custom, "r1"}), State::Normal);
        m->source->tell({sample("BTCUSDT", "60000")}, m->clock);
        QCOMPARE(state({bch(), Condition::Custom, "r1"}), State::ActiveUnacknowledged);
    }

    void anOwnEarlyWarningIsRaisedByTimeAlone()
    {
        m->prices("200", "200");
        alarm::Rule own = rule(alarm::Rule::Kind::PriceBelow, bch(), "BCHUSDT", "200");
        own.stage = alarm::Stage::Notice; // takes two samples
        QVERIFY(!m->engine->alarms().saveRule(own).isCanceled());
        QTRY_COMPARE(state({bch(), Condition::Custom, "r1"}), State::Pending);
        m->clock.advance(1000);
        QTRY_COMPARE(state({bch(), Condition::Custom, "r1"}), State::ActiveUnacknowledged);
    }

    void aPriceAlarmNeedsNeitherAnAccountNorADebt()
    {
        QVERIFY(
            !m->engine->alarms().saveRule(rule(alarm::Rule::Kind::PriceBelow, {}, "BTCUSDT", "60000")).isCanceled());
        QTRY_VERIFY(std::ranges::count(m->source->wanted, std::string("BTCUSDT")) == 1);
        m->source->tell({sample("BTCUSDT", "59000")}, m->clock);
        QCOMPARE(state({{}, Condition::Custom, "r1"}), State::ActiveUnacknowledged);
        QTRY_COMPARE(m->notifier.count(Channel::Sound), 1); // once, however many accounts there are
        QVERIFY(m->passes(alarm::kMinute)); // the price is too old to be believed
        QVERIFY(alarm({{}, Condition::Custom, "r1"})->hold);
    }

    void aKillNearTheCallIsToldAtOnceAndAloud_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<bool>("high");
        QTest::newRow("at 1.25 x the call ratio") << "1.375" << true;
        QTest::newRow("above") << "1.37500001" << false;
    }

    void aKillNearTheCallIsToldAtOnceAndAloud()
    {
        QFETCH(QString, level);
        QFETCH(bool, high);
        QVERIFY(m->ticks(2)); // its own heartbeat is written
        m->stores.lastLevels[bch()] = testlib::dec(level.toStdString().c_str());
        m->stores.watchMarks.push_back({m->clock.wallTime() - 10 * alarm::kMinute, true});
        restart();
        QTRY_COMPARE(state({{}, Condition::Gap, {}}), State::ActiveUnacknowledged);
        QCOMPARE(alarm({{}, Condition::Gap, {}})->priority, high ? alarm::Priority::High : alarm::Priority::Medium);
        QCOMPARE(m->notifier.count(Channel::Sound), high ? 1 : 0); // no price came yet, and no second passed
    }

    void aFireDrillClimbsTheLadderAndMeasuresTheReaction()
    {
        m->prices("200", "200");
        m->notifier.deliveries.clear();
        m->engine->alarms().startDrill();
        QTRY_COMPARE(m->notifier.count(Channel::Desktop), 1);
        m->clock.advance(6'100); // 60 s of the ladder
        QTRY_VERIFY(m->notifier.count(Channel::Sound) >= 2);
        m->engine->alarms().acknowledgeAlarms("*", std::nullopt);
        QTRY_VERIFY(!m->snapshot->alarms->drill.running);
        QVERIFY(m->snapshot->alarms->drill.reactionMs.has_value());
        QVERIFY(*m->snapshot->alarms->drill.reactionMs >= 6'100);
        QVERIFY(m->snapshot->alarms->active.empty()); // it touched no account
    }

    // Whatever the desktop or the loudspeaker answers, the phone does not wait for a minute to pass.
    void aFailedWayHastensThePhone_data()
    {
        QTest::addColumn<int>("broken");
        QTest::newRow("desktop") << static_cast<int>(Channel::Desktop);
        QTest::newRow("sound") << static_cast<int>(Channel::Sound);
    }

    void aFailedWayHastensThePhone()
    {
        QFETCH(int, broken);
        AlarmPreferences preferences;
        preferences.enabled.add(Channel::Webhook);
        m->engine->alarms().setPreferences(preferences);
        QVERIFY(m->ticks(2));
        m->notifier.failing.insert(static_cast<Channel>(broken));
        m->prices("200", "175"); // 1.09375: a call
        QTRY_COMPARE(m->notifier.count(Channel::Webhook), 1);
        QCOMPARE(m->notifier.count(Channel::Desktop), 1); // what was told a moment ago is not repeated
        m->notifier.failing.clear();
    }

    void withoutAnyFailureThePhoneWaitsForItsMinute()
    {
        AlarmPreferences preferences;
        preferences.enabled.add(Channel::Webhook);
        m->engine->alarms().setPreferences(preferences);
        QVERIFY(m->ticks(2));
        m->prices("200", "175"); // 1.09375: a call
        QVERIFY(m->ticks(2));
        QCOMPARE(m->notifier.count(Channel::Webhook), 0);
        m->clock.advance(60'000);
        QTRY_COMPARE(m->notifier.count(Channel::Webhook), 1);
    }

    // The drill is answered and shown as a real call, and leaves nothing on the desktop.
    void theDrillIsPutAwayAtItsEnd_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("acknowledged") << 0;
        QTest::newRow("ended") << 1;
        QTest::newRow("never answered") << 2;
        QTest::newRow("snoozed on the notification") << 3;
    }

    void theDrillIsPutAwayAtItsEnd()
    {
        QFETCH(int, how);
        m->prices("200", "200");
        m->notifier.deliveries.clear();
        m->engine->alarms().startDrill();
        QTRY_COMPARE(m->notifier.count(Channel::Desktop), 1);
        const Delivery first = m->notifier.deliveries.front();
        QVERIFY(first.isDrill && first.canSnooze && !first.withdraw);
        QCOMPARE(first.priority, alarm::Priority::High);
        if (how == 0) {
            m->engine->alarms().acknowledgeAlarms("*", std::nullopt);
        } else if (how == 1) {
            m->engine->alarms().endDrill();
        } else if (how == 2) {
            m->clock.advance(AlarmDrill::kLongestMs + 1);
        } else {
            Q_EMIT m->notifier.actionChosen(first.notice, NoticeAction::Snooze);
        }
        const auto withdrawals = [this] {
            return std::ranges::count_if(m->notifier.deliveries, [](const Delivery &d) { return d.withdraw; });
        };
        QTRY_COMPARE(withdrawals(), 1);
        QVERIFY(m->notifier.deliveries.back().isDrill);
        QVERIFY(m->ticks(3));
        QCOMPARE(withdrawals(), 1);
        QVERIFY(!m->snapshot->alarms->drill.running);
    }

    void aTestTellsWhatArrived()
    {
        m->engine->alarms().testChannel(Channel::Desktop);
        QTRY_COMPARE(m->snapshot->alarms->channels[0].state, ChannelHealth::State::Working);
        QVERIFY(m->notifier.deliveries.back().isTest);
        QVERIFY(!m->notifier.deliveries.back().text.title.isEmpty());
    }

    void theDailySelfTestUsesTheRealChannel()
    {
        m->notifier.deliveries.clear();
        m->clock.advance(AlarmService::kSelfTestMs);
        QTRY_VERIFY(std::ranges::any_of(m->notifier.deliveries,
                                        [](const Delivery &d) { return d.isTest && d.channel == Channel::Desktop; }));
    }

    void quietHoursKeepEarlyWarningsOnTheScreenAndNothingElse()
    {
        AlarmPreferences preferences;
        preferences.quietHours = true;
        preferences.quietFrom = 0;
        preferences.quietTo = 24 * 60 - 1;
        m->engine->alarms().setPreferences(preferences);
        QVERIFY(m->ticks(2));
        m->clock.advance(1000);
        m->prices("200", "186"); // 1.1625: early warning
        m->clock.advance(1000);
        m->prices("200", "186.1");
        m->clock.advance(alarm::Planner::kGroup);
        QTRY_VERIFY(!m->shown.empty());
        QCOMPARE(m->notifier.count(Channel::Desktop), 0);
        m->prices("200", "170");
        QCOMPARE(m->notifier.count(Channel::Desktop), 1);
        QCOMPARE(m->notifier.count(Channel::Sound), 1);
    }

private:
    static alarm::Rule rule(alarm::Rule::Kind kind, const std::string &account, const std::string &symbol,
                            const char *value)
    {
        alarm::Rule rule;
        rule.id = "r1";
        rule.account = account;
        rule.kind = kind;
        rule.symbol = symbol;
        rule.value = testlib::dec(value);
        rule.stage = alarm::Stage::Call;
        return rule;
    }

    void start()
    {
        m = std::make_unique<EngineBench>();
        listen();
        QTRY_VERIFY(m->isReady());
    }

    void listen()
    {
        questions.clear();
        reports.clear();
        connect(&m->engine->alarms(), &AlarmService::gapFound, this,
                [this](const GapQuestion &question) { questions.push_back(question); });
        connect(&m->engine->alarms(), &AlarmService::gapReported, this,
                [this](const GapReport &report) { reports.push_back(report); });
    }

    // What the candles said of the BCH account.
    static GapReport answerTo(const GapQuestion &question, std::vector<Condition> fired = {})
    {
        GapReport report = *question.report;
        report.state = GapReport::State::Ready;
        report.accounts.push_back({bch(), testlib::dec("1.07"), report.from + 1, std::move(fired), false});
        return report;
    }

    // The same stores and clock, a new engine: what a kill leaves behind.
    void restart(std::int64_t offMs = 0)
    {
        QVERIFY(m->ticks(2));
        auto next = std::make_unique<EngineBench>(false, testlib::referencePortfolio(), false);
        next->clock.advance(m->clock.bootTime() - next->clock.bootTime() + offMs);
        next->stores.values = m->stores.values;
        next->stores.moment = m->stores.moment;
        next->stores.alarmStates = m->stores.alarmStates;
        next->stores.alarmRules = m->stores.alarmRules;
        next->stores.watchMarks = m->stores.watchMarks;
        next->stores.lastLevels = m->stores.lastLevels;
        m = std::move(next);
        listen();
        m->engine->start();
        QTRY_VERIFY(m->isReady());
    }

    [[nodiscard]] const alarm::Alarm *alarm(const alarm::Key &key) const
    {
        return m->engine->alarms().machine().find(key);
    }

    [[nodiscard]] State state(const alarm::Key &key) const
    {
        return alarm(key) == nullptr ? State::Disarmed : alarm(key)->state;
    }

    std::unique_ptr<EngineBench> m;
    std::vector<GapQuestion> questions;
    std::vector<GapReport> reports;
};

PLIMSOLL_TEST(TestAlarmService)
#include "tst_alarmservice.moc"
