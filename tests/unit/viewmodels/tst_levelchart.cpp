// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/sent.h"
#include "testlib/testprogram.h"
#include "viewmodels/chart/historyviewmodel.h"
#include "viewmodels/chart/levelchartviewmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

#include <cstdint>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::testlib;
using namespace plimsoll::viewmodels;

namespace {

constexpr std::int64_t kHour = 3'600'000;
const std::string kBch = "b-bchusdt";
const std::string kEth = "b-ethusdt";

std::int64_t units(double level)
{
    return qRound64(level * 1e8);
}

/// The reference example on day N+2: BCH/USDT is the nearest to its call.
struct Bench {
    FakeMonitor world;
    DisplayFormat format {QLocale::c()};
    std::unique_ptr<HistoryViewModel> history;

    explicit Bench(const std::function<void(FakeMonitor &)> &prepare = {})
    {
        world.stores.portfolio = referencePortfolio();
        if (prepare) {
            prepare(world);
        }
        world.setPrice("ETHUSDT", "300");
        world.setPrice("BCHUSDT", "200");
        world.evaluate();
        history = std::make_unique<HistoryViewModel>(world.stores, world.relay, world.clock, format, false);
        chart().setActive(true);
    }

    [[nodiscard]] LevelChartViewModel &chart() const { return *history->chart(); }
    [[nodiscard]] const ChartLine &line(const std::string &id) const
    {
        return *chart().lines()->find(QString::fromStdString(id));
    }

    /// A stretch of one level, as the engine remembers it.
    void remember(const std::string &account, WallTime from, WallTime to, double level) const
    {
        auto batch = std::make_shared<monitor::HistoryBatch>();
        batch->levels.push_back({account, {from, units(level), margin::Status::Normal}});
        batch->spans.push_back({account, {from, to, units(level)}});
        history->append(batch);
        testlib::sent(const_cast<FakeMonitor &>(world).stores.appendHistory(*batch));
    }
};

} // namespace

class TestLevelChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMostUrgentIsChosenUntilAPersonChooses()
    {
        Bench bench;
        QCOMPARE(bench.chart().accountNames().first(), QStringLiteral("BCH/USDT"));
        QCOMPARE(bench.chart().accountIndex(), 0);
        QCOMPARE(bench.line(kBch).part, static_cast<int>(ChartLine::Chosen));
        QCOMPARE(bench.line(kEth).part, static_cast<int>(ChartLine::Muted));
        bench.world.setPrice("ETHUSDT", "170");
        bench.world.evaluate();
        QCOMPARE(bench.chart().chosen()->lineId, QString::fromStdString(kEth));

        bench.chart().choose(QString::fromStdString(kBch));
        bench.world.setPrice("ETHUSDT", "165");
        bench.world.evaluate();
        QCOMPARE(bench.chart().chosen()->lineId, QString::fromStdString(kBch));
        QCOMPARE(bench.chart().accountNames().at(bench.chart().accountIndex()), QStringLiteral("BCH/USDT"));
    }

    void atMostFourAreCompared()
    {
        Bench bench;
        const QAbstractItemModelTester tester(bench.chart().lines(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.chart().compare(1, true);
        bench.chart().compare(2, true);
        QCOMPARE(bench.chart().compared(), (QList<bool> {false, true, true}));
        QCOMPARE(bench.chart().lines()->row(1).part, 1);
        QCOMPARE(bench.chart().lines()->row(2).part, 2);
        bench.chart().compare(1, false);
        QCOMPARE(bench.chart().lines()->row(2).part, 1);
        bench.chart().setAccountIndex(2); // whoever is chosen is not compared with itself
        QCOMPARE(bench.chart().compared(), (QList<bool> {false, false, false}));
        bench.chart().compare(2, true);
        QCOMPARE(bench.chart().lines()->row(2).part, static_cast<int>(ChartLine::Chosen));
        bench.chart().compare(17, true); // no such account
    }

    void accountsOfDifferentBarsCompareByDistance()
    {
        Bench same;
        QCOMPARE(same.chart().axisIndex(), static_cast<int>(ChartAxis::Level));
        Bench other([](FakeMonitor &world) {
            world.stores.portfolio.accounts[1].thresholds.marginCall = dec("1.2");
            world.stores.portfolio.accounts[1].thresholds.initial = dec("1.4");
        });
        QCOMPARE(other.chart().axisIndex(), static_cast<int>(ChartAxis::Distance));
        const WallTime now = other.world.clock.wallTime();
        other.remember(kBch, now - kHour, now, 1.25);
        other.world.evaluate();
        QCOMPARE(other.line(kBch).valueText, QStringLiteral("12.0 %"));
        QVERIFY(other.chart().zonesText().isEmpty());
        other.chart().setAxisIndex(static_cast<int>(ChartAxis::Level));
        QCOMPARE(other.line(kBch).valueText, QStringLiteral("1.25"));
        QVERIFY(other.chart().zonesText().contains(QStringLiteral("BCH/USDT")));
    }

    void theScaleHoldsTheChosenLineAndItsBars()
    {
        Bench bench;
        const WallTime now = bench.world.clock.wallTime();
        bench.remember(kBch, now - kHour, now - kHour / 2, 1.25);
        bench.remember(kBch, now - kHour / 2, now, 0.97);
        const auto &scale = bench.chart().scale();
        QVERIFY(scale.min() <= 0.97 && scale.max() >= 1.25);
        QVERIFY(scale.place(1.05, 1.1) > 0 && scale.place(1.1, 1.1) < 1);
        QVERIFY(!bench.chart().isEmpty());
    }

    void aRichAccountDoesNotFlattenTheOthers()
    {
        Bench bench;
        const WallTime now = bench.world.clock.wallTime();
        bench.remember(kBch, now - kHour, now, 1.25);
        bench.remember(kEth, now - kHour, now, 1.875);
        bench.world.evaluate();
        QVERIFY(bench.chart().scale().max() < 1.7);
        QCOMPARE(bench.chart().outsideText(), QStringLiteral("above this range: ETH/USDT 1.88"));
        QCOMPARE(bench.chart().outsideCount(), bench.chart().outsideText()); // one has its name anyway
        bench.chart().compare(2, true); // which one wants to see is shown
        QVERIFY(bench.chart().scale().max() > 1.5 || !bench.chart().outsideText().isEmpty());
        bench.chart().choose(QString::fromStdString(kEth));
        QVERIFY(bench.chart().scale().max() >= 1.875);
        QVERIFY(bench.chart().outsideText().isEmpty());
    }

    void labelsStandApart()
    {
        Bench bench;
        const WallTime now = bench.world.clock.wallTime();
        bench.remember(kBch, now - kHour, now, 1.25);
        bench.remember(kEth, now - kHour, now, 1.25);
        bench.chart().setLabelStep(0.2);
        const auto apart = [&] { return qAbs(bench.line(kEth).place - bench.line(kBch).place); };
        QTRY_VERIFY(qAbs(apart() - 0.2) < 1e-9);
        QCOMPARE(bench.line(kEth).linePlace, bench.line(kBch).linePlace);
        bench.chart().setLabelStep(0.6); // room for one: the chosen one
        QTRY_VERIFY(!bench.line(kEth).isLabelled);
        QVERIFY(bench.line(kBch).isLabelled);
        QVERIFY(bench.chart().labels()->find(QString::fromStdString(kEth)) == nullptr); // no label waits unseen
        QVERIFY(bench.chart().labels()->find(QString::fromStdString(kBch)) != nullptr);
    }

    void anyPartOfThePastComesFromTheStores()
    {
        Bench bench;
        const WallTime now = bench.world.clock.wallTime();
        for (int hour = 400; hour > 0; --hour) {
            bench.remember(kBch, now - hour * kHour, now - (hour - 1) * kHour, 1.2 + 0.001 * (hour % 50));
        }
        bench.chart().setRange(HistoryViewModel::All);
        QCOMPARE(bench.chart().window()->from(), static_cast<double>((now - 400 * kHour).ms()));
        const double middle = static_cast<double>((now - 200 * kHour).ms()) - 0.5 * static_cast<double>(kHour);
        bench.chart().window()->show(middle - 3e6, middle + 3e6);
        QCOMPARE(bench.chart().range(), -1);
        const QString id = QString::fromStdString(kBch);
        QTRY_COMPARE(levelAt(bench.chart().stretches(id), middle),
                     std::optional(static_cast<double>(units(1.201)) / 1e8));
        bench.chart().setRange(HistoryViewModel::Hour);
        QVERIFY(bench.chart().window()->followsEnd());
        QCOMPARE(bench.chart().window()->span(), static_cast<double>(kHour));
    }

    void aPartThatEndsNowGrows()
    {
        Bench bench;
        const WallTime now = bench.world.clock.wallTime();
        bench.remember(kBch, now - 10 * kHour, now, 1.25);
        bench.chart().window()->zoom(0.1, 1);
        QVERIFY(bench.chart().window()->followsEnd());
        const QString id = QString::fromStdString(kBch);
        QTRY_VERIFY(levelAt(bench.chart().stretches(id), static_cast<double>(now.ms())));
        bench.world.clock.advance(10'000);
        bench.remember(kBch, now + 5'000, now + 10'000, 1.05);
        QCOMPARE(levelAt(bench.chart().stretches(id), static_cast<double>((now + 10'000).ms())), std::optional(1.05));
        QCOMPARE(bench.chart().window()->to(), static_cast<double>((now + 10'000).ms()));
    }

    void thePictureIsSaidInWords()
    {
        Bench bench;
        QVERIFY(bench.chart().isEmpty());
        QVERIFY(!bench.chart().emptyText().isEmpty());
        const WallTime now = bench.world.clock.wallTime();
        bench.remember(kBch, now - kHour, now - kHour / 2, 1.4);
        bench.remember(kBch, now - kHour / 2, now, 1.25);
        bench.world.evaluate();
        const QString words = bench.chart().summary();
        for (const char *part : {"BCH/USDT: 1.25", "lowest level is 1.25", "highest 1.40", "call at 1.10"}) {
            QVERIFY2(words.contains(QLatin1String(part)), qPrintable(words));
        }
    }

    void withoutAccountsItSaysSo()
    {
        FakeMonitor world;
        world.evaluate();
        const DisplayFormat format(QLocale::c());
        const HistoryViewModel history(world.stores, world.relay, world.clock, format, false);
        history.chart()->setActive(true);
        QVERIFY(history.chart()->isEmpty());
        QVERIFY(history.chart()->emptyText().contains(QStringLiteral("debt")));
        QVERIFY(history.chart()->chosen() == nullptr);
    }

    void nothingIsDoneWhileNobodyLooks()
    {
        Bench bench;
        bench.chart().setActive(false);
        bench.world.setPrice("BCHUSDT", "170");
        bench.world.evaluate();
        QCOMPARE(bench.line(kBch).valueText, QStringLiteral("1.25"));
        bench.chart().setActive(true);
        QCOMPARE(bench.line(kBch).valueText, QStringLiteral("1.06"));
    }
};

PLIMSOLL_TEST(TestLevelChart)
#include "tst_levelchart.moc"
