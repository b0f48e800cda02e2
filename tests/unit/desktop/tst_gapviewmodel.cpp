// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/gapviewmodel.h"
#include "desktopkit.h"
#include "testlib/testprogram.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::desktopkit;
using namespace Qt::StringLiterals;
using desktop::GapViewModel;
using monitor::GapReport;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr WallTime kNight = testlib::FakeClock::kStartWall - 110 * kMinute; // 2020-06-03 22:10 UTC

GapReport night(GapReport::State state = GapReport::State::Asking)
{
    GapReport report;
    report.from = kNight;
    report.to = kNight + 8 * kHour + 5 * kMinute; // 06:15
    report.state = state;
    return report;
}

void tell(World &world, const GapReport &report)
{
    monitor::AlarmBoard board;
    board.gap = std::make_shared<const GapReport>(report);
    world.tell(board);
}

} // namespace

class TestGapViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowLongAndWhy_data()
    {
        QTest::addColumn<int>("reason");
        QTest::addColumn<qint64>("span");
        QTest::addColumn<QString>("title");
        QTest::newRow("off for a night") << 0 << qint64(8 * kHour + 5 * kMinute)
                                         << u"Monitoring was off from 3 Jun 2020 22:10:00 to 06:15:00 (8 h 5 min)"_s;
        QTest::newRow("asleep") << 1 << qint64(2 * kMinute)
                                << u"This computer slept from 3 Jun 2020 22:10:00 to 3 Jun 2020 22:12:00 (2 min)"_s;
    }

    void saysHowLongAndWhy()
    {
        QFETCH(int, reason);
        QFETCH(qint64, span);
        World world;
        GapViewModel gap(world.alarms, world.monitor.relay, world.format);
        QVERIFY(!gap.isOpen());
        GapReport report = night();
        report.reason = static_cast<GapReport::Reason>(reason);
        report.to = report.from + span;
        tell(world, report);
        QVERIFY(gap.isOpen());
        QTEST(gap.title(), "title");
        QVERIFY(gap.isAsking());
        QVERIFY(!gap.stateText().isEmpty());
    }

    void saysTheDayOfALongGap()
    {
        World world;
        GapViewModel gap(world.alarms, world.monitor.relay, world.format);
        GapReport report = night();
        report.to = report.from + 30 * kHour;
        tell(world, report);
        QVERIFY2(gap.title().contains(world.format.moment(report.to, world.monitor.clock.wallTime())),
                 qPrintable(gap.title()));
    }

    void listsAccountsWithLowestLevelAndMissedAlarms()
    {
        World world;
        GapViewModel gap(world.alarms, world.monitor.relay, world.format);
        const QAbstractItemModelTester tester(gap.accounts());
        GapReport report = night(GapReport::State::Ready);
        const std::vector missed {alarm::Condition::Critical, alarm::Condition::Call};
        report.accounts.push_back({"b-bchusdt", testlib::dec("1.07"), kNight + 5 * kHour, missed, false});
        report.accounts.push_back({"a-cross", testlib::dec("1.25"), kNight + kHour, {}, false});
        report.accounts.push_back({"gone\nfor <b>good</b>", std::nullopt, 0, {}, true});
        tell(world, report);
        QVERIFY(!gap.isAsking());
        QVERIFY(gap.wouldHaveFired());
        QCOMPARE(gap.accounts()->count(), 3);
        const auto &rows = gap.accounts()->rows();
        QCOMPARE(rows[0].account, u"BCH/USDT isolated"_s);
        QCOMPARE(rows[0].lowestText, u"lowest level 1.07 at 03:10:00"_s);
        QVERIFY(rows[0].wouldHaveFired);
        QVERIFY2(rows[0].firedText.contains(u"Margin call"), qPrintable(rows[0].firedText));
        QCOMPARE(rows[1].account, u"User A cross"_s);
        QVERIFY(!rows[1].wouldHaveFired);
        QCOMPARE(rows[2].account, u"gone for <b>good</b>"_s); // one line; shown as plain text
        QCOMPARE(rows[2].lowestText, u"lowest level not known"_s);
    }

    void saysWhyItFailed()
    {
        World world;
        GapViewModel gap(world.alarms, world.monitor.relay, world.format);
        GapReport report = night(GapReport::State::Failed);
        report.detail = u"no candles\nbefore 2019"_s;
        tell(world, report);
        QVERIFY(!gap.isAsking());
        QCOMPARE(gap.detail(), u"no candles before 2019"_s);
    }

    void seenOnceAndNotAgain()
    {
        World world;
        GapViewModel gap(world.alarms, world.monitor.relay, world.format);
        monitor::AlarmBoard board;
        board.gap = std::make_shared<const GapReport>(night());
        world.tell(board);
        gap.seen();
        gap.seen();
        QCOMPARE(world.alarms.seen, 1);
        QVERIFY(!gap.isOpen());
        world.tell(board); // a snapshot from before the engine heard of it
        QVERIFY(!gap.isOpen());
        tell(world, night(GapReport::State::Ready)); // the engine shows the answer again, where it is not an all-clear
        QVERIFY(gap.isOpen());
        world.tell({}); // seen in the terminal
        QVERIFY(!gap.isOpen());
        QCOMPARE(world.alarms.seen, 1);
    }

    void theNextReportFollows()
    {
        World world;
        GapViewModel gap(world.alarms, world.monitor.relay, world.format);
        monitor::AlarmBoard board;
        board.gap = std::make_shared<const GapReport>(night());
        world.tell(board);
        QVERIFY(gap.furtherText().isEmpty());
        board.furtherGaps = 2;
        world.tell(board);
        QCOMPARE(gap.furtherText(), u"Reports that follow: 2"_s);
        gap.seen();
        GapReport next = night();
        next.from += 24 * kHour;
        next.to += 24 * kHour;
        tell(world, next);
        QVERIFY(gap.isOpen());
    }

    // The all-clear is said only where everybody was judged from the beginning to the end.
    void unjudgedAccountsForbidTheAllClear()
    {
        World world;
        GapViewModel gap(world.alarms, world.monitor.relay, world.format);
        GapReport report = night(GapReport::State::Ready);
        report.accounts.push_back({"a-cross", testlib::dec("1.25"), kNight + kHour, {}, false});
        tell(world, report);
        QCOMPARE(gap.stateText(), u"No alarm would have reached you in that time."_s);
        report.accounts.push_back({"b-bchusdt", std::nullopt, 0, {}, true});
        tell(world, report);
        QVERIFY2(gap.stateText().startsWith(u"Not every account"_s), qPrintable(gap.stateText()));
        QVERIFY(gap.accounts()->rows()[1].isUnjudged);
        QVERIFY2(gap.accounts()->rows()[1].firedText.startsWith(u"Could not be judged"_s),
                 qPrintable(gap.accounts()->rows()[1].firedText));
        report.accounts[1] = {"b-bchusdt", testlib::dec("1.07"), kNight + kHour, {alarm::Condition::Call}, true};
        tell(world, report);
        QVERIFY(gap.stateText().contains(u"Alarms would have"_s) && gap.stateText().contains(u"not every account"_s));
        QVERIFY(gap.accounts()->rows()[1].firedText.contains(u"Could not be judged all the time"_s));
    }
};

PLIMSOLL_TEST(TestGapViewModel)
#include "tst_gapviewmodel.moc"
