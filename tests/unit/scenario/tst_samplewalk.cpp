// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/recordedbars.h"
#include "scenario/samplewalk.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using scenario::Bar;
using scenario::BarSeries;
using scenario::SampleWalk;

namespace {

margin::Decimal decimal(const char *text)
{
    return margin::Decimal::parse(text).value();
}

Bar bar(WallTime time, const char *open, const char *high, const char *low, const char *close)
{
    return {time, decimal(open), decimal(high), decimal(low), decimal(close)};
}

QString dump(SampleWalk &walk)
{
    QString text;
    while (const auto step = walk.next()) {
        text += QString::number(step->time.ms()) + QLatin1Char(':');
        for (const auto &point : step->prices) {
            text += QLatin1Char(' ') + QString::fromStdString(point.symbol + "=" + point.price.toString());
        }
        for (const std::string &symbol : step->stale) {
            text += QLatin1Char(' ') + QString::fromStdString(symbol) + QStringLiteral(" stale");
        }
        text += QLatin1Char('\n');
    }
    return text;
}

} // namespace

class TestSampleWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void risingCandleGoesLowFirst()
    {
        SampleWalk walk({{"A", 60'000, {bar(0, "10", "14", "8", "12")}}});
        QCOMPARE(dump(walk), QStringLiteral("0: A=10\n15000: A=8\n30000: A=14\n45000: A=12\n"));
    }

    void fallingCandleGoesHighFirst()
    {
        SampleWalk walk({{"A", 60'000, {bar(0, "12", "14", "8", "10")}}});
        QCOMPARE(dump(walk), QStringLiteral("0: A=12\n15000: A=14\n30000: A=8\n45000: A=10\n"));
    }

    void unchangedCandleGoesLowFirst()
    {
        SampleWalk walk({{"A", 60'000, {bar(0, "12", "14", "8", "12")}}});
        QCOMPARE(dump(walk), QStringLiteral("0: A=12\n15000: A=8\n30000: A=14\n45000: A=12\n"));
    }

    void samplesOfOneTimeComeTogetherAndIntervalsMayDiffer()
    {
        SampleWalk walk({{"A", 60'000, {bar(0, "1", "1", "1", "1")}}, {"B", 120'000, {bar(0, "2", "2", "2", "2")}}});
        QCOMPARE(
            dump(walk),
            QStringLiteral("0: A=1 B=2\n15000: A=1\n30000: A=1 B=2\n45000: A=1\n60000: B=2\n90000: B=2 A stale\n"));
    }

    void restartsFromTheBeginning()
    {
        SampleWalk walk({{"A", 60'000, {bar(0, "10", "14", "8", "12")}}});
        const QString first = dump(walk);
        walk.restart();
        QCOMPARE(dump(walk), first);
    }

    void isEmptyWithoutCandles()
    {
        SampleWalk walk({{"A", 60'000, {}}});
        QVERIFY(!walk.next());
    }

    void everyCandleHasItsOwnLength()
    {
        Bar odd = bar(60'000, "1", "1", "1", "1");
        odd.length = 4'000;
        SampleWalk walk({{"A", 60'000, {bar(0, "1", "1", "1", "1"), odd, bar(64'000, "2", "2", "2", "2")}}});
        QVERIFY(dump(walk).startsWith(QStringLiteral("0: A=1\n15000: A=1\n30000: A=1\n45000: A=1\n60000: A=1\n61000: "
                                                     "A=1\n62000: A=1\n63000: A=1\n64000: A=2\n")));
        QCOMPARE(walk.pace(), 15'000); // the usual one
    }

    // Otherwise its close would come after the next open, and be taken for newer.
    void aCandleEndsWhereTheNextBegins()
    {
        SampleWalk walk({{"A", 60'000, {bar(0, "1", "4", "1", "3"), bar(40'000, "5", "5", "5", "5")}}});
        QVERIFY(dump(walk).startsWith(QStringLiteral("0: A=1\n10000: A=1\n20000: A=4\n30000: A=3\n40000: A=5\n")));
        SampleWalk touching(
            {{"A",
              60'000,
              {bar(0, "1", "4", "1", "3"), bar(59'001, "5", "5", "5", "5")}}}); // as the exchange's archive has it
        QVERIFY(dump(touching).startsWith(QStringLiteral("0: A=1\n15000: A=1\n30000: A=4\n45000: A=3\n59001: A=5\n")));
    }

    void aPriceThatNothingFollowsIsStale()
    {
        const BarSeries hole {"A", 60'000, {bar(0, "1", "1", "1", "1"), bar(300'000, "2", "2", "2", "2")}};
        SampleWalk alone({hole});
        QVERIFY(dump(alone).contains(QStringLiteral("45000: A=1\n90000: A stale\n300000: A=2\n")));
        SampleWalk together({hole, {"B", 60'000, {bar(0, "1", "1", "1", "1"), bar(90'000, "3", "3", "3", "3")}}});
        const QString text = dump(together);
        QVERIFY2(text.contains(QStringLiteral("90000: B=3 A stale\n105000: B=3\n")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("135000: B=3\n180000: B stale\n300000: A=2\n")),
                 qPrintable(text)); // the end of B
        QVERIFY(text.endsWith(QStringLiteral("345000: A=2\n"))); // after the last sample of all, time stands still
    }

    void shortCandlesAreBelievedForHalfAMinute()
    {
        SampleWalk walk(
            {{"A",
              1'000,
              {bar(0, "1", "1", "1", "1"), bar(30'750, "2", "2", "2", "2"), bar(62'000, "2", "2", "2", "2")}}});
        QCOMPARE(dump(walk).count(QStringLiteral("stale")), 1);
        walk.restart();
        QVERIFY(dump(walk).contains(QStringLiteral("31500: A=2\n61500: A stale\n")));
    }

    void aSpanIsWalkedWhole()
    {
        const BarSeries series {"A", 60'000, {bar(60'000, "1", "1", "1", "1")}};
        SampleWalk late({series}, scenario::WalkSpan {10'000, 200'000});
        QCOMPARE(dump(late),
                 QStringLiteral("10000:\n60000: A=1\n75000: A=1\n90000: A=1\n105000: A=1\n150000: A stale\n"));
        SampleWalk inside({series}, scenario::WalkSpan {60'000, 149'999});
        QCOMPARE(dump(inside), QStringLiteral("60000: A=1\n75000: A=1\n90000: A=1\n105000: A=1\n"));
        SampleWalk empty({}, scenario::WalkSpan {5, 6});
        QCOMPARE(dump(empty), QStringLiteral("5:\n"));
    }

    void recordedPricesAreSingleSamplesWithTheirGaps()
    {
        const auto kept = [](WallTime time, const char *price, std::int64_t step) {
            return scenario::RecordedPrice {time, decimal(price), step};
        };
        // An hour that is kept by its first price, two minutes, then every 20 s with a hole of five minutes.
        const std::vector<scenario::RecordedPrice> prices {
            kept(0, "1", 3'600'000),        kept(20'000'000, "2", 60'000), kept(20'060'000, "3", 60'000),
            kept(20'300'000, "4", 1),       kept(20'320'000, "5", 1),      kept(20'340'000, "6", 1),
            kept(20'660'000, "7.000001", 1)};
        SampleWalk walk({scenario::recordedBars("A", prices)});
        QCOMPARE(walk.pace(), std::int64_t {20'000});
        QCOMPARE(dump(walk),
                 QStringLiteral("0: A=1\n10800000: A stale\n20000000: A=2\n20060000: A=3\n20240000: A stale\n"
                                "20300000: A=4\n20320000: A=5\n20340000: A=6\n20400000: A stale\n"
                                "20660000: A=7.000001\n"));
        SampleWalk one({scenario::recordedBars("B", {kept(5, "2", 1)})});
        QCOMPARE(dump(one), QStringLiteral("5: B=2\n"));
        QCOMPARE(scenario::recordedBars("C", {}).bars.size(), std::size_t {0});
    }
};

PLIMSOLL_TEST(TestSampleWalk)
#include "tst_samplewalk.moc"
