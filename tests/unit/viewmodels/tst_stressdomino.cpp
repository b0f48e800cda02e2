// SPDX-License-Identifier: GPL-3.0-or-later
#include "stresskit.h"
#include "testlib/testprogram.h"
#include "viewmodels/analysis/stressdomino.h"
#include "viewmodels/common/accounttext.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::DominoRow;
using viewmodels::RiskState;
using viewmodels::StressAnswer;
using viewmodels::StressDomino;

/// Who falls when, as the stress page shows it: against figures worked out by hand from docs/formulas.md.
class TestStressDomino : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_format = DisplayFormat(QLocale::c()); }

    // Day N+2, BCH 170: in call already, liquidated at 168 (−1.17 %). ETH 230: called at 176 (−23.47 %), liquidated at
    // 168 (−26.95 %). Cross, 5 ETH and 5 BCH against 1600 at 2000: called at 1760 (−12 %), liquidated at 1680 (−16 %).
    void whoFallsWhen()
    {
        const StressAnswer answer = answerAt("230", "170", {}, {shortOfBch()});
        StressDomino domino(m_format);
        domino.show(answer, 0, placeOf(answer, "b-bchusdt"));
        const auto &rows = rowsOf<DominoRow>(domino.rows());
        QCOMPARE(rows.size(), std::size_t {3});
        QCOMPARE(rows[0].accountId, QStringLiteral("b-bchusdt"));
        QCOMPARE(rows[0].text, QStringLiteral("in call, liquidation −1.17 %"));
        QCOMPARE(rows[0].callShare, 0.0);
        QVERIFY(rows[0].isChosen && rows[0].state == RiskState::MarginCall);
        QCOMPARE(rows[1].accountId, QStringLiteral("a-cross"));
        QCOMPARE(rows[1].text, QStringLiteral("call −12.00 %, liquidation −16.00 %"));
        QCOMPARE(rows[1].callShare, 0.24);
        QCOMPARE(rows[1].liquidationShare, 0.32);
        QVERIFY(rows[1].hasCall && rows[1].hasLiquidation && !rows[1].isChosen);
        QCOMPARE(rows[2].text, QStringLiteral("call −23.47 %, liquidation −26.95 %"));
        QVERIFY2(domino.restText().contains(QStringLiteral("BCH/USDT (call +")), qPrintable(domino.restText()));
        QCOMPARE(domino.ticks().size(), 6);
        QCOMPARE(domino.ticks().at(5), QStringLiteral("−50 %"));
        QCOMPARE(domino.atText(), QStringLiteral("At 0 %: 1 in call (BCH/USDT)"));
        QVERIFY(domino.lossText().isEmpty());
    }

    // 50 of equity in BCH and 400 in the cross account, at the prices of now.
    void theChosenMoveSaysWhoIsGone()
    {
        const StressAnswer answer = answerAt("230", "170");
        StressDomino domino(m_format);
        domino.show(answer, -20, 0);
        QCOMPARE(domino.atText(), QStringLiteral("At −20 %: 2 liquidated (User A, BCH/USDT)"));
        QCOMPARE(domino.lossText(), QStringLiteral("450.00 USDT of equity stands in what would be liquidated"));
        QCOMPARE(domino.cursor(), 0.4);
        domino.show(answer, 30, 0);
        QCOMPARE(domino.atText(), QStringLiteral("At +30 %: none is called"));
        QCOMPARE(domino.cursor(), -1.0);
        QVERIFY(domino.lossText().isEmpty());
    }

    // The state that a row shows is the decision of that point, whatever the words beside it are rounded to.
    void everyRowShowsTheDecision()
    {
        const StressAnswer answer = answerAt("213.77", "171.23");
        StressDomino domino(m_format);
        for (int percent = -50; percent <= 50; ++percent) {
            domino.show(answer, percent, 0);
            for (const DominoRow &row : rowsOf<DominoRow>(domino.rows())) {
                const std::size_t place = placeOf(answer, row.accountId.toUtf8().constData());
                QVERIFY(row.state == viewmodels::riskStateOf(answer.at(percent)->decisions[place]));
                const bool isPast = percent < 0 && static_cast<double>(percent) / -50 >= row.liquidationShare;
                QVERIFY(!row.hasLiquidation || isPast == (row.state == RiskState::Liquidation));
            }
        }
    }

private:
    DisplayFormat m_format;
};

PLIMSOLL_TEST(TestStressDomino)
#include "tst_stressdomino.moc"
