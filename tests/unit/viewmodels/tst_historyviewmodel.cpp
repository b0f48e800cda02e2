// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/sent.h"
#include "testlib/testprogram.h"
#include "viewmodels/chart/historyviewmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

#include <cstdint>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::HistoryViewModel;

namespace {

using monitor::LevelSpan;

constexpr std::int64_t kHour = 3'600'000;
const std::string kBch = "b-bchusdt";

struct LevelAt {
    WallTime time;
    double level = 0;
};

monitor::HistoryBatchPtr batchOf(std::vector<LevelAt> samples, std::vector<LevelSpan> spans)
{
    auto batch = std::make_shared<monitor::HistoryBatch>();
    for (const auto &[time, level] : samples) {
        batch->levels.push_back({kBch, {time, static_cast<std::int64_t>(level * 1e8), margin::Status::Normal}});
    }
    for (const LevelSpan &span : spans) {
        batch->spans.push_back({kBch, span});
    }
    return batch;
}

struct Bench {
    FakeMonitor world;
    DisplayFormat format {QLocale::c()};
    std::unique_ptr<HistoryViewModel> history;

    explicit Bench(const std::vector<monitor::HistoryBatchPtr> &stored = {}, bool example = false)
    {
        world.stores.portfolio = referencePortfolio();
        for (const auto &batch : stored) {
            world.stores.history.push_back(*batch);
        }
        price("200");
        history = std::make_unique<HistoryViewModel>(world.stores, world.relay, world.clock, format, example);
    }

    void price(const char *bch)
    {
        world.setPrice("ETHUSDT", "200");
        world.setPrice("BCHUSDT", bch);
        world.evaluate();
    }

    // As the engine does it.
    void remember(const monitor::HistoryBatchPtr &batch)
    {
        history->append(batch);
        testlib::sent(world.stores.appendHistory(*batch));
    }

    [[nodiscard]] QList<QList<QPointF>> drawn() const { return history->stretches(QString::fromStdString(kBch)); }
};

QPointF at(WallTime time, double level)
{
    return {static_cast<double>(time.ms()), level};
}

} // namespace

class TestHistoryViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLevelHoldsUntilTheNextSample()
    {
        Bench bench;
        const WallTime t = bench.world.clock.wallTime() - 60'000;
        bench.remember(batchOf({{t, 1.25}, {t + 20'000, 1.0}}, {{t, t + 20'000, 125'000'000}}));
        bench.remember(batchOf({{t + 30'000, 1.19}}, {{t, t + 40'000, 125'000'000}}));
        const QList<QPointF> steps {at(t, 1.25),         at(t + 20'000, 1.25), at(t + 20'000, 1.0),
                                    at(t + 30'000, 1.0), at(t + 30'000, 1.19), at(t + 40'000, 1.19)};
        QCOMPARE(bench.drawn(), QList<QList<QPointF>> {steps});
    }

    void nothingIsDrawnWhereNothingWasKnown()
    {
        Bench bench;
        const WallTime t = bench.world.clock.wallTime() - 60'000;
        bench.remember(batchOf({{t, 1.25}}, {{t, t + 5'000, 125'000'000}}));
        bench.remember(batchOf({{t + 50'000, 1.25}}, {{t + 50'000, t + 55'000, 125'000'000}}));
        QCOMPARE(bench.drawn().size(), 2);
        QCOMPARE(bench.drawn().first().last(), at(t + 5'000, 1.25));
    }

    void aRestartDrawsTheSamePicture_data()
    {
        QTest::addColumn<int>("range");
        for (const int range : {HistoryViewModel::Hour, HistoryViewModel::Day, HistoryViewModel::Week,
                                HistoryViewModel::Month, HistoryViewModel::Year, HistoryViewModel::All}) {
            QTest::addRow("%d", range) << range;
        }
    }

    void aRestartDrawsTheSamePicture()
    {
        QFETCH(int, range);
        Bench bench;
        bench.history->setRange(range);
        for (int i = 0; i < 3000; ++i) {
            bench.world.clock.advance(i % 700 == 0 ? 3 * kHour : 5'000);
            const WallTime t = bench.world.clock.wallTime();
            const double level = 1.1 + (i * 7919 % 100) / 200.0;
            bench.remember(batchOf({{t, level}}, {{t, t, static_cast<std::int64_t>(level * 1e8)}}));
        }
        bench.world.evaluate();
        HistoryViewModel again(bench.world.stores, bench.world.relay, bench.world.clock, bench.format, false);
        again.setRange(range);
        QVERIFY(!bench.drawn().isEmpty());
        QCOMPARE(again.stretches(QString::fromStdString(kBch)), bench.drawn());
    }

    void goingBackInAStoryTakesBackWhatCameLater()
    {
        Bench bench({}, true);
        bench.remember(batchOf({{1000, 1.25}}, {{1000, 1000, 125'000'000}}));
        bench.remember(batchOf({{2000, 1.1}}, {{1000, 2000, 125'000'000}}));
        bench.remember(batchOf({{1000, 1.25}}, {{1000, 1000, 125'000'000}}));
        bench.remember(batchOf({{500, 1.3}}, {{500, 500, 130'000'000}}));
        QCOMPARE(bench.drawn(), (QList<QList<QPointF>> {{at(500, 1.3)}}));
    }

    void aRangeBeginsWithTheLevelThatHeldThen()
    {
        const WallTime start = FakeClock::kStartWall;
        Bench bench({batchOf({{start - 30 * kHour, 1.5}, {start - kHour / 2, 1.3}},
                             {{start - 30 * kHour, start, 150'000'000}})});
        QCOMPARE(bench.drawn().size(), 1);
        QCOMPARE(bench.drawn().first().last(), at(start, 1.3));
        QCOMPARE(viewmodels::levelAt(bench.drawn(), static_cast<double>((start - 24 * kHour).ms())),
                 std::optional(1.5));
        bench.history->setRange(HistoryViewModel::All);
        QCOMPARE(bench.history->extent().from, static_cast<double>((start - 30 * kHour).ms()));
        QCOMPARE(bench.drawn().first().first(), at(start - 30 * kHour, 1.5));
    }

    void anotherRangeStaysUntilItsLevelsCame()
    {
        const WallTime start = FakeClock::kStartWall;
        Bench bench({batchOf({{start - 100 * kHour, 1.5}}, {{start - 100 * kHour, start, 150'000'000}})});
        bench.history->setRange(HistoryViewModel::Month);
        QCOMPARE(bench.history->range(), static_cast<int>(HistoryViewModel::Month));
        QCOMPARE(bench.drawn().first().first(), at(start - 100 * kHour, 1.5));
    }
};

PLIMSOLL_TEST(TestHistoryViewModel)
#include "tst_historyviewmodel.moc"
