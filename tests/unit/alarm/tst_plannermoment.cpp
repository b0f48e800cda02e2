// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmbench.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

namespace {

Change change(Condition condition, State from, State to, Cause cause, std::uint32_t occurrence = 1)
{
    return {key(condition), from, to, cause, occurrence, kStart, {}};
}

/// The notices of one moment with these changes, of a machine in which account "a" stands at 1.09.
std::vector<Notice> noticesOf(const std::vector<Change> &changes)
{
    Bench bench;
    bench.judge("a", at("1.09", kStart));
    return bench.planner.plan(bench.machine, changes, false, kStart).notices;
}

ActiveAlarm stored(Condition condition)
{
    ActiveAlarm active {key(condition), {}, std::nullopt, false, {}};
    active.alarm.state = State::ActiveUnacknowledged;
    active.alarm.occurrence = 7;
    active.alarm.priority = Priority::High;
    active.alarm.since = kStart - 1;
    return active;
}

} // namespace

/// What several steps of an alarm within one moment, or before the first sample, come to.
class TestPlannerMoment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // docs/alarms.md#notices: a raise is told as a raise, whatever followed before it was told.
    void theCauseThatIsTold_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<int>("secondOccurrence");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, Cause first, Cause second, int occurrence, Cause told) {
            QTest::newRow(name) << static_cast<int>(first) << static_cast<int>(second) << occurrence << word(told);
        };
        row("a raise that got worse", Cause::Raised, Cause::Worsened, 1, Cause::Raised);
        row("an acknowledgement that ended, then a raise", Cause::AckExpired, Cause::Raised, 2, Cause::Raised);
        row("an acknowledgement that ended and got worse", Cause::AckExpired, Cause::Worsened, 1, Cause::Worsened);
        row("a raise, then a step of the next", Cause::Raised, Cause::SnoozeOver, 2, Cause::SnoozeOver);
    }
    void theCauseThatIsTold()
    {
        QFETCH(const int, first);
        QFETCH(const int, second);
        QFETCH(const int, secondOccurrence);
        const auto notices = noticesOf(
            {change(Condition::Call, State::Pending, State::ActiveUnacknowledged, static_cast<Cause>(first)),
             change(Condition::Call, State::ActiveAcknowledged, State::ActiveUnacknowledged, static_cast<Cause>(second),
                    static_cast<std::uint32_t>(secondOccurrence))});
        QCOMPARE(notices.size(), std::size_t(1));
        QCOMPARE(notices[0].lines.size(), std::size_t(1));
        QTEST(word(notices[0].lines[0].cause), "told");
    }

    // A margin call is told by its own name although a person was quicker: docs/alarms.md#notices.
    void aCallIsToldThoughItWasAcknowledgedInItsMoment()
    {
        Bench bench;
        bench.machine.judge("a", at("1.09", kStart));
        bench.machine.acknowledge("a", {}, kStart);
        bench.evaluate(kStart);
        QCOMPARE(bench.notices.size(), std::size_t(1));
        QCOMPARE(bench.notices[0].lines[0].key.condition, Condition::Call);
    }

    void whatIsNoEndIsNotTold_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("cause");
        const auto row = [](const char *name, State from, State to, Cause cause) {
            QTest::newRow(name) << static_cast<int>(from) << static_cast<int>(to) << static_cast<int>(cause);
        };
        row("never active", State::Normal, State::Disarmed, Cause::Ended);
        row("pending, and over", State::Pending, State::Normal, Cause::Judged);
        row("cleared, then seen", State::ClearedUnacknowledged, State::Normal, Cause::Acknowledged);
        row("snoozed", State::ActiveUnacknowledged, State::Snoozed, Cause::SnoozedByPerson);
        row("acknowledged", State::ActiveUnacknowledged, State::ActiveAcknowledged, Cause::Acknowledged);
        row("ended by its acknowledgement", State::ActiveUnacknowledged, State::Normal, Cause::Acknowledged);
        row("handled", State::ActiveUnacknowledged, State::Normal, Cause::Handled);
    }
    void whatIsNoEndIsNotTold()
    {
        QFETCH(const int, from);
        QFETCH(const int, to);
        QFETCH(const int, cause);
        const auto notices = noticesOf(
            {change(Condition::Critical, static_cast<State>(from), static_cast<State>(to), static_cast<Cause>(cause))});
        QVERIFY(notices.empty());
    }

    // Only what a person had seen and what then recovered is worth a line of its own.
    void anEndIsSilentUnlessItIsARecoveryThatWasSeen_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("cause");
        QTest::addColumn<bool>("silent");
        const auto row = [](const char *name, State from, State to, Cause cause, bool silent) {
            QTest::newRow(name) << static_cast<int>(from) << static_cast<int>(to) << static_cast<int>(cause) << silent;
        };
        row("seen, recovered", State::ActiveAcknowledged, State::Normal, Cause::Cleared, false);
        row("seen, removed", State::ActiveAcknowledged, State::Normal, Cause::Ended, true);
        row("seen, disarmed", State::ActiveAcknowledged, State::Disarmed, Cause::Cleared, true);
        row("not seen, recovered", State::ActiveUnacknowledged, State::Normal, Cause::Cleared, true);
        row("not seen, latched", State::ActiveUnacknowledged, State::ClearedUnacknowledged, Cause::Cleared, true);
    }
    void anEndIsSilentUnlessItIsARecoveryThatWasSeen()
    {
        QFETCH(const int, from);
        QFETCH(const int, to);
        QFETCH(const int, cause);
        QFETCH(const bool, silent);
        Bench bench;
        bench.evaluate(kStart);
        const std::vector<Change> changes {
            change(Condition::Critical, static_cast<State>(from), static_cast<State>(to), static_cast<Cause>(cause))};
        const auto now = bench.planner.plan(bench.machine, changes, false, kStart).notices;
        QCOMPARE(now.size(), silent ? std::size_t(1) : std::size_t(0)); // a recovery waits for company
        const auto later = bench.planner.plan(bench.machine, {}, false, kStart + Planner::kGroup).notices;
        QCOMPARE(later.size(), silent ? std::size_t(0) : std::size_t(1));
        QCOMPARE((silent ? now : later)[0].quiet, silent);
    }

    // From High on: an early warning that is over before it was told is nobody's business.
    void whatIsOverInItsMomentIsToldFromHighOn_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<int>("condition");
        QTest::newRow("call") << u"1.09"_s << static_cast<int>(Condition::Call);
        QTest::newRow("critical") << u"1.07"_s << static_cast<int>(Condition::Critical);
    }
    void whatIsOverInItsMomentIsToldFromHighOn()
    {
        QFETCH(const QString, level);
        QFETCH(const int, condition);
        Bench bench;
        bench.machine.judge("a", at(level.toStdString(), kStart));
        bench.machine.judge("a", sampleOf(Sample::Kind::NoDebt, kStart));
        bench.evaluate(kStart);
        QVERIFY(!bench.notices.empty());
        QCOMPARE(bench.notices[0].kind, Notice::Kind::Raised);
        QCOMPARE(bench.notices[0].lines[0].key.condition, static_cast<Condition>(condition));
    }

    // Ten notices of ten minutes ring; what is not urgent is the eleventh.
    void theTenthNoticeRings_data()
    {
        QTest::addColumn<int>("calls");
        QTest::addColumn<bool>("quiet");
        QTest::newRow("the tenth") << 9 << false;
        QTest::newRow("the eleventh") << 10 << true;
    }
    void theTenthNoticeRings()
    {
        QFETCH(const int, calls);
        Bench bench;
        bench.judge("early", at("1.17", kStart));
        for (int i = 0; i < calls; ++i) {
            bench.judge("a" + std::to_string(i), at("1.09", kStart + (1 + i) * 500));
        }
        bench.judge("early", at("1.17", kStart + 10 * kSecond));
        bench.passUntil(kStart + 20 * kSecond);
        QCOMPARE(bench.notices.size(), static_cast<std::size_t>(calls) + 1);
        QCOMPARE(bench.notices.back().lines[0].key.condition, Condition::Watch);
        QTEST(bench.notices.back().quiet, "quiet");
    }

    // What else asks for an answer: neither what was acknowledged nor what a worse one speaks for.
    void aRecoveryNamesWhatStillAsks()
    {
        Bench bench;
        bench.judge("a", at("1.09", kStart));
        bench.judge("b", at("1.09", kStart));
        bench.judge("c", at("1.07", kStart));
        bench.machine.acknowledge("b", {}, bench.now);
        bench.evaluate();
        const std::vector<Change> changes {
            {key(Condition::Call, "d"), State::ActiveAcknowledged, State::Normal, Cause::Cleared, 1, bench.now, {}}};
        bench.planner.plan(bench.machine, changes, false, bench.now);
        const auto notices = bench.planner.plan(bench.machine, {}, false, bench.now + Planner::kGroup).notices;
        QCOMPARE(notices.size(), std::size_t(1));
        std::set<std::string> asking;
        for (const NoticeLine &line : notices[0].active) {
            asking.insert(line.key.account + ' ' + std::string(conditionWord(line.key.condition)));
        }
        QCOMPARE(asking, (std::set<std::string> {"a call", "c critical"}));
    }

    void everyChannelHasItsWord()
    {
        for (int i = 0; i < kChannels; ++i) {
            const auto channel = static_cast<Channel>(i);
            QCOMPARE(channelFromWord(channelWord(channel)), std::optional(channel));
        }
        QVERIFY(!channelFromWord("none"));
    }

    void whatBlindsAnAccountWaitsForItsSampleToo()
    {
        Bench bench;
        bench.machine.restore(stored(Condition::Incomplete));
        bench.planner.restored(key(Condition::Incomplete), kStart);
        bench.evaluate(kStart);
        QVERIFY(bench.notices.empty()); // the first sample may end it
        bench.passUntil(kStart + Planner::kRestoreWait);
        QCOMPARE(bench.notices.size(), std::size_t(1));
    }

    void whatIsNotUnacknowledgedAnyMoreIsNotRestored_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("acknowledged before the first sample") << true;
        QTest::newRow("gone") << false;
    }
    void whatIsNotUnacknowledgedAnyMoreIsNotRestored()
    {
        QFETCH(const bool, isThere);
        Bench bench;
        if (isThere) {
            bench.machine.restore(stored(Condition::Call));
            bench.machine.acknowledge("a", {}, kStart);
            bench.machine.takeChanges();
        }
        bench.planner.restored(key(Condition::Call), kStart);
        bench.passUntil(kStart + Planner::kRestoreWait + kSecond);
        QVERIFY(bench.notices.empty());
    }
};

PLIMSOLL_TEST(TestPlannerMoment)
#include "tst_plannermoment.moc"
