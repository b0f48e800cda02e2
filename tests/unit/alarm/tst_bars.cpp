// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

class TestAlarmBars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // The first three rows: docs/alarms.md#bars.
    void followFromTheThresholds_data()
    {
        QTest::addColumn<QStringList>("thresholds");
        QTest::addColumn<QStringList>("wanted"); // watch, clear, call, clear, critical, clear, liquidation, clear
        QTest::addColumn<bool>("narrow");
        QTest::addColumn<bool>("criticalNarrow");
        const auto row = [](const char *name, const char *thresholds, const char *wanted, bool narrow,
                            bool criticalNarrow) {
            QTest::newRow(name) << QString::fromLatin1(thresholds).split(u' ')
                                << QString::fromLatin1(wanted).split(u' ') << narrow << criticalNarrow;
        };
        row("five times", "1.25 1.1 1.05", "1.175 1.18675 1.1 1.122 1.075 1.0875 1.05 1.071", false, false);
        row("three times", "1.5 1.3 1.1", "1.4 1.414 1.3 1.326 1.2 1.224 1.1 1.122", false, false);
        row("ten times", "1.111 1.1 1.05", "1.1055 1.116555 1.1 1.1055 1.075 1.0875 1.05 1.071", true, false);
        row("initial is call", "1.2 1.2 1.1", "1.2 1.212 1.2 1.2 1.15 1.173 1.1 1.122", true, false);
        row("close to liquidation", "1.25 1.1 1.06", "1.175 1.18675 1.1 1.122 1.08 1.09 1.06 1.08", false, true);
        row("dead band exactly 1 %", "1.02 1 0.5", "1.01 1.0201 1 1.01 0.75 0.765 0.5 0.51", false, false);
        row("dead band just under 1 %", "1.019999999999999998 1 0.5",
            "1.009999999999999999 1.020099999999999999 1 1.009999999999999999 0.75 0.765 0.5 0.51", true, false);
        row("half a last digit goes up", "1.100000000000000001 1.1 1.049999999999999999",
            "1.100000000000000001 1.111000000000000002 1.1 1.100000000000000001 1.075 1.0875 1.049999999999999999 "
            "1.070999999999999999",
            true, false);
    }

    void followFromTheThresholds()
    {
        QFETCH(QStringList, thresholds);
        QFETCH(QStringList, wanted);
        const Bars made = barsOf(
            bars(thresholds[0].toStdString(), thresholds[1].toStdString(), thresholds[2].toStdString()));
        QStringList found;
        for (const Decimal bar : {made.watch, made.watchClear, made.call, made.callClear, made.critical,
                                  made.criticalClear, made.liquidation, made.liquidationClear}) {
            found << shown(bar);
        }
        QCOMPARE(found, wanted);
        QTEST(made.narrow, "narrow");
        QTEST(made.criticalNarrow, "criticalNarrow");
    }

    void areInOrderForAnyThresholds()
    {
        Chance chance;
        for (int i = 0; i < 20'000; ++i) {
            const margin::Int128 liquidation = chance.between(1, 3'000'000'000) * margin::Int128 {1'000'000'000}
                + chance.between(0, 9);
            const margin::Int128 call = liquidation
                + chance.between(1, 1'000'000'000) * (chance.oneIn(3) ? 1 : margin::Int128 {1'000'000'000});
            const margin::Int128 initial = call
                + chance.between(0, 1'000'000'000) * (chance.oneIn(3) ? 1 : margin::Int128 {1'000'000'000});
            const Bars made = barsOf(
                {Decimal::fromMantissa(initial), Decimal::fromMantissa(call), Decimal::fromMantissa(liquidation)});
            QVERIFY(made.liquidation < made.critical || call - liquidation == 0);
            QVERIFY(made.critical <= made.call && made.call <= made.watch && made.watch.mantissa() <= initial);
            QVERIFY(made.liquidation < made.liquidationClear && made.critical <= made.criticalClear
                    && made.call <= made.callClear);
            QVERIFY(made.watch < made.watchClear);
            QVERIFY(made.callClear.mantissa() <= initial && made.criticalClear <= made.call
                    && made.liquidationClear <= made.call);
        }
    }
};

PLIMSOLL_TEST(TestAlarmBars)
#include "tst_bars.moc"
