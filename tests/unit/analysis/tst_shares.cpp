// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/shares.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::analysis;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class TestShares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLargestGetsWhatRoundingLeaves()
    {
        const auto thirds = sharesOf(d("100"), {1, 1, 1});
        QCOMPARE(shown(thirds[0]), u"33.333333333333333334"_s);
        QCOMPARE(shown(thirds[1]), u"33.333333333333333333"_s);
        QCOMPARE(shown(thirds[2]), u"33.333333333333333333"_s);
        QCOMPARE(shown(sharesOf(d("1"), {1, 5, 1})[1]), u"0.714285714285714286"_s);
    }

    void whatHasNoWeightGetsNothing()
    {
        const auto parts = sharesOf(d("0.000000000000000001"), {0, 1});
        QCOMPARE(shown(parts[0]), u"0"_s);
        QCOMPARE(shown(parts[1]), u"0.000000000000000001"_s);
    }

    void partsAddUpToTheWhole()
    {
        Chance chance;
        for (int round = 0; round < 2'000; ++round) {
            const Decimal whole = chance.anything();
            std::vector<margin::exact::Integer> weights {1};
            for (std::int64_t i = chance.between(0, 6); i > 0; --i) {
                weights.emplace_back(chance.oneIn(4) ? 0 : chance.between(1, 1'000'000'000));
            }
            Decimal sum;
            for (const Decimal part : sharesOf(whole, weights)) {
                QVERIFY(!part.isNegative());
                sum = sum.plus(part).value();
            }
            QCOMPARE(shown(sum), shown(whole));
        }
    }
};

PLIMSOLL_TEST(TestShares)
#include "tst_shares.moc"
