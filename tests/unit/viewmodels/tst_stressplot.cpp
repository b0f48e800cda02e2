// SPDX-License-Identifier: GPL-3.0-or-later
#include "stresskit.h"
#include "testlib/testprogram.h"
#include "viewmodels/analysis/stressplot.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::AxisMark;
using viewmodels::DisplayFormat;
using viewmodels::RiskState;
using viewmodels::StressAnswer;
using viewmodels::StressCrossing;
using viewmodels::StressPlot;

/// What stands around the curve of the stress page: places and words against figures worked out by hand from
/// docs/formulas.md.
class TestStressPlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_format = DisplayFormat(QLocale::c()); }

    // 5 BCH against 800 USDT at 200: level 1.25. Call at 1.1 x 800 / 5 = 176, liquidation at 1.05 x 800 / 5 = 168.
    void crossingsSayMoveAndPrice()
    {
        const StressAnswer answer = answerAt("230", "200", "BCH");
        StressPlot plot(m_format);
        plot.show(answer, placeOf(answer, "b-bchusdt"));
        const auto &crossings = rowsOf<StressCrossing>(plot.crossings());
        QCOMPARE(crossings.size(), std::size_t {2});
        QCOMPARE(crossings[0].text, QStringLiteral("176.00 · −12.00 %"));
        QCOMPARE(crossings[0].share, 0.38);
        QCOMPARE(crossings[0].level, 1.1);
        QVERIFY(crossings[0].state == RiskState::MarginCall && !crossings[0].isLeftwards);
        QCOMPARE(crossings[1].text, QStringLiteral("168.00 · −16.00 %"));
        QCOMPARE(crossings[1].share, 0.34);
        QVERIFY(crossings[1].state == RiskState::Liquidation && crossings[1].isLeftwards);
        QCOMPARE(plot.nowText(), QStringLiteral("now 1.25 at 200.00"));
        QCOMPARE(plot.now(), 1.25);
        QCOMPARE(plot.callText(), QStringLiteral("call 1.10"));
        QCOMPARE(plot.liquidationText(), QStringLiteral("liquidation 1.05"));
        QVERIFY(plot.rises());
        const auto &ticks = rowsOf<AxisMark>(plot.ticks());
        QCOMPARE(ticks.size(), std::size_t {5});
        QCOMPARE(ticks[1].text, QStringLiteral("−25 %"));
        QCOMPARE(ticks[1].moreText, QStringLiteral("150.00"));
        QCOMPARE(ticks[2].text, QStringLiteral("0 %"));
        QCOMPARE(plot.together().size(), plot.curve().size());
    }

    void allTogetherHasNoPrice()
    {
        const StressAnswer answer = answerAt("230", "200");
        StressPlot plot(m_format);
        plot.show(answer, placeOf(answer, "b-bchusdt"));
        QCOMPARE(rowsOf<StressCrossing>(plot.crossings()).at(0).text, QStringLiteral("−12.00 %"));
        QCOMPARE(plot.nowText(), QStringLiteral("now 1.25"));
        QVERIFY(rowsOf<AxisMark>(plot.ticks()).at(1).moreText.isEmpty());
        QVERIFY(plot.together().isEmpty());
    }

    // 500 USDT against 2 BCH at 200: level 1.25. Call at 500 / (1.1 x 2) = 227.27, +13.63 %.
    void aRiseIsMirrored()
    {
        const StressAnswer answer = answerAt("230", "200", "BCH", {shortOfBch()});
        StressPlot plot(m_format);
        plot.show(answer, placeOf(answer, "short"));
        const auto &crossings = rowsOf<StressCrossing>(plot.crossings());
        QCOMPARE(crossings.size(), std::size_t {2});
        QCOMPARE(crossings[0].text, QStringLiteral("227.27 · +13.63 %"));
        QVERIFY(crossings[0].isLeftwards && !crossings[1].isLeftwards);
        QVERIFY(!plot.rises());
    }

    // Every point of the curve and both bars lie within the axis, whose words are equally far apart.
    void theAxisHoldsTheCurve_data()
    {
        QTest::addColumn<QByteArray>("bch");
        for (const char *price : {"0.0001", "20", "160.01", "170", "200", "423.77", "9999", "1234567"}) {
            QTest::newRow(price) << QByteArray(price);
        }
    }

    void theAxisHoldsTheCurve()
    {
        QFETCH(QByteArray, bch);
        const StressAnswer answer = answerAt("230", bch.constData(), "BCH");
        for (std::size_t account = 0; account < answer.accounts.size(); ++account) {
            StressPlot plot(m_format);
            plot.show(answer, account);
            for (const QPointF &point : plot.curve()) {
                QVERIFY(point.y() >= plot.lowest() - 1e-9 && point.y() <= plot.highest() + 1e-9);
            }
            QVERIFY(plot.lowest() <= plot.liquidationLevel() && plot.callLevel() <= plot.highest());
            const auto &levels = rowsOf<AxisMark>(plot.levels());
            QVERIFY(levels.size() >= 2 && levels.size() <= 9);
            QCOMPARE(levels.front().share, 0.0);
            QCOMPARE(levels.back().share, 1.0);
            QVERIFY(plot.now() < 0 || (plot.now() >= plot.lowest() - 1e-9 && plot.now() <= plot.highest() + 1e-9));
        }
    }

private:
    DisplayFormat m_format;
};

PLIMSOLL_TEST(TestStressPlot)
#include "tst_stressplot.moc"
