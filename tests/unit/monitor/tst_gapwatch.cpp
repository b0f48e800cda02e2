// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/gapwatch.h"

#include <QtTest/QTest>

using namespace plimsoll::monitor;

class TestGapWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // docs/alarms.md#conditions, T7: more than 60 s
    void atStart_data()
    {
        QTest::addColumn<qint64>("mark");
        QTest::addColumn<qint64>("wall");
        QTest::addColumn<bool>("isGap");
        QTest::newRow("first start ever") << qint64 {0} << qint64 {5'000'000} << false;
        QTest::newRow("60 s are none") << qint64 {5'000'000} << qint64 {5'060'000} << false;
        QTest::newRow("one ms more is") << qint64 {5'000'000} << qint64 {5'060'001} << true;
        QTest::newRow("clock went back") << qint64 {5'000'000} << qint64 {4'000'000} << false;
    }

    void atStart()
    {
        QFETCH(qint64, mark);
        QFETCH(qint64, wall);
        GapWatch watch;
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
        GapWatch watch;
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

    void aSteppedWallClockIsNoGap()
    {
        GapWatch watch;
        watch.start({}, 1000, 1'000'000);
        const auto tick = watch.tick(2000, 1'000'000 + 86'400'000);
        QVERIFY(!tick.jumped);
        QVERIFY(!tick.gap);
    }

    void theSignOfLifeComesAtOnceAndThenEveryHalfMinute()
    {
        GapWatch watch;
        watch.start({}, 100'000, 1'000'000);
        int marks = 0;
        for (qint64 s = 1; s <= 90; ++s) {
            marks += watch.tick(100'000 + s * 1000, 1'000'000 + s * 1000).markDue ? 1 : 0;
        }
        QCOMPARE(marks, 3);
    }
};

QTEST_GUILESS_MAIN(TestGapWatch)
#include "tst_gapwatch.moc"
