// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/samplewalk.h"

#include <QtTest/QTest>

using namespace plimsoll;
using scenario::Bar;
using scenario::SampleWalk;

namespace {

margin::Decimal decimal(const char *text)
{
    return margin::Decimal::parse(text).value();
}

Bar bar(std::int64_t time, const char *open, const char *high, const char *low, const char *close)
{
    return {time, decimal(open), decimal(high), decimal(low), decimal(close)};
}

QString dump(SampleWalk &walk)
{
    QString text;
    while (const auto step = walk.next()) {
        text += QString::number(step->time) + QLatin1Char(':');
        for (const auto &point : step->prices) {
            text += QLatin1Char(' ') + QString::fromStdString(point.symbol + "=" + point.price.toString());
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
        QCOMPARE(dump(walk), QStringLiteral("0: A=1 B=2\n15000: A=1\n30000: A=1 B=2\n45000: A=1\n60000: B=2\n90000: B=2\n"));
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
};

QTEST_GUILESS_MAIN(TestSampleWalk)
#include "tst_samplewalk.moc"
