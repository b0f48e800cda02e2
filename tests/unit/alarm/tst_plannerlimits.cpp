// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmdesk.h"
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

ActiveAlarm stored(Condition condition, State state, Ms until = 0)
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
        Desk desk;
        for (int i = 0; i < 12; ++i) {
            desk.judge(account(i), at("1.09", kStart + i * 2'000)); // raises of twelve accounts within 22 s
        }
        QCOMPARE(desk.notices.size(), std::size_t(12));
        for (std::size_t i = 0; i < 12; ++i) {
            QVERIFY(!desk.notices[i].quiet && desk.notices[i].channels.has(Channel::Sound));
        }
        desk.passUntil(kStart + 10 * kMinute - 1);
        QCOMPARE(desk.loud(kStart, desk.now), 12);
        QVERIFY(desk.notices.size() > 12 && !desk.notices.back().channels.has(Channel::Sound));
        desk.passUntil(kStart + 16 * kMinute);
        QVERIFY(desk.loud(kStart + 10 * kMinute, desk.now) >= 1); // the oldest are ten minutes old
        for (Ms from = kStart + kMinute; from < desk.now; from += kSecond) {
            QVERIFY(desk.loud(from, from + 10 * kMinute) <= 10);
        }
        desk.judge(account(20), at("1.09", desk.now));
        QVERIFY(!desk.notices.back().quiet);
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
        Desk desk;
        desk.judge("b", at("1.3", kStart));
        desk.judge("a", at("1.07", kStart));
        desk.passUntil(kStart + 10 * kMinute - 5'000);
        QCOMPARE(desk.loud(kStart, desk.now + 1), 10);
        if (condition == static_cast<int>(Condition::Call)) {
            desk.judge("b", at("1.09", desk.now));
        } else if (condition == static_cast<int>(Condition::Stale)) {
            Sample stale = sampleOf(Sample::Kind::Stale, desk.now);
            stale.oldestPrice = kStart;
            desk.judge("b", stale);
        } else {
            desk.machine.report({{}, static_cast<Condition>(condition), {}}, Observation::True, Priority::High,
                                desk.now);
            desk.evaluate();
        }
        const auto isNews = [condition](const NoticeLine &line) {
            return line.key.condition == static_cast<Condition>(condition);
        };
        QVERIFY(std::ranges::any_of(desk.notices.back().lines, isNews)); // a reminder may come along
        QVERIFY(!desk.notices.back().quiet && desk.notices.back().channels.has(Channel::Sound));
    }

    void theStepsOfTheLadderStillRun()
    {
        Desk desk;
        for (int i = 0; i < 12; ++i) {
            desk.judge(account(i), at("1.09", kStart + i * 2'000));
        }
        desk.notices.clear();
        desk.passUntil(kStart + 6 * kMinute);
        Channels reached;
        for (const Notice &notice : desk.notices) {
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
        Desk desk;
        for (int i = 0; i < 15; ++i) {
            desk.judge(account(i), at("1.09", kStart + i * 1'000));
        }
        for (int i = 20; i < 35; ++i) {
            desk.judge(account(i), at("1.05", kStart + i * 1'000));
            QVERIFY(!desk.notices.back().quiet);
            QVERIFY(desk.notices.back().channels.has(Channel::Sound));
        }
    }

    void aRestoredAlarmIsToldAtTheFirstSample()
    {
        Desk desk;
        desk.machine.restore(stored(Condition::Call, State::ActiveUnacknowledged));
        desk.planner.restored(key(Condition::Call), kStart);
        desk.evaluate();
        desk.passUntil(kStart + 5'000);
        QCOMPARE(desk.notices.size(), std::size_t(0));
        desk.machine.find(key(Condition::Call))->repeats = 5;
        desk.judge("a", at("1.09", kStart + 5'000));
        QCOMPARE(desk.machine.find(key(Condition::Call))->repeats, 0); // reminders begin anew
        QCOMPARE(desk.notices.size(), std::size_t(1));
        const NoticeLine &line = desk.notices[0].lines[0];
        QCOMPARE(word(line.cause), u"restored"_s);
        QCOMPARE(line.occurrence, 7U); // the same, not a new one
        QVERIFY(line.number >= 3); // numbers go on
        QVERIFY(!line.hold);
        desk.passUntil(kStart + 20'000);
        QCOMPARE(desk.notices.size(), std::size_t(1));
        desk.passUntil(kStart + 65'000);
        QCOMPARE(desk.notices.size(), std::size_t(2)); // and the ladder goes up from there
    }

    void aRestoredAlarmIsToldAfterFifteenSecondsWithoutASample()
    {
        Desk desk;
        desk.machine.restore(stored(Condition::Call, State::ActiveUnacknowledged));
        desk.planner.restored(key(Condition::Call), kStart);
        desk.passUntil(kStart + 14'999);
        QCOMPARE(desk.notices.size(), std::size_t(0));
        desk.passUntil(kStart + 15'000);
        QCOMPARE(desk.notices.size(), std::size_t(1));
        QVERIFY(desk.notices[0].lines[0].hold);
        QCOMPARE(word(desk.notices[0].lines[0].cause), u"restored"_s);
    }

    void anAcknowledgedAlarmIsNotToldWithinItsTime()
    {
        Desk desk;
        desk.machine.restore(stored(Condition::Call, State::ActiveAcknowledged, kStart + 5 * kMinute));
        desk.judge("a", at("1.09", kStart + 5'000));
        desk.passUntil(kStart + 5 * kMinute - 1);
        QCOMPARE(desk.notices.size(), std::size_t(0));
        desk.passUntil(kStart + 5 * kMinute);
        QCOMPARE(desk.notices.size(), std::size_t(1));
        QCOMPARE(word(desk.notices[0].lines[0].cause), u"ack_expired"_s);
    }

    void aRestoredAlarmThatIsOverIsNotTold()
    {
        Desk desk;
        desk.machine.restore(stored(Condition::Call, State::ActiveUnacknowledged));
        desk.planner.restored(key(Condition::Call), kStart);
        desk.judge("a", sampleOf(Sample::Kind::NoDebt, kStart + 1'000));
        desk.passUntil(kStart + kMinute);
        QCOMPARE(desk.loud(kStart, desk.now + 1), 0);
    }

    void everythingUnacknowledgedIsToldAgain()
    {
        Desk desk;
        desk.judge("a", at("1.09", kStart));
        desk.judge("b", at("1.04", kStart));
        desk.judge("c", at("1.09", kStart));
        desk.machine.acknowledge("c", {}, desk.now);
        desk.evaluate();
        desk.notices.clear();
        desk.now += 20'000;
        desk.planner.tellAgain(desk.machine, desk.now);
        desk.evaluate();
        QCOMPARE(desk.notices.size(), std::size_t(1));
        QCOMPARE(desk.notices[0].lines.size(), std::size_t(2));
        QCOMPARE(desk.notices[0].lines[0].key, key(Condition::Liquidation, "b"));
        QCOMPARE(desk.notices[0].lines[1].key, key(Condition::Call, "a"));
        desk.evaluate();
        QCOMPARE(desk.notices.size(), std::size_t(1)); // once
    }

    void whatWasOverBeforeItCouldBeToldIsToldAllTheSame()
    {
        Desk desk;
        desk.machine.judge("a", at("1.04", kStart));
        desk.machine.judge("a", sampleOf(Sample::Kind::NoDebt, kStart)); // the same moment, before any decision
        desk.evaluate(kStart);
        std::set<Condition> told;
        for (const Notice &notice : desk.notices) {
            for (const NoticeLine &line : notice.lines) {
                told.insert(line.key.condition);
            }
        }
        for (const NoticeLine &line : desk.folded) {
            told.insert(line.key.condition);
        }
        QVERIFY(told.contains(Condition::Liquidation));
    }

    void aRuleThatIsGoneBeforeItWasToldIsToldAllTheSame()
    {
        Desk desk;
        desk.machine.setRules({{"r1", "", Rule::Kind::Level, d("1.5"), "", Stage::Call, true}}, kStart);
        desk.machine.judge("a", at("1.4", kStart));
        desk.machine.setRules({}, kStart);
        desk.evaluate(kStart);
        QCOMPARE(desk.notices.size(), std::size_t(1));
        QCOMPARE(desk.notices[0].lines[0].key, key(Condition::Custom, "a", "r1"));
        QCOMPARE(desk.notices[0].lines[0].occurrence, 1U);
    }

    void aPersonWhoWasQuickerIsNotTold()
    {
        Desk desk;
        desk.machine.setRules({{"r1", "", Rule::Kind::Level, d("1.5"), "", Stage::Call, true}}, kStart);
        desk.machine.judge("a", at("1.4", kStart));
        desk.machine.acknowledge("a", {}, kStart);
        desk.evaluate(kStart);
        QCOMPARE(desk.notices.size(), std::size_t(0));
        QCOMPARE(desk.folded.size(), std::size_t(1)); // it counts as told
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
        Desk desk;
        desk.machine.setRules({{"r1", "", Rule::Kind::Level, d("1.5"), "", Stage::Call, true}}, kStart);
        desk.judge("a", at("1.4", kStart));
        if (seen) {
            desk.machine.acknowledge("a", {}, kStart + 1);
        }
        for (int i = 0; i <= 6; ++i) {
            desk.judge("a", at("2", kStart + 10'000 + i * 10'000));
        }
        desk.passUntil(kStart + 3 * kMinute);
        QCOMPARE(desk.notices.back().kind, Notice::Kind::Ended);
        QCOMPARE(desk.notices.back().quiet, !seen);
    }

    // Of the program itself: what was seen and is over again only leaves the screen.
    void aTechnicalAlarmThatWasSeenEndsSilently()
    {
        Desk desk;
        const Key ledger = key(Condition::Ledger, "");
        desk.machine.report(ledger, Observation::True, Priority::High, kStart);
        desk.evaluate(kStart);
        desk.machine.acknowledge("*", {}, kStart + 1);
        desk.evaluate(kStart + 1);
        desk.machine.report(ledger, Observation::Clear, Priority::High, kStart + 2);
        desk.evaluate(kStart + 2);
        QCOMPARE(desk.notices.back().kind, Notice::Kind::Ended);
        QVERIFY(desk.notices.back().quiet);
    }

    void aSilentNoticeHasItsNumberToo()
    {
        Desk desk;
        desk.judge("a", at("1.09", kStart));
        desk.judge("a", at("1.3", kStart + 10 * kSecond)); // safe again, and not yet clear
        QCOMPARE(desk.notices.size(), std::size_t(2));
        QVERIFY(desk.notices[1].quiet);
        QCOMPARE(desk.notices[1].lines[0].number, 1);
        QCOMPARE(desk.machine.find(key(Condition::Call))->notices, 2);
    }

    void aReminderIsNotEarly()
    {
        Desk desk;
        desk.judge("a", at("1.09", kStart));
        desk.evaluate(kStart + kMinute - 1);
        QCOMPARE(desk.notices.size(), std::size_t(1));
        desk.evaluate(kStart + kMinute);
        QCOMPARE(desk.notices.size(), std::size_t(2));
    }

    void nothingIsSaidOfAccountsThatAreFine()
    {
        Desk desk;
        for (int i = 0; i < 1'000; ++i) {
            desk.judge("a", at(i % 2 != 0 ? "1.33" : "2", kStart + i * 10'000));
            desk.judge("b", sampleOf(Sample::Kind::NoDebt, kStart + i * 10'000));
        }
        QCOMPARE(desk.notices.size(), std::size_t(0));
    }
};

PLIMSOLL_TEST(TestAlarmPlannerLimits)
#include "tst_plannerlimits.moc"
