// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feedwatch.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using plimsoll::BootTime;
using plimsoll::WallTime;
using namespace std::chrono_literals;
using plimsoll::monitor::FeedState;
using plimsoll::monitor::FeedWatch;
using plimsoll::monitor::SourceReport;

class TestFeedWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Limits: late 1.5 P + 1 s, stale max(3 P, 30 s), offline max(6 P, 60 s).
    void judgesSilenceByAge_data()
    {
        QTest::addColumn<int>("periodMs");
        QTest::addColumn<int>("ageMs");
        QTest::addColumn<int>("state");
        const auto row = [](const char *name, int period, int age, FeedState state) {
            QTest::newRow(name) << period << age << static_cast<int>(state);
        };
        row("fresh", 5000, 0, FeedState::Live);
        row("at the edge of late", 5000, 8500, FeedState::Live);
        row("late", 5000, 8501, FeedState::Late);
        row("at the edge of stale", 5000, 30000, FeedState::Late);
        row("stale", 5000, 30001, FeedState::Stale);
        row("at the edge of offline", 5000, 60000, FeedState::Stale);
        row("offline", 5000, 60001, FeedState::Offline);
        row("slow period: not yet stale", 60000, 180000, FeedState::Late);
        row("slow period: stale", 60000, 180001, FeedState::Stale);
        row("slow period: offline", 60000, 360001, FeedState::Offline);
        row("quick period keeps the floor", 1000, 30001, FeedState::Stale);
    }

    void judgesSilenceByAge()
    {
        QFETCH(int, periodMs);
        QFETCH(int, ageMs);
        QFETCH(int, state);
        FeedWatch watch {std::chrono::milliseconds(periodMs)};
        watch.answered(1000);
        watch.reported({SourceReport::Kind::Answered, {}, 0}, 0);
        watch.look(BootTime {1000} + ageMs, 0);
        QCOMPARE(static_cast<int>(watch.status().state), state);
    }

    void isStartingBeforeTheFirstAttemptAndOfflineAfterAFailedOne()
    {
        FeedWatch watch {5000ms};
        watch.look(10, 10);
        QCOMPARE(watch.status().state, FeedState::Starting);
        watch.reported({SourceReport::Kind::Failed, QStringLiteral("refused"), 0}, 20);
        QVERIFY(watch.look(20, 20));
        QCOMPARE(watch.status().state, FeedState::Offline);
        QCOMPARE(watch.status().detail, QStringLiteral("refused"));
        QCOMPARE(watch.status().since, WallTime {20});
    }

    void isLateAtOnceAfterAFailureAndLiveAfterTheNextAnswer()
    {
        FeedWatch watch {5000ms};
        watch.answered(100);
        watch.reported({SourceReport::Kind::Answered, {}, 0}, 100);
        watch.look(100, 100);
        watch.reported({SourceReport::Kind::Failed, QStringLiteral("HTTP 500"), 0}, 200);
        watch.look(200, 200);
        QCOMPARE(watch.status().state, FeedState::Late);
        watch.answered(300);
        watch.reported({SourceReport::Kind::Answered, {}, 0}, 300);
        watch.look(300, 300);
        QCOMPARE(watch.status().state, FeedState::Live);
        QVERIFY(watch.status().detail.isEmpty());
    }

    void showsARateLimitOnlyUntilItsEnd()
    {
        FeedWatch watch {5000ms};
        watch.answered(100);
        watch.reported({SourceReport::Kind::RateLimited, QStringLiteral("429"), 60'000}, 100);
        watch.look(1'000, 1'000);
        QCOMPARE(watch.status().state, FeedState::RateLimited);
        watch.look(60'050, 60'050);
        QCOMPARE(watch.status().state, FeedState::Stale); // 59.95 s without an answer
    }

    void tellsOnlyChanges()
    {
        FeedWatch watch {5000ms};
        watch.answered(1);
        QVERIFY(watch.look(1, 1));
        QVERIFY(!watch.look(2, 2));
    }
};

PLIMSOLL_TEST(TestFeedWatch)
#include "tst_feedwatch.moc"
