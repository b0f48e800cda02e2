// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/exact.h"
#include "margin/level.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using margin::Level;
using margin::Wide;
using margin::exact::Integer;

namespace {

Integer mantissaOf(Decimal value)
{
    return Integer(value.mantissa());
}

} // namespace

class WideTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void products_and_sums_are_exact()
    {
        Chance chance;
        for (int round = 0; round < 10'000; ++round) {
            Wide sum;
            Integer wanted;
            for (int i = 0; i < 10; ++i) {
                const Decimal a = chance.anything();
                const Decimal b = chance.anything();
                QVERIFY(margin::exact::fromWide(Wide::product(a, b)) == mantissaOf(a) * mantissaOf(b));
                sum += Wide::product(a, b);
                wanted += mantissaOf(a) * mantissaOf(b);
            }
            QVERIFY(margin::exact::fromWide(sum) == wanted);
            QCOMPARE(sum.isZero(), wanted == 0);
        }
    }

    void the_largest_terms_do_not_wrap()
    {
        const Decimal largest = Decimal::fromMantissa(Decimal::kLimit - 1);
        Wide sum;
        Integer wanted;
        for (int i = 0; i < 100'000; ++i) {
            sum += Wide::product(largest, largest);
            wanted += mantissaOf(largest) * mantissaOf(largest);
        }
        QVERIFY(margin::exact::fromWide(sum) == wanted);
    }

    void comparing_is_comparing_the_numbers()
    {
        Chance chance;
        for (int i = 0; i < 100'000; ++i) {
            const Wide a = Wide::product(chance.anything(), chance.anything());
            const Wide b = chance.oneIn(5) ? a : Wide::product(chance.anything(), chance.anything());
            QCOMPARE(a < b, margin::exact::fromWide(a) < margin::exact::fromWide(b));
            QCOMPARE(a == b, margin::exact::fromWide(a) == margin::exact::fromWide(b));
        }
    }

    void a_level_is_decided_by_multiplication()
    {
        Chance chance;
        const Integer one = mantissaOf(Decimal::fromInteger(1));
        for (int i = 0; i < 100'000; ++i) {
            const Decimal ratio = chance.usual(1);
            const Decimal amount = chance.usual();
            const Wide debt = Wide::product(amount, Decimal::fromInteger(1));
            const bool onTheBar = chance.oneIn(3);
            const Wide assets = onTheBar ? Wide::product(amount, ratio) : Wide::product(chance.usual(), chance.usual());
            const Integer left = margin::exact::fromWide(assets) * one;
            const Integer right = margin::exact::fromWide(debt) * mantissaOf(ratio);
            const auto order = Level(assets, debt) <=> ratio;
            QCOMPARE(order < 0, left < right);
            QCOMPARE(order == 0, left == right);
            QVERIFY(!onTheBar || order == 0);
        }
    }

    void one_unit_of_the_last_digit_decides()
    {
        const Decimal largest = Decimal::fromMantissa(Decimal::kLimit - 1);
        const Wide debt = Wide::product(largest, Decimal::fromInteger(1));
        Wide assets = Wide::product(largest, d("1.1"));
        QVERIFY((Level(assets, debt) <=> d("1.1")) == 0);
        assets += Wide::product(Decimal::fromMantissa(1), Decimal::fromMantissa(1));
        QVERIFY(Level(assets, debt) > d("1.1"));
    }
};

PLIMSOLL_TEST(WideTest)
#include "tst_wide.moc"
