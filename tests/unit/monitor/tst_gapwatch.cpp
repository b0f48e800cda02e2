// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/gapqueue.h"
#include "alarming/gapwatch.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using plimsoll::BootTime;
using plimsoll::WallTime;
using namespace plimsoll::monitor;

namespace {

GapReport report(WallTime from, GapReport::State state = GapReport::State::Asking,
                 std::vector<plimsoll::alarm::Condition> fired = {}, bool blind = false)
{
    GapReport made;
    made.from = from;
    made.to = from + 100;
    made.state = state;
    if (state == GapReport::State::Ready) {
        made.accounts.push_back({"a", plimsoll::margin::Decimal::fromInteger(1), from + 50, std::move(fired), blind});
    }
    return made;
}

constexpr auto kReady = GapReport::State::Ready;
constexpr auto kCall = plimsoll::alarm::Condition::Call;

} // namespace

class TestGapWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // docs/alarms.md#conditions, T7: more than 60 s
    void atStart_data()
    {
        QTest::addColumn<WallTime>("mark");
        QTest::addColumn<WallTime>("wall");
        QTest::addColumn<bool>("isGap");
        QTest::newRow("first start ever") << WallTime {0} << WallTime {5'000'000} << false;
        QTest::newRow("60 s are none") << WallTime {5'000'000} << WallTime {5'060'000} << false;
        QTest::newRow("one ms more is") << WallTime {5'000'000} << WallTime {5'060'001} << true;
        QTest::newRow("clock went back") << WallTime {5'000'000} << WallTime {4'000'000} << false;
    }

    void atStart()
    {
        QFETCH(WallTime, mark);
        QFETCH(WallTime, wall);
        GapWatch watch(1000);
        const auto gap = watch.start({mark, false}, 1000, wall);
        QTEST(gap.has_value(), "isGap");
        if (gap) {
            QCOMPARE(gap->from, mark);
            QCOMPARE(gap->to, wall);
            QCOMPARE(gap->reason, GapReport::Reason::Off);
        }
    }

    void aSuspendIsAJumpBetweenTwoTicks()
    {
        GapWatch watch(1000);
        watch.start({}, 1000, 1'000'000);
        QVERIFY(!watch.tick(2000, 1'001'000).jumped);
        QVERIFY(watch.tick(2000 + GapWatch::kJumpMs, 1'016'000).jumped);
        QVERIFY(!watch.tick(2000 + GapWatch::kJumpMs + 1000, 1'017'000).jumped);
        constexpr qint64 kEightHours = 8 * 3'600'000;
        const auto tick = watch.tick(18'000 + kEightHours, 1'017'000 + kEightHours);
        QVERIFY(tick.jumped);
        QVERIFY(tick.gap.has_value());
        QCOMPARE(tick.gap->reason, GapReport::Reason::Asleep);
        QCOMPARE(tick.gap->to - tick.gap->from, kEightHours);
    }

    // A slow disk keeps the mark waiting while ticks come: how long the computer has been on is no gap.
    void beforeTheMarkIsKnownNothingWasMissed()
    {
        GapWatch watch(5'000'000);
        for (int s = 1; s <= 120; ++s) {
            const auto tick = watch.tick(BootTime {5'000'000} + s * 1000, WallTime() + s * 1000);
            QVERIFY(!tick.jumped);
            QVERIFY(!tick.gap);
            QVERIFY(!tick.markDue);
        }
        const auto asleep = watch.tick(5'120'000 + 3'600'000, 3'720'000);
        QVERIFY(asleep.jumped); // prices must be asked for all the same
        QVERIFY(!asleep.gap); // the mark says it
        QVERIFY(watch.start({120'000, true}, 8'721'000, 3'721'000).has_value());
        QVERIFY(!watch.tick(8'722'000, 3'722'000).gap);
    }

    void aSteppedWallClockIsNoGap()
    {
        GapWatch watch(1000);
        watch.start({}, 1000, 1'000'000);
        const auto tick = watch.tick(2000, 1'000'000 + 86'400'000);
        QVERIFY(!tick.jumped);
        QVERIFY(!tick.gap);
    }

    void theHeartbeatComesAtOnceAndThenEveryHalfMinute()
    {
        GapWatch watch(100'000);
        watch.start({}, 100'000, 1'000'000);
        int marks = 0;
        for (int s = 1; s <= 90; ++s) {
            marks += watch.tick(BootTime {100'000} + s * 1000, WallTime {1'000'000} + s * 1000).markDue ? 1 : 0;
        }
        QCOMPARE(marks, 3);
    }

    // The night with the missed call must not give way to the nap after it.
    void reportsQueueUntilTheyAreSeen()
    {
        GapQueue queue;
        queue.add(report(1000), {});
        QCOMPARE(queue.nextToAsk()->report->from, WallTime {1000});
        const auto missed = queue.answer(report(1000, kReady, {kCall}));
        QVERIFY(missed && missed->missedCall());
        queue.add(report(2000), {});
        QCOMPARE(queue.first(), missed);
        QCOMPARE(queue.count(), 2);
        QCOMPARE(queue.newest()->from, WallTime {2000});
        QCOMPARE(queue.newestMissed(), missed);
        QVERIFY(!queue.answer(report(3000, kReady))); // nobody asked
        queue.see(missed);
        queue.see(missed);
        QCOMPARE(queue.first()->from, WallTime {2000});
        QCOMPARE(queue.newestMissed(), nullptr);
    }

    void whatWasSeenWhileItWasAskedForComesBackUnlessAllIsClear_data()
    {
        QTest::addColumn<bool>("fired");
        QTest::addColumn<bool>("blind");
        QTest::addColumn<bool>("failed");
        QTest::newRow("all clear") << false << false << false;
        QTest::newRow("a call") << true << false << false;
        QTest::newRow("not judged") << false << true << false;
        QTest::newRow("not answered") << false << false << true;
    }

    void whatWasSeenWhileItWasAskedForComesBackUnlessAllIsClear()
    {
        QFETCH(bool, fired);
        QFETCH(bool, blind);
        QFETCH(bool, failed);
        GapQueue queue;
        queue.add(report(1000), {});
        queue.see(queue.first());
        QCOMPARE(queue.first(), nullptr);
        QVERIFY(queue.nextToAsk() != nullptr);
        queue.answer(report(1000, failed ? GapReport::State::Failed : kReady,
                            fired ? std::vector {kCall} : std::vector<plimsoll::alarm::Condition> {}, blind));
        QCOMPARE(queue.count(), fired || blind || failed ? 1 : 0);
    }

    void anAnswerThatCameAfterTheLookIsNotSeen()
    {
        GapQueue queue;
        queue.add(report(1000), {});
        const auto shown = queue.first();
        queue.answer(report(1000, kReady, {kCall}));
        queue.see(shown);
        QCOMPARE(queue.count(), 1);
        queue.seeAll();
        QCOMPARE(queue.count(), 0);
    }

    void theyOutliveTheProgram()
    {
        GapQueue queue;
        queue.add(report(1000), {});
        queue.answer(report(1000, kReady, {kCall}, true));
        queue.add(report(2000), {});
        queue.add(report(3000), {});
        queue.answer(report(2000, GapReport::State::Failed));
        GapQueue next;
        next.add(report(4000), {});
        const auto restored = next.restore(queue.saved());
        QCOMPARE(restored.size(), std::size_t {3});
        QCOMPARE(*restored[0], report(1000, kReady, {kCall}, true));
        QCOMPARE(*restored[1], report(2000)); // asked for again
        QCOMPARE(next.count(), 4);
        QCOMPARE(next.newest()->from, WallTime {4000});
        for (const char *broken : {"", "{", "[1,2]", "[{\"from\":\"x\"}]", "[{\"from\":\"9\",\"to\":\"3\"}]"}) {
            QVERIFY(GapQueue().restore(QString::fromLatin1(broken)).empty());
        }
        QVERIFY(GapQueue().saved().isEmpty());
    }

    void theQueueIsLimitedAndAMissedCallStays()
    {
        GapQueue queue;
        queue.add(report(1, kReady, {kCall}), {});
        for (std::int64_t i = 2; i < 200; ++i) {
            queue.add(report(WallTime::ofMs(i), kReady), {});
        }
        QCOMPARE(queue.count(), static_cast<int>(GapQueue::kMost));
        QCOMPARE(queue.first()->from, WallTime {1});
    }
};

PLIMSOLL_TEST(TestGapWatch)
#include "tst_gapwatch.moc"
