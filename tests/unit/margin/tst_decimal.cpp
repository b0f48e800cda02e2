// SPDX-License-Identifier: GPL-3.0-or-later
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::test;
using margin::Rounding;
using Integer = boost::multiprecision::cpp_int;

namespace {

const Integer kScale = boost::multiprecision::pow(Integer(10), 18U);
const Integer kLimit = kScale * kScale;

// Rounding written a second way, on magnitudes.
Integer divided(const Integer &numerator, const Integer &denominator, Rounding rounding)
{
    const bool negative = (numerator < 0) != (denominator < 0);
    const Integer n = abs(numerator);
    const Integer m = abs(denominator);
    Integer whole = n / m;
    const Integer rest = n % m;
    const bool awayFromZero = rest != 0
        && (rounding == Rounding::HalfUp ? rest * 2 >= m : (rounding == Rounding::Up) != negative);
    if (awayFromZero) {
        ++whole;
    }
    return negative ? Integer(-whole) : whole;
}

Integer mantissaOf(Decimal value)
{
    return Integer(value.mantissa());
}

bool same(const std::optional<Decimal> &value, const Integer &wanted)
{
    if (abs(wanted) >= kLimit) {
        return !value;
    }
    return value && mantissaOf(*value) == wanted;
}

} // namespace

class DecimalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // Sources: interface contract "Numbers and time"; the number traps of the reliability anchors E1, F10, F11, F12.
    void only_the_grammar_is_accepted_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("canonical"); // empty: refused
        const auto accepts = [](const char *text, const char *canonical) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(canonical);
        };
        accepts("0", "0");
        accepts("00", "0");
        accepts("007.50", "7.5");
        accepts("1600", "1600");
        accepts("0.00000001", "0.00000001");
        accepts("0.000000000000000001", "0.000000000000000001");
        accepts("999999999999999999.999999999999999999", "999999999999999999.999999999999999999");
        accepts("200.00000000", "200");
        accepts("9007199254740993", "9007199254740993");
        for (const char *refused : {"",
                                    ".",
                                    "1.",
                                    ".5",
                                    "-1",
                                    "-0",
                                    "+5",
                                    " 5 ",
                                    " 1.5 ",
                                    "1 ",
                                    "1e5",
                                    "1E5",
                                    "1e-8",
                                    "1e30",
                                    "1e309",
                                    "1e400",
                                    "9e999",
                                    "0x10",
                                    "1,5",
                                    "1,234.5",
                                    "1_000",
                                    "NaN",
                                    "nan",
                                    "inf",
                                    "-inf",
                                    "Infinity",
                                    "1..2",
                                    "1.2.3",
                                    "--1",
                                    "1.-2",
                                    "1.5f",
                                    "1000000000000000000",
                                    "0.0000000000000000001",
                                    "\xD9\xA1",
                                    "\xEF\xBC\x91",
                                    "1\n"}) {
            QTest::addRow("refused \"%s\"", refused) << QByteArray(refused) << QByteArray();
        }
        QTest::newRow("400 digits") << QByteArray(400, '9') << QByteArray();
        QTest::newRow("NUL inside") << QByteArray("1\0", 2) << QByteArray();
    }

    void only_the_grammar_is_accepted()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, canonical);
        const auto value = Decimal::parse(text.toStdString());
        QCOMPARE(value.hasValue(), !canonical.isEmpty());
        if (value) {
            QCOMPARE(shown(*value), QString::fromLatin1(canonical));
        } else {
            QVERIFY(value.error().code == ErrorCode::NotANumber);
            QVERIFY(value.error().detail.size() < 150);
        }
    }

    void a_part_of_a_longer_text_ends_where_the_part_ends()
    {
        const std::string_view text = "12.5789";
        QCOMPARE(shown(Decimal::parse(text.substr(0, 4)).value()), QStringLiteral("12.5"));
        QCOMPARE(shown(Decimal::parse(text.substr(0, 2)).value()), QStringLiteral("12"));
        QVERIFY(!Decimal::parse(text.substr(0, 3)));
    }

    // A hostile file must not fill the terminal: 60 characters are shown.
    void a_refusal_shows_the_text_up_to_60_characters()
    {
        const auto detail = [](int length) {
            return QString::fromStdString(
                Decimal::parse(std::string(static_cast<std::size_t>(length), 'x')).error().detail);
        };
        const QString rest = QStringLiteral("\" is not a decimal of at most 18 digits before and 18 after the point");
        QCOMPARE(detail(60), u'"' + QString(60, u'x') + rest);
        QCOMPARE(detail(61), u'"' + QString(60, u'x') + QStringLiteral("...") + rest);
    }

    void the_signed_form_takes_exactly_one_minus()
    {
        QCOMPARE(shown(Decimal::parseSigned("-5.50").value()), QStringLiteral("-5.5"));
        QCOMPARE(shown(Decimal::parseSigned("-0").value()), QStringLiteral("0"));
        for (const char *text : {"--5", "+5", "- 5", "-", ""}) {
            QVERIFY2(!Decimal::parseSigned(text), text);
        }
    }

    void every_value_survives_text()
    {
        Chance chance;
        for (int i = 0; i < 100'000; ++i) {
            const Decimal value = chance.anythingSigned();
            const auto again = Decimal::parseSigned(value.toString());
            QVERIFY2(again && *again == value, value.toString().c_str());
        }
    }

    void arithmetic_agrees_with_unbounded_integers()
    {
        Chance chance;
        for (int i = 0; i < 30'000; ++i) {
            const Decimal a = chance.anythingSigned();
            const Decimal b = chance.anythingSigned();
            const std::string pair = a.toString() + " and " + b.toString();
            QVERIFY2(same(a.plus(b), mantissaOf(a) + mantissaOf(b)), pair.c_str());
            QVERIFY2(same(a.minus(b), mantissaOf(a) - mantissaOf(b)), pair.c_str());
            for (const Rounding rounding : {Rounding::Down, Rounding::Up, Rounding::HalfUp}) {
                QVERIFY2(same(a.times(b, rounding), divided(mantissaOf(a) * mantissaOf(b), kScale, rounding)),
                         pair.c_str());
                if (!b.isZero()) {
                    QVERIFY2(same(a.dividedBy(b, rounding), divided(mantissaOf(a) * kScale, mantissaOf(b), rounding)),
                             pair.c_str());
                }
                const int digits = static_cast<int>(chance.between(0, 18));
                const Integer step = boost::multiprecision::pow(Integer(10), static_cast<unsigned>(18 - digits));
                const Integer wanted = divided(mantissaOf(a), step, rounding) * step;
                if (abs(wanted) < kLimit) {
                    QVERIFY2(mantissaOf(a.rounded(digits, rounding)) == wanted, pair.c_str());
                }
            }
        }
    }

    void each_rounding_goes_its_way_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("down");
        QTest::addColumn<QString>("up");
        QTest::addColumn<QString>("halfUp");
        const auto row = [](const char *name, const char *value, const char *down, const char *up, const char *halfUp) {
            QTest::newRow(name) << QString::fromLatin1(value) << QString::fromLatin1(down) << QString::fromLatin1(up)
                                << QString::fromLatin1(halfUp);
        };
        row("1.375", "1.375", "1.37", "1.38", "1.38");
        row("1.4375", "1.4375", "1.43", "1.44", "1.44");
        row("-1.375", "-1.375", "-1.38", "-1.37", "-1.38");
        row("-1.374", "-1.374", "-1.38", "-1.37", "-1.37");
        row("-1.376", "-1.376", "-1.38", "-1.37", "-1.38");
        row("-0.005", "-0.005", "-0.01", "0", "-0.01"); // a tie that is negative goes away from zero too
        row("-0.004", "-0.004", "-0.01", "0", "0");
        row("0.005", "0.005", "0", "0.01", "0.01");
        row("exact, negative", "-1.25", "-1.25", "-1.25", "-1.25");
        row("exact", "1.25", "1.25", "1.25", "1.25");
        row("zero", "0", "0", "0", "0");
        row("smallest", "0.000000000000000001", "0", "0.01", "0");
    }

    void each_rounding_goes_its_way()
    {
        QFETCH(QString, value);
        const Decimal number = d(value.toStdString());
        QTEST(shown(number.rounded(2, Rounding::Down)), "down");
        QTEST(shown(number.rounded(2, Rounding::Up)), "up");
        QTEST(shown(number.rounded(2, Rounding::HalfUp)), "halfUp");
    }

    void what_leaves_the_range_is_nothing_and_never_wraps()
    {
        const Decimal largest = Decimal::fromMantissa(Decimal::kLimit - 1);
        const Decimal smallest = d("0.000000000000000001");
        QVERIFY(!largest.plus(smallest));
        QVERIFY(!(-largest).minus(smallest));
        QVERIFY(!largest.times(d("1.000000000000000001"), Rounding::Down));
        QVERIFY(!largest.dividedBy(smallest, Rounding::Down));
        QVERIFY(!largest.dividedBy(Decimal(), Rounding::Down));
        QVERIFY(largest.rounded(0, Rounding::Up) == largest); // saturates
        QVERIFY((-largest).rounded(0, Rounding::Down) == -largest);
        QVERIFY(largest.minus(largest)->isZero());
    }
};

PLIMSOLL_TEST(DecimalTest)
#include "tst_decimal.moc"
