// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmbench.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

namespace {

std::string account(int i)
{
    return "a" + std::to_string(100 + i);
}

ActiveAlarm stored(Condition condition, State state, BootTime until = 0)
{
    ActiveAlarm active;
    active.key = key(condition);
    active.alarm.state = state;
    active.alarm.occurrence = 7;
    active.alarm.notices = 3;
    active.alarm.priority = behaviourOf(condition).priority;
    active.alarm.raisedAt = kStart - kHour;
    active.alarm.since = kStart - kHour;
    active.alarm.until = until;
    return active;
}

} // namespace

/// The limits on nuisance, and being told again.
class TestAlarmPlannerLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLimitHoldsBackRemindersButNoFirstNotice()
    {
        Bench bench;
        for (int i = 0; i < 12; ++i) {
            bench.judge(account(i), at("1.09", kStart + i * 2'000)); // raises of twelve accounts within 22 s
        }
        QCOMPARE(bench.notices.size(), std::size_t(12));
        for (std::size_t i = 0; i < 12; ++i) {
            QVERIFY(!bench.notices[i].quiet && bench.notices[i].channels.has(Channel::Sound));
        }
        bench.passUntil(kStart + 10 * kMinute - 1);
        QCOMPARE(bench.loud(kStart, bench.now), 12);
        QVERIFY(bench.notices.size() > 12 && !bench.notices.back().channels.has(Channel::Sound));
        bench.passUntil(kStart + 16 * kMinute);
        QVERIFY(bench.loud(kStart + 10 * kMinute, bench.now) >= 1); // the oldest are ten minutes old
        for (BootTime from = kStart + kMinute; from < bench.now; from += kSecond) {
            QVERIFY(bench.loud(from, from + 10 * kMinute) <= 10);
        }
        bench.judge(account(20), at("1.09", bench.now));
        QVERIFY(!bench.notices.back().quiet);
    }

    // Ten reminders of one account do not make the first notice of another silent.
    void theFirstNoticeOfAnotherAccountRings_data()
    {
        QTest::addColumn<int>("condition");
        for (const Condition condition :
             {Condition::Call, Condition::Stale, Condition::ThreadDead, Condition::Ledger, Condition::Gap}) {
            QTest::newRow(conditionWord(condition).data()) << static_cast<int>(condition);
        }
    }

    void theFirstNoticeOfAnotherAccountRings()
    {
        QFETCH(int, condition);
        Bench bench;
        bench.judge("b", at("1.3", kStart));
        bench.judge("a", at("1.07", kStart));
        bench.passUntil(kStart + 10 * kMinute - 5'000);
        QCOMPARE(bench.loud(kStart, bench.now + 1), 10);
        if (condition == static_cast<int>(Condition::Call)) {
            bench.judge("b", at("1.09", bench.now));
        } else if (condition == static_cast<int>(Condition::Stale)) {
            Sample stale = sampleOf(Sample::Kind::Stale, bench.now);
            stale.oldestPrice = kStart;
            bench.judge("b", stale);
        } else {
            bench.machine.report({{}, static_cast<Condition>(condition), {}}, Observation::True, Priority::High,
                                 bench.now);
            bench.evaluate();
        }
        const auto isNews = [condition](const NoticeLine &line) {
            return line.key.condition == static_cast<Condition>(condition);
        };
        QVERIFY(std::ranges::any_of(bench.notices.back().lines, isNews)); // a reminder may come along
        QVERIFY(!bench.notices.back().quiet && bench.notices.back().channels.has(Channel::Sound));
    }

    void theStepsOfTheLadderStillRun()
    {
        Bench bench;
        for (int i = 0; i < 12; ++i) {
            bench.judge(account(i), at("1.09", kStart + i * 2'000));
        }
        bench.notices.clear();
        bench.passUntil(kStart + 6 * kMinute);
        Channels reached;
        for (const Notice &notice : bench.notices) {
            QVERIFY(notice.quiet);
            reached.add(notice.channels);
        }
        for (const Channel channel :
             {Channel::Screen, Channel::Attention, Channel::MiniWindow, Channel::Command, Channel::Webhook}) {
            QVERIFY2(reached.has(channel), channelWord(channel).data());
        }
    }

    void aLiquidationIsNotLimited()
    {
        Bench bench;
        for (int i = 0; i < 15; ++i) {
            bench.judge(account(i), at("1.09", kStart + i * 1'000));
        }
        for (int i = 20; i < 35; ++i) {
            bench.judge(account(i), at("1.05", kStart + i * 1'000));
            QVERIFY(!bench.notices.back().quiet);
            QVERIFY(bench.notices.back().channels.has(Channel::Sound));
        }
    }

    void aRestoredAlarmIsToldAtTheFirstSample()
    {
        Bench bench;
        bench.machine.restore(stored(Condition::Call, State::ActiveUnacknowledged));
        bench.planner.restored(key(Condition::Call), kStart);
        bench.evaluate();
        bench.passUntil(kStart + 5'000);
        QCOMPARE(bench.notices.size(), std::size_t(0));
        bench.machine.find(key(Condition::Call))->repeats = 5;
        bench.judge("a", at("1.09", kStart + 5'000));
        QCOMPARE(bench.machine.find(key(Condition::Call))->repeats, 0); // reminders begin anew
        QCOMPARE(bench.notices.size(), std::size_t(1));
        const NoticeLine &line = bench.notices[0].lines[0];
        QCOMPARE(word(line.cause), u"restored"_s);
        QCOMPARE(line.occurrence, 7U); // the same, not a new one
        QVERIFY(line.number >= 3); // numbers go on
        QVERIFY(!line.hold);
        bench.passUntil(kStart + 20'000);
        QCOMPARE(bench.notices.size(), std::size_t(1));
        bench.passUntil(kStart + 65'000);
        QCOMPARE(bench.notices.size(), std::size_t(2)); // and the ladder goes up from there
    }

    void aRestoredAlarmIsToldAfterFifteenSecondsWithoutASample()
    {
        Bench bench;
        bench.machine.restore(stored(Condition::Call, State::ActiveUnacknowledged));
        bench.planner.restored(key(Condition::Call), kStart);
        bench.passUntil(kStart + 14'999);
        QCOMPARE(bench.notices.size(), std::size_t(0));
        bench.passUntil(kStart + 15'000);
        QCOMPARE(bench.notices.size(), std::size_t(1));
        QVERIFY(bench.notices[0].lines[0].hold);
        QCOMPARE(word(bench.notices[0].lines[0].cause), u"restored"_s);
    }

    void anAcknowledgedAlarmIsNotToldWithinItsTime()
    {
        Bench bench;
        bench.machine.restore(stored(Condition::Call, State::ActiveAcknowledged, kStart + 5 * kMinute));
        bench.judge("a", at("1.09", kStart + 5'000));
        bench.passUntil(kStart + 5 * kMinute - 1);
        QCOMPARE(bench.notices.size(), std::size_t(0));
        bench.passUntil(kStart + 5 * kMinute);
        QCOMPARE(bench.notices.size(), std::size_t(1));
        QCOMPARE(word(bench.notices[0].lines[0].cause), u"ack_expired"_s);
    }

    void aRestoredAlarmThatIsOverIsNotTold()
    {
        Bench bench;
        bench.machine.restore(stored(Condition::Call, State::ActiveUnacknowledged));
        bench.planner.restored(key(Condition::Call), kStart);
        bench.judge("a", sampleOf(Sample::Kind::NoDebt, kStart + 1'000));
        bench.passUntil(kStart + kMinute);
        QCOMPARE(bench.loud(kStart, bench.now + 1), 0);
    }

    void everythingUnacknowledgedIsToldAgain()
    {
        Bench bench;
        bench.judge("a", at("1.09", kStart));
        bench.judge("b", at("1.04", kStart));
        bench.judge("c", at("1.09", kStart));
        bench.machine.acknowledge("c", {}, bench.now);
        bench.evaluate();
        bench.notices.clear();
        bench.now += 20'000;
        bench.planner.tellAgain(bench.machine, bench.now);
        bench.evaluate();
        QCOMPARE(bench.notices.size(), std::size_t(1));
        QCOMPARE(bench.notices[0].lines.size(), std::size_t(2));
        QCOMPARE(bench.notices[0].lines[0].key, key(Condition::Liquidation, "b"));
        QCOMPARE(bench.notices[0].lines[1].key, key(Condition::Call, "a"));
        bench.evaluate();
        QCOMPARE(bench.notices.size(), std::size_t(1)); // once
    }

    void whatWasOverBeforeItCouldBeToldIsToldAllTheSame()
    {
        Bench bench;
        bench.machine.judge("a", at("1.04", kStart));
        bench.machine.judge("a", sampleOf(Sample::Kind::NoDebt, kStart)); // the same moment, before any decision
        bench.evaluate(kStart);
        std::set<Condition> told;
        for (const Notice &notice : bench.notices) {
            for (const NoticeLine &line : notice.lines) {
                told.insert(line.key.condition);
            }
        }
        for (const NoticeLine &line : bench.folded) {
            told.insert(line.key.condition);
        }
        QVERIFY(told.contains(Condition::Liquidation));
    }

    void aRuleThatIsGoneBeforeItWasToldIsToldAllTheSame()
    {
        Bench bench;
        bench.machine.setRules({{"r1", "", Rule::Kind::Level, d("1.5"), "", Stage::Call, true}}, kStart);
        bench.machine.judge("a", at("1.4", kStart));
        bench.machine.setRules({}, kStart);
        bench.evaluate(kStart);
        QCOMPARE(bench.notices.size(), std::size_t(1));
        QCOMPARE(bench.notices[0].lines[0].key, key(Condition::Custom, "a", "r1"));
        QCOMPARE(bench.notices[0].lines[0].occurrence, 1U);
    }

    void aPersonWhoWasQuickerIsNotTold()
    {
        Bench bench;
        bench.machine.setRules({{"r1", "", Rule::Kind::Level, d("1.5"), "", Stage::Call, true}}, kStart);
        bench.machine.judge("a", at("1.4", kStart));
        bench.machine.acknowledge("a", {}, kStart);
        bench.evaluate(kStart);
        QCOMPARE(bench.notices.size(), std::size_t(0));
        QCOMPARE(bench.folded.size(), std::size_t(1)); // it counts as told
    }

    void anOwnAlarmThatWasSeenTellsItsRecovery_data()
    {
        QTest::addColumn<bool>("seen");
        QTest::newRow("seen") << true;
        QTest::newRow("not seen") << false;
    }

    void anOwnAlarmThatWasSeenTellsItsRecovery()
    {
        QFETCH(bool, seen);
        Bench bench;
        bench.machine.setRules({{"r1", "", Rule::Kind::Level, d("1.5"), "", Stage::Call, true}}, kStart);
        bench.judge("a", at("1.4", kStart));
        if (seen) {
            bench.machine.acknowledge("a", {}, kStart + 1);
        }
        for (int i = 0; i <= 6; ++i) {
            bench.judge("a", at("2", kStart + 10'000 + i * 10'000));
        }
        bench.passUntil(kStart + 3 * kMinute);
        QCOMPARE(bench.notices.back().kind, Notice::Kind::Ended);
        QCOMPARE(bench.notices.back().quiet, !seen);
    }

    // Of the program itself: what was seen and is over again only leaves the screen.
    void aTechnicalAlarmThatWasSeenEndsSilently()
    {
        Bench bench;
        const Key ledger = key(Condition::Ledger, "");
        bench.machine.report(ledger, Observation::True, Priority::High, kStart);
        bench.evaluate(kStart);
        bench.machine.acknowledge("*", {}, kStart + 1);
        bench.evaluate(kStart + 1);
        bench.machine.report(ledger, Observation::Clear, Priority::High, kStart + 2);
        bench.evaluate(kStart + 2);
        QCOMPARE(bench.notices.back().kind, Notice::Kind::Ended);
        QVERIFY(bench.notices.back().quiet);
    }

    void aSilentNoticeHasItsNumberToo()
    {
        Bench bench;
        bench.judge("a", at("1.09", kStart));
        bench.judge("a", at("1.3", kStart + 10 * kSecond)); // safe again, and not yet clear
        QCOMPARE(bench.notices.size(), std::size_t(2));
        QVERIFY(bench.notices[1].quiet);
        QCOMPARE(bench.notices[1].lines[0].number, 1);
        QCOMPARE(bench.machine.find(key(Condition::Call))->notices, 2);
    }

    void aReminderIsNotEarly()
    {
        Bench bench;
        bench.judge("a", at("1.09", kStart));
        bench.evaluate(kStart + kMinute - 1);
        QCOMPARE(bench.notices.size(), std::size_t(1));
        bench.evaluate(kStart + kMinute);
        QCOMPARE(bench.notices.size(), std::size_t(2));
    }

    void nothingIsSaidOfAccountsThatAreFine()
    {
        Bench bench;
        for (int i = 0; i < 1'000; ++i) {
            bench.judge("a", at(i % 2 != 0 ? "1.33" : "2", kStart + i * 10'000));
            bench.judge("b", sampleOf(Sample::Kind::NoDebt, kStart + i * 10'000));
        }
        QCOMPARE(bench.notices.size(), std::size_t(0));
    }
};

PLIMSOLL_TEST(TestAlarmPlannerLimits)
#include "tst_plannerlimits.moc"
