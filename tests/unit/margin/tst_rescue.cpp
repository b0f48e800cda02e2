// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/rescue.h"

#include "margin/levelbounds.h"
#include "margin/liquidation.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;

namespace {

Wide sum(const QString &text)
{
    return Wide::product(d(text.toStdString()), Decimal::fromInteger(1));
}

Level level(const QString &assets, const QString &debt)
{
    return {sum(assets), sum(debt)};
}

QString shown(const Rescue &rescue)
{
    return QStringList {test::shown(rescue.deposit), test::shown(rescue.repay), test::shown(rescue.sellAndRepay)}.join(
        QLatin1Char(' '));
}

PriceExposure exposure(const char *total, const char *debt, const char *otherAssets, const char *otherDebt)
{
    return {d(total), d(debt), exact::fromWide(sum(QLatin1String(otherAssets))),
            exact::fromWide(sum(QLatin1String(otherDebt)))};
}

QString barPrice(const PriceExposure &exposure, const char *ratio)
{
    const auto price = priceAtBar(exposure, d(ratio));
    return !price ? QStringLiteral("none")
                  : (price->below ? QStringLiteral("below ") : QStringLiteral("above ")) + test::shown(price->price);
}

} // namespace

class RescueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // docs/formulas.md#rescue: T x D - A, that divided by T, that divided by T - 1; each rounded up to 8 decimals.
    void the_amounts_are_those_of_the_formula_data()
    {
        QTest::addColumn<QString>("assets");
        QTest::addColumn<QString>("debt");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("amounts"); // deposit, repay, sell and repay
        const auto row = [](const char *name, const char *assets, const char *debt, const char *target,
                            const char *amounts) {
            QTest::newRow(name) << QString::fromLatin1(assets) << QString::fromLatin1(debt)
                                << QString::fromLatin1(target) << QString::fromLatin1(amounts);
        };
        row("the reference example", "850", "800", "1.25", "150 120 600");
        row("at the target", "1000", "800", "1.25", "0 0 0");
        row("above the target", "1001", "800", "1.25", "0 0 0");
        row("no debt", "850", "0", "1.25", "0 0 0");
        row("nothing at all", "0", "0", "1.25", "0 0 0");
        row("no assets", "0", "800", "1.25", "1000 800 none");
        row("assets equal the debt", "800", "800", "1.25", "200 160 800"); // everything sold pays everything
        row("assets just below the debt", "799.99999999", "800", "1.25", "200.00000001 160.00000001 none");
        // 700 - 600 = 100; 100 / 7 x 6 = 85.714285714..
        row("an endless quotient", "600", "600", "1.166666666666666667", "100.00000001 85.71428572 600");
        row("a hair missing", "0.999999999999999999", "0.8", "1.25", "0.00000001 0.00000001 0.00000001");
        // a target of exactly 1: nothing is gained by selling, there is always less than the debt
        row("target 1, at it", "800", "800", "1", "0 0 0");
        row("target 1, above it", "801", "800", "1", "0 0 0");
        row("target 1, below it", "700", "800", "1", "100 100 none");
        row("target below 1, at it", "400", "800", "0.5", "0 0 0");
        row("target below 1, below it", "300", "800", "0.5", "100 200 none");
    }

    void the_amounts_are_those_of_the_formula()
    {
        QFETCH(QString, assets);
        QFETCH(QString, debt);
        QFETCH(QString, target);
        QTEST(shown(rescueTo(level(assets, debt), d(target.toStdString()))), "amounts");
    }

    // A shortfall of one unit of the 54th digit, the least there is, still costs the least amount.
    void the_least_shortfall_is_not_taken_for_none()
    {
        const Wide least = Wide::product(Decimal::fromMantissa(1), Decimal::fromMantissa(1));
        const Rescue rescue = rescueTo({least, least}, d("1.000000000000000001"));
        QCOMPARE(shown(rescue), QStringLiteral("0.00000001 0.00000001 0.00000001"));
    }

    void an_amount_beyond_the_range_is_none()
    {
        const Decimal billion = Decimal::fromInteger(1'000'000'000);
        const Wide bound = Wide::product(billion, billion); // 10^18
        QCOMPARE(shown(rescueTo({Wide(), bound}, d("1"))), QStringLiteral("none none none"));
        const Wide below = sum(QStringLiteral("999999999999999999"));
        QCOMPARE(shown(rescueTo({below, bound}, d("1.5"))),
                 QStringLiteral("500000000000000001 333333333333333334 none"));
    }

    // docs/formulas.md#prices: (bar x other debt - other assets) / (held - bar x owed), rounded towards danger.
    void the_price_of_a_bar_is_the_root_of_the_formula()
    {
        QCOMPARE(barPrice(exposure("5", "0", "0", "800"), "1.05"), QStringLiteral("below 168"));
        QCOMPARE(barPrice(exposure("0", "3", "1000", "0"), "1.05"), QStringLiteral("above 317.460317460317460317"));
        QCOMPARE(barPrice(exposure("3", "0", "0", "1000"), "1.05"), QStringLiteral("below 350"));
        QCOMPARE(barPrice(exposure("3", "0", "0", "100"), "1"), QStringLiteral("below 33.333333333333333334"));
        QCOMPARE(barPrice(exposure("1.05", "1", "0", "100"), "1.05"), QStringLiteral("none")); // no price matters
        QCOMPARE(barPrice(exposure("0", "0", "100", "100"), "1.05"), QStringLiteral("none"));
        QCOMPARE(barPrice(exposure("5", "0", "105", "100"), "1.05"), QStringLiteral("none")); // a price of 0
        QCOMPARE(barPrice(exposure("5", "0", "200", "100"), "1.05"), QStringLiteral("none")); // a price below 0
        QCOMPARE(barPrice(exposure("0.000000000000000001", "0", "0", "1"), "1"), QStringLiteral("none")); // 10^18
        QCOMPARE(barPrice(exposure("0.000000000000000001", "0", "0", "0.999999999999999999"), "1"),
                 QStringLiteral("below 999999999999999999"));
        const Decimal least = Decimal::fromMantissa(1);
        const PriceExposure smallest {least, least, 0, 1}; // the denominator is 1 at scale 36
        QCOMPARE(barPrice(smallest, "0.999999999999999999"), QStringLiteral("below 0.999999999999999999"));
    }

    void the_bounds_are_the_first_of_the_smallest_and_of_the_largest_levels()
    {
        const Decimal one = Decimal::fromInteger(1);
        LevelBounds bounds;
        QVERIFY(!bounds.worst() && !bounds.best());
        bounds.addPriced(level(QStringLiteral("200"), QStringLiteral("100")));
        bounds.addUnpriced(d("4"), d("2")); // the same level again
        QVERIFY(bounds.worst()->debt() == Wide::product(d("100"), one));
        QVERIFY(bounds.best()->debt() == Wide::product(d("100"), one));
        bounds.addUnpriced(one, one);
        bounds.addUnpriced(d("9"), d("3"));
        QVERIFY(bounds.worst()->debt() == Wide::product(one, one));
        QVERIFY(bounds.best()->debt() == Wide::product(d("3"), one));
        bounds.addUnpriced(d("0"), d("0")); // nothing of an asset says nothing
        QVERIFY(bounds.best().has_value());
        bounds.addUnpriced(one, d("0"));
        QVERIFY(!bounds.best());
        QVERIFY(bounds.worst()->debt() == Wide::product(one, one));
    }

    void what_is_only_held_has_no_bounds()
    {
        LevelBounds bounds;
        bounds.addUnpriced(d("1"), d("0"));
        QVERIFY(!bounds.worst() && !bounds.best());
    }
};

PLIMSOLL_TEST(RescueTest)
#include "tst_rescue.moc"
