// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/pollschedule.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using plimsoll::BootTime;
using namespace plimsoll::feed;
using namespace std::chrono_literals;

namespace {

PollSchedule schedule(std::chrono::milliseconds interval, double random = 0.5)
{
    return PollSchedule(interval, Backoff([random] { return random; }));
}

} // namespace

class TestPollSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextIsCountedFromTheStart();
    void intervalIsKeptInItsBounds();
    void neverSlowerThan75Seconds();
    void weightSlowsDown();
    void urgentIsNeverSlowerThan15Seconds();
    void soonKeepsThePause();
};

void TestPollSchedule::nextIsCountedFromTheStart()
{
    PollSchedule polls = schedule(5s);
    polls.startAt(1000);
    QCOMPARE(polls.dueAt(), BootTime {1000});
    polls.pollStarted(1000);
    polls.pollSucceeded(); // however long it took
    QCOMPARE(polls.dueAt(), BootTime {6000});
}

void TestPollSchedule::intervalIsKeptInItsBounds()
{
    PollSchedule polls = schedule(1ms);
    QCOMPARE(polls.interval(), 100ms);
    polls.setInterval(3h);
    QCOMPARE(polls.interval(), 60s);
    polls.setInterval(7s);
    QCOMPARE(polls.interval(), 7s);
}

void TestPollSchedule::neverSlowerThan75Seconds()
{
    PollSchedule polls = schedule(60s, 1.0);
    BootTime now;
    for (int i = 1; i <= 50; ++i) {
        polls.pollStarted(now);
        const BootTime ended = now + 8000; // each runs into its deadline
        QCOMPARE(polls.pollFailed(ended), i);
        QVERIFY(polls.dueAt() > ended);
        QVERIFY(polls.dueAt() - now <= 75'000);
        now = polls.dueAt();
    }
    polls.pollStarted(now);
    polls.pollSucceeded();
    polls.pollStarted(now);
    QCOMPARE(polls.pollFailed(now), 1);
    QCOMPARE(polls.dueAt() - now, 1200);
}

void TestPollSchedule::weightSlowsDown()
{
    PollSchedule polls = schedule(5s);
    polls.pollStarted(0);
    polls.noteWeight(3001);
    polls.pollSucceeded();
    QCOMPARE(polls.dueAt(), BootTime {10'000});
    polls.noteWeight(3000);
    polls.pollSucceeded();
    QCOMPARE(polls.dueAt(), BootTime {5000});
}

void TestPollSchedule::urgentIsNeverSlowerThan15Seconds()
{
    PollSchedule polls = schedule(60s, 1.0);
    BootTime now;
    for (int i = 0; i < 10; ++i) {
        polls.pollStarted(now);
        polls.pollFailed(now + 100);
        now = polls.dueAt();
    }
    polls.pollStarted(now);
    polls.pollFailed(now + 100);
    QVERIFY(polls.dueAt() - now > 15'000);
    polls.setUrgent(true);
    QCOMPARE(polls.dueAt() - now, 15'000);
    now = polls.dueAt();
    polls.pollStarted(now);
    polls.pollFailed(now + 8000);
    QCOMPARE(polls.dueAt() - now, 15'000);
}

void TestPollSchedule::soonKeepsThePause()
{
    PollSchedule polls = schedule(30s);
    polls.pollStarted(10'000);
    polls.pollSucceeded();
    polls.soon();
    QCOMPARE(polls.dueAt(), BootTime {11'000});
}

PLIMSOLL_TEST(TestPollSchedule)
#include "tst_pollschedule.moc"
