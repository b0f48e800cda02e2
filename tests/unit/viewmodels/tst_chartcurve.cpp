// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/chart/curvescale.h"
#include "viewmodels/chart/historyviewmodel.h"
#include "viewmodels/chart/moneycurve.h"

#include <QtTest/QTest>

#include <cstdint>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::testlib;
using namespace plimsoll::viewmodels;
using margin::EntryKind;
using margin::Field;
using monitor::JournalRow;
using monitor::KeptPrice;

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kMinute = 60'000;
const std::string kBch = "b-bchusdt";

JournalRow row(WallTime time, EntryKind kind, const char *asset, Field field, const char *change)
{
    JournalRow row;
    row.time = time;
    row.row = {kBch, kind, asset, field, dec(change)};
    return row;
}

// The isolated account of the reference example, with an hour's interest that is repaid.
std::vector<JournalRow> longRows(WallTime start)
{
    return {row(start, EntryKind::Opening, "BCH", Field::Free, "5"),
            row(start, EntryKind::Opening, "USDT", Field::Borrowed, "800"),
            row(start + kHour, EntryKind::Interest, "USDT", Field::Interest, "0.25"),
            row(start + 2 * kHour, EntryKind::TopUp, "USDT", Field::Free, "400.25"),
            row(start + 3 * kHour, EntryKind::Repay, "USDT", Field::Free, "-400.25"),
            row(start + 3 * kHour, EntryKind::Repay, "USDT", Field::Interest, "-0.25"),
            row(start + 3 * kHour, EntryKind::Repay, "USDT", Field::Borrowed, "-400")};
}

} // namespace

