// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmbench.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

class TestAlarmPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Seconds after the raise, and what is used then. docs/alarms.md#notices: ladder and reminders.
    void climbsTheLadder_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<QStringList>("wanted");
        const QString first = u"desktop sound screen"_s;
        const QString second = first + u" attention command webhook"_s;
        const QString third = first + u" attention mini_window command webhook"_s;
        QTest::newRow("call") << "1.09" << QStringList {u"0 "_s + first,   u"60 "_s + second, u"180 "_s + third,
                                                        u"300 "_s + third, u"600 "_s + third, u"900 "_s + third};
        QStringList critical;
        for (int minute = 0; minute <= 15; ++minute) {
            critical << QString::number(minute * 60) + u' ' + (minute < 2 ? second : third);
        }
        QTest::newRow("critical") << "1.07" << critical;
        QTest::newRow("liquidation") << "1.04" << critical;
    }

    void climbsTheLadder()
    {
        QFETCH(QString, level);
        QFETCH(QStringList, wanted);
        Bench bench;
        bench.judge("a", at(level.toStdString(), kStart));
        bench.passUntil(kStart + 15 * kMinute);
        QStringList found;
        for (const Notice &notice : bench.notices) {
            found << QString::number((notice.time - kStart) / kSecond) + u' ' + channels(notice);
        }
        // beyond ten notices in ten minutes the text is replaced silently; the steps themselves are looked at here
        QCOMPARE(found.size(), wanted.size());
        for (qsizetype i = 0; i < std::min<qsizetype>(wanted.size(), 10); ++i) {
            QCOMPARE(found[i], wanted[i]);
            QCOMPARE(bench.notices[static_cast<std::size_t>(i)].kind,
                     i == 0 ? Notice::Kind::Raised : Notice::Kind::Reminder);
        }
    }

    void anAcknowledgementEndsTheLadderAndItsEndBeginsItAnew()
    {
        Bench bench;
        bench.judge("a", at("1.09", kStart));
        bench.passUntil(kStart + 70 * kSecond);
        QCOMPARE(bench.notices.size(), std::size_t(2));
        bench.machine.acknowledge("a", {}, bench.now);
        bench.evaluate();
        bench.passUntil(kStart + 70 * kSecond + 15 * kMinute - kSecond);
        QCOMPARE(bench.notices.size(), std::size_t(2));
        bench.passUntil(kStart + 70 * kSecond + 16 * kMinute);
        QCOMPARE(bench.notices.size(), std::size_t(4));
        QCOMPARE(word(bench.notices[2].lines[0].cause), u"ack_expired"_s);
        QCOMPARE(channels(bench.notices[2]), u"desktop sound screen"_s);
        QCOMPARE(channels(bench.notices[3]), u"desktop sound screen attention command webhook"_s);
    }

    // The next step comes at once, by itself: what was told a moment ago is not repeated for it.
    void aWayThatFailedHastensTheNext()
    {
        Bench bench;
        bench.judge("a", at("1.09", kStart));
        QCOMPARE(channels(bench.notices[0]), u"desktop sound screen"_s);
        Ladder ladder;
        ladder.failed = {Channel::Sound};
        bench.planner.setLadder(ladder);
        bench.evaluate(kStart + 200);
        QCOMPARE(bench.notices.size(), std::size_t(2));
        QCOMPARE(channels(bench.notices[1]), u"attention command webhook"_s);
        QCOMPARE(bench.notices[1].kind, Notice::Kind::Reminder);
        ladder.failed.add(Channel::Webhook);
        bench.planner.setLadder(ladder);
        bench.evaluate(kStart + 400);
        QCOMPARE(channels(bench.notices[2]), u"mini_window"_s);
        bench.evaluate(kStart + 600);
        QCOMPARE(bench.notices.size(), std::size_t(3)); // there is no further step
        bench.passUntil(kStart + 60'400);
        QCOMPARE(channels(bench.notices[3]),
                 u"desktop sound screen attention mini_window command webhook"_s); // the reminder of the first minute
    }

    void aWayKnownToFailIsNotWaitedFor()
    {
        Bench bench;
        Ladder ladder;
        ladder.failed = {Channel::Desktop};
        bench.planner.setLadder(ladder);
        bench.judge("a", at("1.09", kStart));
        QCOMPARE(channels(bench.notices[0]), u"desktop sound screen attention command webhook"_s);
    }

    // A service on a server: nobody sits in front of its screen, and there is neither a desktop nor a loudspeaker.
    void whereOnlyAPhoneIsThereItIsUsedAtOnce()
    {
        Bench bench;
        Ladder ladder;
        ladder.usable = {Channel::Screen, Channel::Webhook};
        bench.planner.setLadder(ladder);
        bench.judge("a", at("1.09", kStart));
        QCOMPARE(channels(bench.notices[0]), u"screen webhook"_s);
    }

    void aPersonChoosesFromWhenAWayIsUsed()
    {
        Bench bench;
        Ladder ladder;
        ladder.steps[static_cast<std::size_t>(Channel::Webhook)] = {Priority::Low, 0};
        ladder.steps[static_cast<std::size_t>(Channel::Command)] = {Priority::Highest, 0};
        ladder.steps[static_cast<std::size_t>(Channel::Attention)] = {Priority::High, 90 * kSecond};
        bench.planner.setLadder(ladder);
        bench.judge("a", at("1.17", kStart));
        bench.judge("a", at("1.17", kStart + 10'000));
        bench.passUntil(kStart + 20'000);
        QCOMPARE(channels(bench.notices[0]), u"desktop screen webhook"_s);
        bench.judge("a", at("1.09", kStart + 30'000));
        QCOMPARE(channels(bench.notices[1]), u"desktop sound screen webhook"_s);
        bench.passUntil(kStart + 119'000);
        QVERIFY(!bench.notices.back().channels.has(Channel::Attention));
        bench.passUntil(kStart + 120'000);
        QCOMPARE(channels(bench.notices.back()), u"desktop sound screen attention webhook"_s);
        bench.judge("a", at("1.04", kStart + 130'000));
        QVERIFY(bench.notices.back().channels.has(Channel::Command));
    }

    // T1 to T3, T5, T7 and T8 at high, and only there.
    void whatBlindsAtHighPriorityClimbsToo_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<int>("priority");
        QTest::addColumn<bool>("climbs");
        for (const auto condition : {Condition::ThreadDead, Condition::Gap, Condition::Ledger}) {
            QTest::addRow("%s", conditionWord(condition).data())
                << static_cast<int>(condition) << static_cast<int>(Priority::High) << true;
        }
        QTest::newRow("gap, medium") << static_cast<int>(Condition::Gap) << static_cast<int>(Priority::Medium) << false;
        QTest::newRow("clock, medium") << static_cast<int>(Condition::Clock) << static_cast<int>(Priority::Medium)
                                       << false;
    }

    void whatBlindsAtHighPriorityClimbsToo()
    {
        QFETCH(int, condition);
        QFETCH(int, priority);
        Bench bench;
        for (int i = 0; i < 2; ++i) { // the clock wants two
            bench.machine.report(key(static_cast<Condition>(condition), ""), Observation::True,
                                 static_cast<Priority>(priority), kStart + i);
        }
        bench.evaluate(kStart + 1);
        bench.passUntil(kStart + 59'999);
        Channels before;
        for (const Notice &notice : bench.notices) {
            before.add(notice.channels);
        }
        QVERIFY(!before.has(Channel::Webhook));
        bench.passUntil(kStart + 61'000);
        QTEST(bench.notices.back().channels.has(Channel::Webhook), "climbs");
    }

    void aBlindAccountNearItsCallReachesThePhone_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("stale") << static_cast<int>(Sample::Kind::Stale);
        QTest::newRow("frozen") << static_cast<int>(Sample::Kind::Frozen);
        QTest::newRow("incomplete") << static_cast<int>(Sample::Kind::Incomplete);
    }

    void aBlindAccountNearItsCallReachesThePhone()
    {
        QFETCH(int, kind);
        Bench bench;
        bench.judge("a", at("1.375", kStart));
        Sample blind = sampleOf(static_cast<Sample::Kind>(kind), kStart + 70'000);
        blind.oldestPrice = kStart;
        bench.judge("a", blind);
        QCOMPARE(channels(bench.notices.back()), u"desktop sound screen"_s);
        bench.passUntil(kStart + 130'000);
        QCOMPARE(channels(bench.notices.back()), u"desktop sound screen attention command webhook"_s);
    }

    void anEarlyWarningWaitsForCompanyAndIsToldOnce()
    {
        Bench bench;
        bench.judge("a", at("1.17", kStart));
        bench.judge("a", at("1.17", kStart + 5'000));
        bench.judge("b", at("1.17", kStart + 5'000));
        bench.judge("b", at("1.17", kStart + 10'000));
        bench.passUntil(kStart + 14'999);
        QCOMPARE(bench.notices.size(), std::size_t(0));
        bench.passUntil(kStart + 15'000);
        QCOMPARE(bench.notices.size(), std::size_t(1));
        QCOMPARE(bench.notices[0].lines.size(), std::size_t(2)); // both
        QCOMPARE(bench.notices[0].priority, Priority::Low);
        QCOMPARE(channels(bench.notices[0]), u"desktop screen"_s);
        bench.passUntil(kStart + 6 * kHour);
        QCOMPARE(bench.notices.size(), std::size_t(1)); // no reminders
    }

    void quietHoursKeepTheEarlyWarningOnTheScreenAndNothingElse()
    {
        Bench bench;
        bench.quietHours = true;
        bench.judge("a", at("1.17", kStart));
        bench.judge("a", at("1.17", kStart + 1'000));
        bench.judge("b", at("1.09", kStart + 20'000));
        QCOMPARE(bench.notices.size(), std::size_t(2));
        QCOMPARE(channels(bench.notices[0]), u"screen"_s);
        QCOMPARE(channels(bench.notices[1]), u"desktop sound screen"_s);
        Sample stale = sampleOf(Sample::Kind::Stale, kStart + 30'000);
        stale.oldestPrice = kStart - 100'000;
        bench.judge("c", stale);
        bench.passUntil(kStart + 50'000);
        QCOMPARE(channels(bench.notices[2]), u"desktop screen"_s);
    }

    void aTechnicalAlarmIsWithoutSoundUnlessItIsHigh_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<qint64>("delay");
        QTest::addColumn<QString>("channels");
        QTest::newRow("far from the call") << "1.5" << qint64(10'000) << "desktop screen";
        QTest::newRow("near the call") << "1.375" << qint64(0) << "desktop sound screen"; // 1.25 x 1.10
    }

    void aTechnicalAlarmIsWithoutSoundUnlessItIsHigh()
    {
        QFETCH(QString, level);
        QFETCH(qint64, delay);
        Bench bench;
        bench.judge("a", at(level.toStdString(), kStart));
        Sample stale = sampleOf(Sample::Kind::Stale, kStart + 70'000);
        stale.oldestPrice = kStart;
        bench.judge("a", stale);
        QCOMPARE(bench.notices.size(), std::size_t(delay == 0 ? 1 : 0));
        bench.passUntil(kStart + 70'000 + delay);
        QCOMPARE(bench.notices.size(), std::size_t(1));
        QCOMPARE(bench.notices[0].lines[0].key.condition, Condition::Stale);
        QTEST(channels(bench.notices[0]), "channels");
    }

    void theWorstSpeaksForTheOthersOfItsAccount()
    {
        Bench bench;
        bench.judge("a", at("1.0", kStart));
        QCOMPARE(bench.notices.size(), std::size_t(1));
        QCOMPARE(bench.notices[0].lines.size(), std::size_t(1));
        QCOMPARE(bench.notices[0].lines[0].key.condition, Condition::Liquidation);
        QCOMPARE(bench.folded.size(), std::size_t(2)); // critical and call; the early warning is still pending
        bench.judge("a", at("1.0", kStart + 10'000));
        bench.passUntil(kStart + 30'000);
        QCOMPARE(bench.folded.size(), std::size_t(3));
        QCOMPARE(bench.notices.size(), std::size_t(1));
        QCOMPARE(bench.machine.awake().size(), std::size_t(4)); // they stay in the list
        bench.machine.acknowledge("a", Condition::Liquidation, bench.now); // in any of its three states
        bench.evaluate();
        bench.passUntil(kStart + 20 * kMinute);
        QCOMPARE(bench.notices.size(), std::size_t(1));
    }

    void whatWasFoldedSpeaksWhenTheWorseOneIsOver()
    {
        Bench bench;
        bench.judge("a", at("1.07", kStart));
        for (int i = 1; i <= 7; ++i) {
            bench.judge("a", at("1.09", kStart + i * 10'000));
        }
        QCOMPARE(stateOf(bench.machine, Condition::Critical), u"cleared"_s);
        QCOMPARE(stateOf(bench.machine, Condition::Call), u"active"_s);
        bench.passUntil(kStart + 6 * kMinute);
        const Notice &last = bench.notices.back();
        QCOMPARE(last.lines.size(), std::size_t(1));
        QCOMPARE(last.lines[0].key.condition, Condition::Call);
        QVERIFY(!last.quiet);
    }

    void allOfOneMomentIsOneNoticeWorstFirst()
    {
        Bench bench;
        bench.machine.judge("a", at("1.09", kStart));
        bench.machine.judge("b", at("1.04", kStart));
        bench.machine.judge("c", at("1.07", kStart));
        bench.machine.judge("d", at("1.06", kStart));
        bench.evaluate(kStart);
        QCOMPARE(bench.notices.size(), std::size_t(1));
        QString order;
        for (const NoticeLine &line : bench.notices[0].lines) {
            order += QString::fromStdString(line.key.account);
        }
        QCOMPARE(order, u"bdca"_s); // liquidation, then critical with the lower level, critical, call
        QCOMPARE(bench.notices[0].priority, Priority::Highest);
    }

    void remindersThatAreDueSoonComeAlong()
    {
        Bench bench;
        bench.judge("a", at("1.09", kStart));
        bench.judge("b", at("1.09", kStart + 8'000));
        bench.judge("c", at("1.09", kStart + 15'000));
        QCOMPARE(bench.notices.size(), std::size_t(3));
        QCOMPARE(bench.notices[1].active.size(), std::size_t(1)); // "+ 1 more"
        bench.passUntil(kStart + 60'000);
        QCOMPARE(bench.notices.size(), std::size_t(4));
        QCOMPARE(bench.notices[3].lines.size(), std::size_t(3)); // a, b 8 s and c 15 s early
        QVERIFY(bench.notices[3].active.empty());
        bench.passUntil(kStart + 74'999);
        QVERIFY(bench.notices.size() <= 5); // the step of b's ladder runs in its own time
    }

    // However many stand: their reminders share one notice a minute, so none is left to the limit.
    void remindersOfAMinuteShareOneNotice()
    {
        Bench bench;
        for (int i = 0; i < 5; ++i) {
            bench.judge(std::string(1, static_cast<char>('a' + i)),
                        at("1.07", kStart + i * 13'000)); // critical: a reminder every minute
        }
        bench.passUntil(kStart + 10 * kMinute);
        bench.notices.clear();
        bench.passUntil(kStart + 20 * kMinute);
        QCOMPARE(bench.loud(kStart + 10 * kMinute, bench.now), 10);
        QCOMPARE(bench.notices.size(), std::size_t(10));
        for (const Notice &notice : bench.notices) {
            QCOMPARE(notice.lines.size(), std::size_t(5));
        }
    }

    void whatIsAboutToClearReplacesTheTextSilently()
    {
        Bench bench;
        bench.judge("a", at("1.09", kStart));
        bench.judge("a", at("1.2", kStart + 10'000));
        QCOMPARE(bench.notices.size(), std::size_t(2));
        QVERIFY(bench.notices[1].quiet && !bench.notices[1].channels.has(Channel::Sound));
        QCOMPARE(bench.notices[1].lines[0].outlook.clearsAt, std::optional(kStart + 70'000));
        bench.judge("a", at("1.2", kStart + 20'000));
        QCOMPARE(bench.notices.size(), std::size_t(2)); // nothing turned
        bench.judge("a", at("1.11", kStart + 30'000)); // inside the dead band
        QCOMPARE(bench.notices.size(), std::size_t(3));
        QVERIFY(bench.notices[2].quiet && !bench.notices[2].lines[0].outlook.clearsAt);
    }

    // On its way to liquidation before its bar: it is named for what it is, with the time that is left.
    void whatIsRaisedByItsPaceSaysSo()
    {
        Bench bench;
        bench.judge("a", at("1.20", kStart));
        bench.judge("a", at("1.15", kStart + kMinute)); // 0.05 a minute, 0.10 to go
        const NoticeLine &told = bench.notices.back().lines[0];
        QCOMPARE(told.key.condition, Condition::Critical);
        QVERIFY(told.byPace);
        QCOMPARE(told.outlook.liquidationAt, std::optional(kStart + 3 * kMinute));
        bench.judge("a", at("1.07", kStart + kMinute + 10'000)); // at its bar: close to liquidation like any other
        QVERIFY(!bench.machine.find(key(Condition::Critical))->byPace);
        QVERIFY(!bench.machine.outlook(key(Condition::Critical)).liquidationAt);
    }

    void blindnessNeverHidesALevelAlarm()
    {
        Bench bench;
        bench.judge("a", at("1.09", kStart));
        Sample stale = sampleOf(Sample::Kind::Stale, kStart + 10'000);
        stale.oldestPrice = kStart - 100'000;
        bench.judge("a", stale);
        QCOMPARE(stateOf(bench.machine, Condition::Stale), u"active"_s);
        QVERIFY(!bench.machine.folded(key(Condition::Call)));
        bench.passUntil(kStart + 60'000);
        QCOMPARE(bench.notices.back().lines[0].key.condition, Condition::Call);
        QVERIFY(bench.notices.back().lines[0].hold);
        QVERIFY(!bench.notices.back().quiet);
    }

    void aRecoveryIsToldOnceAndLow()
    {
        Bench bench;
        bench.judge("a", at("1.09", kStart));
        bench.machine.acknowledge("a", {}, bench.now);
        bench.evaluate();
        for (int i = 1; i <= 7; ++i) {
            bench.judge("a", at("1.2", kStart + i * 10'000));
        }
        QCOMPARE(stateOf(bench.machine, Condition::Call), u"normal"_s);
        bench.passUntil(kStart + kHour);
        QCOMPARE(bench.notices.size(), std::size_t(2));
        QCOMPARE(bench.notices[1].kind, Notice::Kind::Ended);
        QCOMPARE(bench.notices[1].priority, Priority::Low);
        QVERIFY(!bench.notices[1].quiet);
        QVERIFY(!channels(bench.notices[1]).contains(u"sound"_s));
        QCOMPARE(bench.notices[1].lines[0].key.condition, Condition::Call);
    }

    void aRecoveryThatDidNotLastIsNotTold()
    {
        Bench bench;
        bench.judge("a", at("1.09", kStart));
        bench.machine.acknowledge("a", {}, bench.now);
        bench.evaluate();
        for (int i = 1; i <= 7; ++i) {
            bench.judge("a", at("1.13", kStart + i * 10'000));
        }
        QCOMPARE(stateOf(bench.machine, Condition::Call), u"normal"_s);
        bench.judge("a", at("1.1", kStart + 75'000)); // before "recovered" was told
        bench.passUntil(kStart + 2 * kMinute);
        QCOMPARE(stateOf(bench.machine, Condition::Call), u"active"_s);
        for (const Notice &notice : bench.notices) {
            QVERIFY(notice.kind != Notice::Kind::Ended);
        }
    }

    void whatEndsUnseenReplacesTheTextSilently_data()
    {
        QTest::addColumn<bool>("closed");
        QTest::newRow("cleared") << false;
        QTest::newRow("no debt") << true;
    }

    void whatEndsUnseenReplacesTheTextSilently()
    {
        QFETCH(bool, closed);
        Bench bench;
        bench.judge("a", at("1.09", kStart));
        if (closed) {
            bench.judge("a", sampleOf(Sample::Kind::NoDebt, kStart + 10'000));
        }
        for (int i = 1; i <= 5 && !closed; ++i) {
            bench.judge("a", at("1.2", kStart + i * 14'000)); // 70 s; the reminder after 60 s is one notice
        }
        bench.judge("a", closed ? sampleOf(Sample::Kind::NoDebt, kStart + 90'000) : at("1.2", kStart + 90'000));
        const Notice &last = bench.notices.back();
        QCOMPARE(last.kind, Notice::Kind::Ended);
        QVERIFY(last.quiet);
        QVERIFY(!last.channels.has(Channel::Sound));
    }

    void everyLineHasItsOwnNumber()
    {
        Bench bench;
        std::set<std::tuple<Key, std::uint32_t, int>> seen;
        for (int i = 0; i < 40; ++i) {
            bench.judge("a", at(i % 10 < 2 ? "1.04" : "1.2", bench.now + 10'000));
            if (i % 13 == 0) {
                bench.machine.acknowledge("a", {}, bench.now);
                bench.evaluate();
            }
            bench.passUntil(bench.now + 50'000);
        }
        for (const Notice &notice : bench.notices) {
            for (const NoticeLine &line : notice.lines) {
                QVERIFY2(seen.insert({line.key, line.occurrence, line.number}).second,
                         conditionWord(line.key.condition).data());
            }
        }
        QVERIFY(seen.size() > 20);
        for (std::size_t i = 1; i < bench.notices.size(); ++i) {
            QVERIFY(bench.notices[i].id == bench.notices[i - 1].id.next());
        }
    }

    // T4 uses the screen; attention and mini window where it is high
    void anUndeliveredNoticeIsShownOnTheScreen_data()
    {
        QTest::addColumn<int>("priority");
        QTest::addColumn<QString>("channels");
        QTest::newRow("medium") << static_cast<int>(Priority::Medium) << "screen";
        QTest::newRow("high") << static_cast<int>(Priority::High) << "screen attention mini_window";
    }

    void anUndeliveredNoticeIsShownOnTheScreen()
    {
        QFETCH(int, priority);
        Bench bench;
        bench.machine.report(key(Condition::NotDelivered, "", "desktop"), Observation::True,
                             static_cast<Priority>(priority), kStart);
        bench.evaluate(kStart);
        bench.passUntil(kStart + 10'000);
        QCOMPARE(bench.notices.size(), std::size_t(1));
        QTEST(channels(bench.notices[0]), "channels");
        bench.passUntil(kStart + kHour);
        QCOMPARE(bench.notices.size(), std::size_t(1));
    }
};

PLIMSOLL_TEST(TestAlarmPlanner)
#include "tst_planner.moc"
