// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/engineguard.h"
#include "desktop/enginewatch.h"
#include "desktopkit.h"
#include "testlib/testprogram.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::desktopkit;
using desktop::EngineGuard;
using desktop::EngineWatch;
using testlib::FakeClock;

namespace {

/// Looks every 5 s until `span` is over; true where one of them found the engine silent.
bool silentWithin(EngineWatch &watch, FakeClock &clock, std::int64_t span)
{
    for (std::int64_t passed = 0; passed < span; passed += EngineWatch::kLookMs) {
        clock.advance(EngineWatch::kLookMs);
        if (watch.look()) {
            return true;
        }
    }
    return false;
}

} // namespace

class TestEngineWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // 3 P + 5 s: docs/alarms.md, thread_dead.
    void limitFollowsThePollPeriod_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<int>("lastGood"); // ms of silence that a look still takes
        QTest::newRow("1 s") << 1000 << 8000;
        QTest::newRow("5 s, the default") << 5000 << 20'000;
        QTest::newRow("60 s") << 60'000 << 185'000;
    }

    void limitFollowsThePollPeriod()
    {
        QFETCH(int, period);
        QFETCH(int, lastGood);
        FakeClock clock;
        EngineWatch watch(clock);
        watch.setPollPeriod(std::chrono::milliseconds(period));
        QCOMPARE(watch.limitMs(), lastGood);
        const BootTime start = clock.bootTime();
        while (clock.bootTime() - start + 4000 <= lastGood) { // looks in time, so that none is taken for a sleep
            clock.advance(4000);
            QVERIFY(!watch.look());
        }
        clock.advance(lastGood - (clock.bootTime() - start));
        QVERIFY(!watch.look());
        clock.advance(1);
        QVERIFY(watch.look());
        QVERIFY(watch.silent());
        QVERIFY(!watch.look()); // told once
    }

    void snapshotsKeepItQuiet()
    {
        FakeClock clock;
        EngineWatch watch(clock);
        for (int i = 0; i < 100; ++i) {
            clock.advance(EngineWatch::kLookMs);
            QVERIFY(!watch.heard(clock.bootTime()));
            QVERIFY(!watch.look());
        }
    }

    // What counts is when it was decided: news that only arrive late are no heartbeat.
    void oldDecisionsAreNoHeartbeat()
    {
        FakeClock clock;
        EngineWatch watch(clock);
        const BootTime old = clock.bootTime();
        QVERIFY(silentWithin(watch, clock, 60'000));
        QVERIFY(!watch.heard(old));
        QVERIFY(watch.silent());
        QVERIFY(watch.heard(clock.bootTime() - 1000));
        QVERIFY(!watch.silent());
    }

    void aDecisionFromTheFutureIsTakenAsNow()
    {
        FakeClock clock;
        EngineWatch watch(clock);
        watch.heard(clock.bootTime() + 10'000'000);
        QVERIFY(silentWithin(watch, clock, 60'000));
    }

    // After a night of suspend the newest snapshot is 8 h old, and the engine had no chance yet.
    void sleepOfTheComputerIsNotTheEngines()
    {
        FakeClock clock;
        EngineWatch watch(clock);
        clock.advance(8 * 3600 * 1000);
        QVERIFY(!watch.look());
        clock.advance(EngineWatch::kLookMs);
        QVERIFY(!watch.look());
        QVERIFY(silentWithin(watch, clock, 30'000)); // it had its chance
    }

    void wallClockPlaysNoPart()
    {
        FakeClock clock;
        EngineWatch watch(clock);
        clock.jumpWall(-100'000'000);
        QVERIFY(!watch.look());
        clock.jumpWall(300'000'000);
        QVERIFY(!watch.look());
    }

    void guardTellsOnceAndTakesItBack()
    {
        World world;
        FakeNotifier notifier;
        EngineGuard guard(world.monitor.relay, world.monitor.clock, world.format, &notifier);
        QSignalSpy silent(&guard, &EngineGuard::silentChanged);
        for (int i = 0; i < 10; ++i) {
            world.monitor.clock.advance(EngineWatch::kLookMs);
            guard.look();
        }
        QCOMPARE(silent.size(), 1);
        QCOMPARE(silent.first().first().toBool(), true);
        QCOMPARE(notifier.sent.size(), 2U);
        QCOMPARE(notifier.sent[0].channel, alarm::Channel::Desktop);
        QCOMPARE(notifier.sent[1].channel, alarm::Channel::Sound);
        for (const monitor::Delivery &sent : notifier.sent) {
            QCOMPARE(sent.priority, alarm::Priority::Highest);
            QVERIFY(sent.notice.maker() == alarm::NoticeId::Maker::Guard);
            QVERIFY(!sent.quiet);
            QVERIFY(sent.text.body.contains(QStringLiteral("00:00:00"))); // wall time of the newest snapshot
        }
        monitor::AlarmBoard board;
        board.unacknowledged = 1;
        world.tell(board);
        QCOMPARE(silent.size(), 2);
        QCOMPARE(silent.last().first().toBool(), false);
        QCOMPARE(notifier.sent.size(), 3U);
        QVERIFY(notifier.sent[2].quiet);
        QVERIFY(!notifier.sent[2].allOver); // an alarm stands: its text must not be taken down
    }

    // The engine cannot climb its ladder any more, so this does.
    void theSilenceReachesThePhone_data()
    {
        QTest::addColumn<bool>("fails");
        QTest::newRow("after a minute") << false;
        QTest::newRow("at once where the desktop failed") << true;
    }

    void theSilenceReachesThePhone()
    {
        QFETCH(bool, fails);
        World world;
        FakeNotifier notifier;
        EngineGuard guard(world.monitor.relay, world.monitor.clock, world.format, &notifier);
        monitor::AlarmPreferences preferences;
        preferences.enabled.add(alarm::Channel::Webhook);
        guard.setPreferences(preferences);
        const auto look = [&](int times) {
            for (int i = 0; i < times; ++i) {
                world.monitor.clock.advance(EngineWatch::kLookMs);
                guard.look();
            }
        };
        while (!guard.silent()) {
            look(1);
        }
        QCOMPARE(notifier.sent.size(), 2U);
        if (fails) {
            Q_EMIT notifier.reported(
                {notifier.sent[0].notice, alarm::Channel::Desktop, false, false, QStringLiteral("no session bus"), 1});
        } else {
            look(11); // 55 s
            QCOMPARE(notifier.sent.size(), 2U);
            look(1);
        }
        QCOMPARE(notifier.sent.size(), 3U);
        QCOMPARE(notifier.sent[2].channel, alarm::Channel::Webhook);
        look(20);
        QCOMPARE(notifier.sent.size(), 3U); // each way once
    }
};

PLIMSOLL_TEST(TestEngineWatch)
#include "tst_enginewatch.moc"
