// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/exact.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;
using exact::Integer;

class ExactTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // Down and up go along the number line, half up goes away from zero where it lies in the middle.
    void a_quotient_is_rounded_to_the_named_side_data()
    {
        QTest::addColumn<int>("numerator");
        QTest::addColumn<int>("denominator");
        QTest::addColumn<int>("down");
        QTest::addColumn<int>("up");
        QTest::addColumn<int>("halfUp");
        const auto row = [](int numerator, int denominator, int down, int up, int halfUp) {
            QTest::addRow("%d / %d", numerator, denominator) << numerator << denominator << down << up << halfUp;
        };
        row(0, 4, 0, 0, 0);
        row(8, 4, 2, 2, 2);
        row(9, 4, 2, 3, 2); // 2.25
        row(10, 4, 2, 3, 3); // 2.5
        row(11, 4, 2, 3, 3); // 2.75
        row(1, 3, 0, 1, 0);
        row(2, 3, 0, 1, 1);
        row(-8, 4, -2, -2, -2);
        row(-9, 4, -3, -2, -2);
        row(-10, 4, -3, -2, -3);
        row(-11, 4, -3, -2, -3);
        row(-1, 2, -1, 0, -1);
        row(-1, 3, -1, 0, 0);
        row(-2, 3, -1, 0, -1);
        row(1, 2, 0, 1, 1);
        row(7, 1, 7, 7, 7);
    }

    void a_quotient_is_rounded_to_the_named_side()
    {
        QFETCH(int, numerator);
        QFETCH(int, denominator);
        const auto rounded = [&](Rounding rounding) {
            return exact::quotient(numerator, denominator, rounding).convert_to<int>();
        };
        QTEST(rounded(Rounding::Down), "down");
        QTEST(rounded(Rounding::Up), "up");
        QTEST(rounded(Rounding::HalfUp), "halfUp");
    }

    void negative_products_and_quotients_round_half_away_from_zero()
    {
        const Decimal half = d("0.5");
        const Decimal least = d("0.000000000000000001");
        QCOMPARE(shown((-least).times(half, Rounding::HalfUp)), QStringLiteral("-0.000000000000000001"));
        QCOMPARE(shown((-least).times(half, Rounding::Down)), QStringLiteral("-0.000000000000000001"));
        QCOMPARE(shown((-least).times(half, Rounding::Up)), QStringLiteral("0"));
        QCOMPARE(shown(least.times(half, Rounding::HalfUp)), QStringLiteral("0.000000000000000001"));
        QCOMPARE(shown((-least).dividedBy(d("2"), Rounding::HalfUp)), QStringLiteral("-0.000000000000000001"));
        QCOMPARE(shown(least.dividedBy(d("-2"), Rounding::HalfUp)), QStringLiteral("-0.000000000000000001"));
        QCOMPARE(shown((-least).dividedBy(d("-2"), Rounding::HalfUp)), QStringLiteral("0.000000000000000001"));
        QCOMPARE(shown((-least).dividedBy(d("3"), Rounding::HalfUp)), QStringLiteral("0"));
    }

    // A Decimal holds |value| < 10^18.
    void the_bound_of_a_decimal_is_exclusive_on_both_sides()
    {
        const Integer bound = exact::powerOfTen(18);
        QCOMPARE(shown(exact::toDecimal(bound - 1, 0, Rounding::Down)), QStringLiteral("999999999999999999"));
        QCOMPARE(shown(exact::toDecimal(1 - bound, 0, Rounding::Down)), QStringLiteral("-999999999999999999"));
        QVERIFY(!exact::toDecimal(bound, 0, Rounding::Down));
        QVERIFY(!exact::toDecimal(-bound, 0, Rounding::Down));
        const Integer atScale18 = exact::powerOfTen(36);
        QCOMPARE(shown(exact::toDecimal(atScale18 - 1, 18, Rounding::Down)),
                 QStringLiteral("999999999999999999.999999999999999999"));
        QVERIFY(!exact::toDecimal(atScale18, 18, Rounding::Down));
        QVERIFY(!exact::toDecimal(-atScale18, 18, Rounding::Down));
        const Integer justBelow = exact::powerOfTen(37) - 1; // scale 19: rounding decides on which side it falls
        QVERIFY(exact::toDecimal(justBelow, 19, Rounding::Down).has_value());
        QVERIFY(!exact::toDecimal(justBelow, 19, Rounding::Up));
        QVERIFY(!exact::toDecimal(-justBelow, 19, Rounding::Down));
        QVERIFY(exact::toDecimal(-justBelow, 19, Rounding::Up).has_value());
    }

    void digits_beyond_the_18th_are_rounded_and_missing_ones_are_zeros()
    {
        QCOMPARE(shown(exact::toDecimal(15, 19, Rounding::Down)), QStringLiteral("0.000000000000000001"));
        QCOMPARE(shown(exact::toDecimal(15, 19, Rounding::HalfUp)), QStringLiteral("0.000000000000000002"));
        QCOMPARE(shown(exact::toDecimal(-15, 19, Rounding::HalfUp)), QStringLiteral("-0.000000000000000002"));
        QCOMPARE(shown(exact::toDecimal(-15, 19, Rounding::Up)), QStringLiteral("-0.000000000000000001"));
        QCOMPARE(shown(exact::toDecimal(15, 17, Rounding::Down)), QStringLiteral("0.00000000000000015"));
        QCOMPARE(shown(exact::toDecimal(-15, 1, Rounding::Down)), QStringLiteral("-1.5"));
    }

    void the_plain_notation_has_no_needless_zeros_data()
    {
        QTest::addColumn<int>("value");
        QTest::addColumn<int>("scale");
        QTest::addColumn<QString>("text");
        const auto row = [](int value, int scale, const char *text) {
            QTest::addRow("%d scale %d", value, scale) << value << scale << QString::fromLatin1(text);
        };
        row(0, 0, "0");
        row(0, 3, "0");
        row(100, 0, "100");
        row(1, 0, "1");
        row(5, 1, "0.5");
        row(5, 2, "0.05");
        row(50, 2, "0.5");
        row(105, 2, "1.05");
        row(1050, 2, "10.5");
        row(1000, 2, "10");
        row(1000, 3, "1");
        row(-5, 1, "-0.5");
        row(-5, 0, "-5");
        row(-1000, 2, "-10");
    }

    void the_plain_notation_has_no_needless_zeros()
    {
        QFETCH(int, value);
        QFETCH(int, scale);
        QTEST(shown(exact::toString(value, scale)), "text");
    }

    void a_number_of_any_length_is_written_in_full()
    {
        QCOMPARE(shown(exact::toString(exact::powerOfTen(40) + 1, 36)),
                 QStringLiteral("10000.000000000000000000000000000000000001"));
    }
};

PLIMSOLL_TEST(ExactTest)
#include "tst_exact.moc"
