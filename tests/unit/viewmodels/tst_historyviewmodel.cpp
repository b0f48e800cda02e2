// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "viewmodels/historyviewmodel.h"
#include "viewmodels/thinning.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

#include <algorithm>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::HistoryLineModel;
using viewmodels::HistoryViewModel;

namespace {

constexpr std::int64_t kHour = 3'600'000;

struct Desk {
    FakeMonitor world;
    DisplayFormat format {QLocale::c()};
    std::unique_ptr<HistoryViewModel> history;

    explicit Desk(std::vector<monitor::LevelPoint> stored = {}, bool example = false)
    {
        world.stores.portfolio = referencePortfolio();
        world.stores.levels = std::move(stored);
        price("200");
        history = std::make_unique<HistoryViewModel>(world.stores, world.relay, world.clock, format, example);
    }

    void price(const char *bch)
    {
        world.setPrice("ETHUSDT", "200");
        world.setPrice("BCHUSDT", bch);
        world.settle();
    }
};

} // namespace

class TestHistoryViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thinningKeepsTheLowestOfEachStretch()
    {
        QList<QPointF> many;
        for (int i = 0; i < 10'000; ++i) {
            many << QPointF(i, i == 4321 ? 0.5 : 1.0 + i % 7);
        }
        const QList<QPointF> few = viewmodels::thinned(many, 200);
        QVERIFY(few.size() <= 200);
        QVERIFY(few.size() >= 100);
        QVERIFY(few.contains(QPointF(4321, 0.5)));
        QCOMPARE(few.last(), many.last());
        QVERIFY(std::is_sorted(few.begin(), few.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); }));
        QCOMPARE(viewmodels::thinned(few, 200), few);
        QCOMPARE(viewmodels::thinned({}, 200), QList<QPointF>());
    }

    void livePointsAreOnePerSecondAndTheLowest()
    {
        Desk desk;
        desk.world.clock.advance(1000);
        desk.price("170");
        desk.world.clock.advance(300);
        desk.price("160");
        desk.world.clock.advance(300);
        desk.price("190");
        const auto points = desk.history->points(QStringLiteral("b-bchusdt"), 500);
        QCOMPARE(points.size(), 2);
        QCOMPARE(points.last().y(), 1.0);
        QVERIFY(!desk.history->isEmpty());
    }

    void barsAreDrawnOncePerValue()
    {
        Desk desk;
        const QAbstractItemModelTester tester(desk.history->lines(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QStringList names;
        for (const auto &line : desk.history->lines()->rows()) {
            names << line.name;
        }
        QCOMPARE(names, QStringList({QStringLiteral("User A"), QStringLiteral("ETH/USDT"), QStringLiteral("BCH/USDT"), QStringLiteral("call 1.10"),
                                     QStringLiteral("liquidation 1.05")}));
        const auto bar = desk.history->points(desk.history->lines()->rows()[3].lineId, 500);
        QCOMPARE(bar.size(), 2);
        QCOMPARE(bar.first().y(), 1.1);
        QVERIFY(desk.history->minY() <= 1.05 && desk.history->maxY() >= 1.25);
    }

    void storedPointsComeFirst()
    {
        const std::int64_t start = FakeClock::kStartWall;
        Desk desk({{start - 30 * kHour, 150'000'000, margin::Status::Normal}, {start - kHour / 2, 130'000'000, margin::Status::Normal},
                   {start - kHour / 4, std::nullopt, margin::Status::Unknown}});
        const auto day = desk.history->points(QStringLiteral("b-bchusdt"), 500);
        QCOMPARE(day.size(), 2); // half an hour ago, and now
        QCOMPARE(day.first().y(), 1.3);
        desk.history->setRange(HistoryViewModel::All);
        QCOMPARE(desk.history->points(QStringLiteral("b-bchusdt"), 500).size(), 3);
        QCOMPARE(desk.history->minX(), static_cast<double>(start - 30 * kHour));
    }

    void withoutLevelsItSaysSo()
    {
        FakeMonitor world;
        world.settle();
        const DisplayFormat format(QLocale::c());
        const HistoryViewModel history(world.stores, world.relay, world.clock, format, false);
        QVERIFY(history.isEmpty());
        QVERIFY(!history.emptyText().isEmpty());
    }

    void aRichAccountDoesNotFlattenTheOthers()
    {
        Desk desk;
        desk.world.clock.advance(2000);
        desk.price("999999");
        QVERIFY(desk.history->maxY() <= 3.0);
        for (const QPointF &point : desk.history->points(QStringLiteral("b-bchusdt"), 500)) {
            QVERIFY(point.y() <= desk.history->maxY());
        }
    }
};

QTEST_GUILESS_MAIN(TestHistoryViewModel)
#include "tst_historyviewmodel.moc"
