// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/heatmap.h"
#include "analysiskit.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::analysis;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class TestHeatMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shocksAreSpreadEvenly()
    {
        const auto shocks = evenShocks(d("-50"), d("50"), 41);
        QCOMPARE(shocks.size(), 41U);
        QCOMPARE(shown(shocks[1]), u"-47.5"_s);
        QCOMPARE(shown(shocks[20]), u"0"_s);
        QCOMPARE(shown(shocks[40]), u"50"_s);
        QCOMPARE(shown(evenShocks(d("0"), d("1"), 4)[1]), u"0.33333333"_s);
        QCOMPARE(shown(evenShocks(d("-1"), d("0"), 4)[1]), u"-0.66666667"_s);
    }

    void aCellIsASingleEvaluation()
    {
        const Accounts accounts = exampleAccounts();
        const margin::Rates rates = ratesOf(accounts, dayN2());
        const HeatMapAxes axes {"ETH", evenShocks(d("-60"), d("70"), 8), "BCH", evenShocks(d("-90"), d("10"), 5)};
        for (const margin::Account &account : accounts) {
            const HeatMap map = heatMap(account, rates, axes).value();
            QCOMPARE(map.cells.size(), 40U);
            for (std::size_t y = 0; y < 5; ++y) {
                for (std::size_t x = 0; x < 8; ++x) {
                    Changes changes;
                    changes.shocks = {{"ETH", axes.xShocks[x]}, {"BCH", axes.yShocks[y]}};
                    const WhatIf wanted = whatIf({account}, boardOf(accounts, dayN2()), changes).value();
                    const HeatMapCell &cell = map.cells[y * 8 + x];
                    QCOMPARE(statusText(cell.status), statusText(wanted.after[0].assessment.status));
                    QCOMPARE(shown(cell.level), shown(wanted.after[0].assessment.level));
                }
            }
        }
    }

    void aPriceAtOrBelowZeroIsLeftOut()
    {
        const Accounts accounts = exampleAccounts();
        const HeatMap map = heatMap(accounts[0], ratesOf(accounts, dayN()),
                                    {"ETH", {d("-120"), d("-100"), d("0")}, "BCH", {d("-100"), d("-50"), d("1")}})
                                .value();
        QCOMPARE(map.axes.xShocks.size(), 1U);
        QCOMPARE(map.axes.yShocks.size(), 2U);
        QCOMPARE(map.cells.size(), 2U);
        QCOMPARE(shown(map.cells[0].level), u"0.9375"_s);
    }

    void anUnknownAccountIsUnknownEverywhere()
    {
        const Accounts accounts = exampleAccounts();
        const HeatMap map = heatMap(accounts[0], ratesOf(accounts, {{"ETHUSDT", "200"}}),
                                    {"ETH", {d("0"), d("50")}, "BCH", {d("0"), d("50")}})
                                .value();
        for (const HeatMapCell &cell : map.cells) {
            QCOMPARE(statusText(cell.status), u"unknown"_s);
            QVERIFY(!cell.level);
        }
    }

    void aStopIsObeyed()
    {
        std::stop_source source;
        source.request_stop();
        const Accounts accounts = exampleAccounts();
        QVERIFY(
            !heatMap(accounts[0], ratesOf(accounts, dayN()), {"ETH", {d("0")}, "BCH", {d("0")}}, source.get_token()));
    }
};

PLIMSOLL_TEST(TestHeatMap)
#include "tst_heatmap.moc"
