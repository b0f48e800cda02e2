// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"
#include "viewmodels/chart/levelstretches.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <algorithm>
#include <map>

using namespace plimsoll;
using namespace plimsoll::viewmodels;

namespace {

// 1.5 from 0 to 20, 1.2 to 40; unknown to 60; 1.8 to 100.
LevelStretches steps()
{
    return {{{0, 1.5}, {20, 1.5}, {20, 1.2}, {40, 1.2}}, {{60, 1.8}, {100, 1.8}}};
}

} // namespace

/// What a picture of a level is made of, against what the level was.
class TestLevelStretches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatHeldAtAMoment_data()
    {
        QTest::addColumn<double>("time");
        QTest::addColumn<double>("level"); // 0: unknown
        QTest::newRow("before") << -1.0 << 0.0;
        QTest::newRow("at the beginning") << 0.0 << 1.5;
        QTest::newRow("between two corners") << 19.9 << 1.5;
        QTest::newRow("at a step") << 20.0 << 1.2;
        QTest::newRow("at the end of a stretch") << 40.0 << 1.2;
        QTest::newRow("in the gap") << 50.0 << 0.0;
        QTest::newRow("after it") << 60.0 << 1.8;
        QTest::newRow("after everything") << 101.0 << 0.0;
    }

    void whatHeldAtAMoment()
    {
        QFETCH(double, time);
        QFETCH(double, level);
        QCOMPARE(levelAt(steps(), time).value_or(0), level);
    }

    void gapsAreWhereNothingWasKnown()
    {
        QCOMPARE(gapsOf(steps(), 0, 130, 1), (std::vector<TimeSpan> {{40, 60}, {100, 130}}));
        QCOMPARE(gapsOf(steps(), 50, 100, 1), (std::vector<TimeSpan> {{50, 60}}));
        QCOMPARE(gapsOf(steps(), 0, 130, 25), (std::vector<TimeSpan> {{100, 130}}));
        QVERIFY(gapsOf(steps(), -50, 30, 1).empty()); // before the first level there was nothing to be known
    }

    void aColumnReachesFromItsLowestToItsHighest()
    {
        const auto columns = columnsOf(steps(), 0, 100, 10);
        const std::vector<LevelColumn> expected {{0, 1.5, 1.5}, {1, 1.5, 1.5}, {2, 1.2, 1.5},
                                                 {3, 1.2, 1.2}, {4, 1.2, 1.2}, {6, 1.8, 1.8},
                                                 {7, 1.8, 1.8}, {8, 1.8, 1.8}, {9, 1.8, 1.8}};
        QCOMPARE(columns, expected);
    }

    void aPartBeginsWithWhatHeldThen()
    {
        QCOMPARE(columnsOf(steps(), 5, 15, 2), (std::vector<LevelColumn> {{0, 1.5, 1.5}, {1, 1.5, 1.5}}));
        QCOMPARE(columnsOf(steps(), 45, 55, 2), std::vector<LevelColumn>());
        QVERIFY(columnsOf(steps(), 0, 100, 0).empty());
        QVERIFY(columnsOf(steps(), 10, 10, 5).empty());
        const auto extent = extentOf(steps(), 5, 30);
        QVERIFY(extent && extent->lowest == 1.2 && extent->highest == 1.5);
        QVERIFY(!extentOf(steps(), 41, 59));
    }

    // One sample among a million, looked at from everywhere that contains it.
    void aDipIsSeenAtEveryZoom()
    {
        constexpr std::int64_t kSamples = 1'000'000;
        constexpr std::int64_t kStep = 5'000;
        constexpr std::int64_t kDip = 654'321;
        for (const std::int64_t width : {std::int64_t {3'600'000}, std::int64_t {6 * 3'600'000}}) {
            monitor::LevelTrack track(width);
            track.add(monitor::LevelSpan {0, kSamples * kStep, 150'000'000});
            for (std::int64_t i = 0; i <= kSamples; ++i) {
                track.add(
                    monitor::LevelSample {WallTime::ofMs(i * kStep), i == kDip ? 90'000'000 : 150'000'000 + i % 7});
            }
            const LevelStretches drawn = stretchesOf(track);
            for (double span = 1e10; span > 1e4; span /= 3) {
                const auto middle = static_cast<double>(kDip * kStep);
                for (const int count : {1, 300, 1440}) {
                    const auto columns = columnsOf(drawn, middle - span * 0.3, middle + span * 0.7, count);
                    const auto lowest = std::ranges::min(columns, {}, &LevelColumn::lowest);
                    QCOMPARE(lowest.lowest, 0.9);
                    QVERIFY(lowest.highest >= 1.5 || span < 2 * static_cast<double>(kStep)); // a line of full length
                }
            }
        }
    }

    // Every column against a second way: asking what held at every millisecond.
    void columnsAreWhatHeld()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int run = 0; run < 50; ++run) {
            monitor::LevelTrack track;
            WallTime time;
            for (int part = 0; part < 5; ++part) {
                monitor::LevelSpan span {time, time, 100 + random.bounded(100)};
                track.add(monitor::LevelSample {time, span.level});
                for (int i = random.bounded(12); i > 0; --i) {
                    time += 1 + random.bounded(9);
                    track.add(monitor::LevelSample {time, 100 + random.bounded(100)});
                }
                time += random.bounded(5);
                span.end = time;
                track.add(span);
                time += 2 + random.bounded(20);
            }
            const LevelStretches drawn = stretchesOf(track);
            const int from = random.bounded(static_cast<int>(time.ms() / 2));
            const int count = 1 + random.bounded(40);
            const int perColumn = 1 + random.bounded(6);
            std::map<int, std::pair<double, double>> held;
            for (int ms = from; ms < from + count * perColumn; ++ms) {
                for (const double moment : {ms - 1e-6, ms + 0.0, ms + 0.5}) { // just before a step, at it, after it
                    const auto level = levelAt(drawn, moment);
                    const int column = static_cast<int>((ms - from) / perColumn);
                    if (level && moment >= from) {
                        auto [place, isNew] = held.try_emplace(column, *level, *level);
                        place->second.first = std::min(place->second.first, *level);
                        place->second.second = std::max(place->second.second, *level);
                    }
                }
            }
            if (const auto level = levelAt(drawn, from + count * perColumn)) { // the end belongs to the last column
                auto [place, isNew] = held.try_emplace(count - 1, *level, *level);
                place->second.first = std::min(place->second.first, *level);
                place->second.second = std::max(place->second.second, *level);
            }
            std::map<int, std::pair<double, double>> columns;
            for (const auto &[column, lowest, highest] : columnsOf(drawn, from, from + count * perColumn, count)) {
                columns[column] = {lowest, highest};
            }
            for (const auto &[column, extent] : held) {
                QVERIFY(columns.contains(column));
                QVERIFY(columns[column].first <= extent.first && columns[column].second >= extent.second);
            }
            QCOMPARE(columns.size(), held.size());
        }
    }
};

PLIMSOLL_TEST(TestLevelStretches)
#include "tst_levelstretches.moc"