/// Money and prices beside the level. Expected figures are those of the reference example (docs/reference-example.md)
/// and of docs/formulas.md, "Curves beside the level".
class TestChartCurve : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amountsAreTheSumsOfTheJournal()
    {
        const PastAmounts amounts(longRows(1'000));
        QVERIFY(amounts.at(999) == nullptr);
        QCOMPARE(amounts.of(*amounts.at(1'000), "USDT").debt, dec("800"));
        QCOMPARE(amounts.of(*amounts.at(1'000), "BCH").total, dec("5"));
        QCOMPARE(amounts.of(*amounts.at(1'000 + kHour), "USDT").debt, dec("800.25"));
        QCOMPARE(amounts.of(*amounts.at(1'000 + 2 * kHour), "USDT").total, dec("400.25"));
        const auto &last = amounts.steps().back();
        QCOMPARE(amounts.of(last, "USDT").debt, dec("400"));
        QCOMPARE(amounts.of(last, "USDT").total, dec("0"));
        QCOMPARE(amounts.of(last, "USDT").charged, dec("0.25")); // what it cost, repaid or not
        QCOMPARE(amounts.of(last, "NOTHING").debt, dec("0"));
        QCOMPARE(amounts.steps().size(), std::size_t {4});
    }

    void worthFollowsFromTheLevel_data()
    {
        QTest::addColumn<int>("book");
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("equity");
        QTest::addColumn<QString>("debt");
        QTest::addColumn<bool>("exact");
        QTest::newRow("long, in a call") << 0 << QStringLiteral("1.0625") << QStringLiteral("50")
                                         << QStringLiteral("800") << true;
        QTest::newRow("long, under water")
            << 0 << QStringLiteral("0.75") << QStringLiteral("-200") << QStringLiteral("800") << true;
        QTest::newRow("short") << 1 << QStringLiteral("1.25") << QStringLiteral("200") << QStringLiteral("800") << true;
        QTest::newRow("short, rounded against the person")
            << 1 << QStringLiteral("1.5") << QStringLiteral("333.33333333") << QStringLiteral("666.66666667") << true;
        QTest::newRow("owes another asset too")
            << 2 << QStringLiteral("2") << QStringLiteral("150") << QStringLiteral("150") << false;
    }

    void worthFollowsFromTheLevel()
    {
        QFETCH(int, book);
        QFETCH(QString, level);
        QFETCH(QString, equity);
        QFETCH(QString, debt);
        QFETCH(bool, exact);
        const std::vector<std::vector<JournalRow>> books {longRows(0),
                                                          {row(0, EntryKind::Opening, "USDT", Field::Free, "1000"),
                                                           row(0, EntryKind::Opening, "ETH", Field::Borrowed, "4")},
                                                          {row(0, EntryKind::Opening, "ETH", Field::Free, "1"),
                                                           row(0, EntryKind::Opening, "USDT", Field::Borrowed, "100"),
                                                           row(0, EntryKind::Opening, "LINK", Field::Borrowed, "2")}};
        const PastPrices prices {{"LINK", {{0, dec("25"), 1}}}};
        const auto worth = worthAt(PastAmounts(books[static_cast<std::size_t>(book)]), 10, dec(qPrintable(level)),
                                   "USDT", prices);
        QVERIFY(worth.has_value());
        QCOMPARE(worth->equity, dec(qPrintable(equity)));
        QCOMPARE(worth->debt, dec(qPrintable(debt)));
        QCOMPARE(worth->isExact, exact);
    }

    void nothingIsGuessed()
    {
        const PastAmounts amounts({row(0, EntryKind::Opening, "ETH", Field::Free, "1"),
                                   row(0, EntryKind::Opening, "LINK", Field::Borrowed, "2")});
        const PastPrices prices {{"LINK", {{0, dec("25"), 1}}}};
        QVERIFY(worthAt(amounts, 3 * kMinute, dec("2"), "USDT", prices).has_value());
        QVERIFY(!worthAt(amounts, 3 * kMinute + 1, dec("2"), "USDT", prices)); // the price is too old
        QVERIFY(!worthAt(amounts, 10, dec("2"), "USDT", {}));
        QVERIFY(!worthAt(amounts, -1, dec("2"), "USDT", prices)); // there was no account
        QVERIFY(!worthAt(PastAmounts({row(0, EntryKind::Opening, "ETH", Field::Free, "1")}), 0, dec("2"), "USDT", {}));
    }

    void aPriceIsBelievedThreeTimesAsLongAsItIsKeptApart()
    {
        const std::vector<KeptPrice> prices {{0, dec("1"), kHour}, {kHour, dec("2"), kMinute}};
        QVERIFY(priceAt(prices, -1) == nullptr);
        QCOMPARE(priceAt(prices, kHour - 1)->price, dec("1"));
        QCOMPARE(priceAt(prices, kHour + 3 * kMinute)->price, dec("2"));
        QVERIFY(priceAt(prices, kHour + 3 * kMinute + 1) == nullptr);
        const LevelStretches curve = drawn(priceCurve({{0, dec("1"), 1}, {1'000, dec("3"), 1}, {kHour, dec("2"), 1}}));
        QCOMPARE(curve,
                 (LevelStretches {{{0, 1}, {1'000, 1}, {1'000, 3}, {1'000.0 + 3 * kMinute, 3}},
                                  {{static_cast<double>(kHour), 2}}}));
    }

    void aCurveHasTheGapsOfTheLevelAndItsOwn()
    {
        const LevelStretches levels {{{0, 1.5}, {10, 1.5}, {10, 2}, {20, 2}, {20, 1.5}, {30, 1.5}}, {{40, 3}}};
        const auto values = curveOver(levels, [](WallTime, margin::Decimal level) {
            return level == dec("2") ? std::nullopt : level.plus(level);
        });
        QCOMPARE(drawn(values), (LevelStretches {{{0, 3}, {10, 3}}, {{20, 3}, {30, 3}}, {{40, 6}}}));
        QCOMPARE(values,
                 (CurveValues {{0, dec("3")},
                               {10, std::nullopt},
                               {20, dec("3")},
                               {30, std::nullopt},
                               {40, dec("6")},
                               {40, std::nullopt}}));
        QCOMPARE(within(values, 5, 25), (CurveValues {{5, dec("3")}, {10, std::nullopt}, {20, dec("3")}}));
        QCOMPARE(within(values, 12, 18), CurveValues());
        QCOMPARE(heldSince(levels, 15)->x(), 10.0);
        QCOMPARE(heldSince(levels, 30)->x(), 20.0);
        QVERIFY(!heldSince(levels, 35));
    }

    void anAxisFitsMoneyOfEverySize_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("decimals");
        QTest::newRow("thousands") << 12'345.0 << 67'890.0 << 0;
        QTest::newRow("a millionth") << 1.2e-6 << 1.9e-6 << 7;
        QTest::newRow("nothing moves") << 100.0 << 100.0 << 2;
        QTest::newRow("zero") << 0.0 << 0.0 << 1;
        QTest::newRow("below zero") << -50.0 << 200.0 << 0;
    }

    void anAxisFitsMoneyOfEverySize()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, decimals);
        const CurveScale scale(low, high, 6);
        QVERIFY(scale.min() <= low && scale.max() >= high);
        QVERIFY(scale.placeOf(high) <= 1 && scale.placeOf(low) >= 0);
        QVERIFY(scale.ticks().size() >= 2 && scale.ticks().size() <= 7);
        QCOMPARE(scale.decimals(), decimals);
    }

    // The journal of a story has the times of the clock on the wall, days after the last one that it tells about.
    void aStoryHasCurvesOfItsOwnTime()
    {
        FakeMonitor world;
        const DisplayFormat format {QLocale::c()};
        world.stores.portfolio = referencePortfolio();
        const WallTime now = world.clock.wallTime();
        const WallTime dayN = now - 120 * kHour;
        world.stores.rows = longRows(now); // never looked at
        world.setPrice("ETHUSDT", "300"); // BCH stays the nearest to its call
        world.setPrice("BCHUSDT", "200");
        world.evaluate();
        HistoryViewModel history(world.stores, world.relay, world.clock, format, true);
        history.chart()->setActive(true);
        ChartCurve &curve = *history.chart()->curve();
        const auto tell = [&](WallTime time, std::int64_t level, const char *price) {
            auto batch = std::make_shared<monitor::HistoryBatch>();
            batch->levels = {{kBch, {time, level, margin::Status::Normal}}};
            batch->spans = {{kBch, {dayN, time, 125'000'000}}};
            batch->prices = {{"BCHUSDT", time, dec(price)}};
            world.setPrice("BCHUSDT", price);
            world.evaluate();
            history.append(batch);
        };
        tell(dayN, 125'000'000, "200");
        tell(dayN + 48 * kHour, 106'250'000, "170");
        QCOMPARE(curve.names(),
                 (QStringList {QStringLiteral("No further curve"), QStringLiteral("Equity"), QStringLiteral("Debt"),
                               QStringLiteral("Price of BCH")}));
        curve.setIndex(1);
        QCOMPARE(curve.textAt(static_cast<double>((dayN + kHour).ms())), QStringLiteral("200.00 USDT"));
        QCOMPARE(curve.textAt(static_cast<double>((dayN + 48 * kHour).ms())), QStringLiteral("50.00 USDT"));
        QCOMPARE(curve.stretches().size(), 1);
        margin::Account &account = *std::ranges::find(world.stores.portfolio.accounts, kBch, &margin::Account::id);
        for (margin::Balance &balance : account.balances) { // 150 repaid from outside
            balance.borrowed = balance.asset == "USDT" ? dec("650") : balance.borrowed;
        }
        tell(dayN + 50 * kHour, 130'769'230, "170");
        curve.setIndex(2);
        QCOMPARE(curve.textAt(static_cast<double>((dayN + kHour).ms())), QStringLiteral("800.00 USDT"));
        QCOMPARE(curve.textAt(static_cast<double>((dayN + 50 * kHour).ms())), QStringLiteral("650.00 USDT"));
        curve.setIndex(3);
        QCOMPARE(curve.textAt(static_cast<double>((dayN + kHour).ms())), QStringLiteral("200.00 USDT"));
        QCOMPARE(curve.textAt(static_cast<double>((dayN + 50 * kHour).ms())), QStringLiteral("170.00 USDT"));
        tell(dayN + kHour, 125'000'000, "199"); // back
        QCOMPARE(curve.textAt(static_cast<double>((dayN + kHour).ms())), QStringLiteral("199.00 USDT"));
    }

    void theChosenAccountHasItsCurves()
    {
        FakeMonitor world;
        const DisplayFormat format {QLocale::c()};
        world.stores.portfolio = referencePortfolio();
        const WallTime now = world.clock.wallTime();
        world.stores.rows = longRows(now - 4 * kHour);
        monitor::HistoryBatch batch;
        batch.levels = {{kBch, {now - 4 * kHour, 106'250'000, margin::Status::MarginCall}},
                        {kBch, {now - kHour, 212'500'000, margin::Status::Normal}}};
        batch.spans = {{kBch, {now - 4 * kHour, now, 106'250'000}}};
        batch.prices = {{"BCHUSDT", now - kMinute, dec("170.12")}};
        world.stores.history.push_back(batch);
        world.setPrice("ETHUSDT", "300");
        world.setPrice("BCHUSDT", "170");
        world.evaluate();
        HistoryViewModel history(world.stores, world.relay, world.clock, format, false);
        LevelChartViewModel &chart = *history.chart();
        chart.setActive(true);
        QTRY_VERIFY(!chart.isEmpty());
        ChartCurve &curve = *chart.curve();
        QCOMPARE(curve.names(),
                 (QStringList {QStringLiteral("No further curve"), QStringLiteral("Equity"), QStringLiteral("Debt"),
                               QStringLiteral("Interest in USDT"), QStringLiteral("Price of BCH")}));
        QVERIFY(!curve.isShown());

        curve.setIndex(1);
        QTRY_VERIFY(!curve.stretches().isEmpty());
        QCOMPARE(curve.textAt(static_cast<double>((now - 4 * kHour).ms())), QStringLiteral("50.00 USDT"));
        QCOMPARE(curve.textAt(static_cast<double>((now - 2 * kHour).ms())),
                 QStringLiteral("50.00 USDT")); // until the next level
        QCOMPARE(curve.textAt(static_cast<double>(now.ms())), QStringLiteral("450.00 USDT"));
        QCOMPARE(curve.textAt(static_cast<double>((now - 5 * kHour).ms())), QString());
        QVERIFY(curve.scale().min() <= 50 && curve.scale().max() >= 450);
        QVERIFY2(curve.note().isEmpty(), qPrintable(curve.note()));
        chart.cursor()->moveTo(1, 0.001);
        QVERIFY2(chart.cursor()->sentence().contains(QStringLiteral("Equity 450.00 USDT")),
                 qPrintable(chart.cursor()->sentence()));

        curve.setIndex(2);
        QTRY_COMPARE(curve.textAt(static_cast<double>(now.ms())), QStringLiteral("400.00 USDT"));
        curve.setIndex(3);
        QTRY_COMPARE(curve.textAt(static_cast<double>(now.ms())), QStringLiteral("0.25 USDT"));
        curve.setIndex(4);
        QTRY_COMPARE(curve.textAt(static_cast<double>(now.ms())), QStringLiteral("170.12 USDT"));
        QCOMPARE(curve.textAt(static_cast<double>((now - kHour).ms())), QString()); // none was kept then
        curve.setIndex(0);
        QVERIFY(!curve.isShown());
    }
};

PLIMSOLL_TEST(TestChartCurve)
#include "tst_chartcurve.moc"
