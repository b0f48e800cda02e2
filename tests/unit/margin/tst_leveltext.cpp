// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/leveltext.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

#include <array>

using namespace plimsoll;
using namespace plimsoll::margin;
using namespace plimsoll::test;

class LevelTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // Source: interface contract "Numbers and time"; the screen rule U6 of the peers' study.
    void two_decimals_unless_they_would_mislead_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *level, const char *text) {
            QTest::newRow(level) << QString::fromLatin1(level) << QString::fromLatin1(text);
        };
        row("1.4375", "1.44");
        row("1.375", "1.38");
        row("1.0625", "1.06");
        row("1.25", "1.25"); // on the bar
        row("1.1", "1.10");
        row("1.05", "1.05");
        row("2", "2.00");
        row("0.75", "0.75");
        row("1.099", "1.099"); // 1.10 would be the bar it is below
        row("1.0999", "1.0999");
        row("1.1004", "1.1004"); // 1.10 would be the bar it is above
        row("1.10000001", "1.10000001");
        row("1.0499", "1.0499");
        row("1.254999", "1.255");
        row("1.2549", "1.255"); // 1.25 would be the bar, three digits suffice
        row("1.106", "1.11");
        row("1234567.891", "1234567.89");
    }

    void two_decimals_unless_they_would_mislead()
    {
        QFETCH(QString, level);
        QTEST(shown(levelText(Level::fromRatio(d(level.toStdString())), referenceBars())), "text");
    }

    void a_difference_beyond_18_digits_is_told_towards_danger()
    {
        const Decimal one = d("1");
        const Wide debt = Wide::product(d("100000000000000000"), one);
        const auto level = [&](const char *assets) { return Level(Wide::product(d(assets), one), debt); };
        QCOMPARE(shown(levelText(level("109999999999999999.999999999999999999"), referenceBars())),
                 QStringLiteral("1.099999999999999999"));
        QCOMPARE(shown(levelText(level("110000000000000000.000000000000000001"), referenceBars())),
                 QStringLiteral("1.10")); // cannot be told apart; the safe side
    }

    void the_text_never_stands_on_or_across_a_bar_that_the_level_is_not_on()
    {
        Chance chance;
        const std::array marks {d("1.25"), d("1.10"), d("1.05"), d("1.111"), d("1.0834"), d("0.5")};
        for (int i = 0; i < 100'000; ++i) {
            std::array<Decimal, 3> chosen {};
            for (Decimal &bar : chosen) {
                bar = marks[static_cast<std::size_t>(chance.between(0, 5))];
            }
            const Decimal near = chosen[static_cast<std::size_t>(chance.between(0, 2))];
            Int128 offset = 1;
            for (std::int64_t digits = chance.between(0, 17); digits > 0; --digits) {
                offset *= 10;
            }
            offset *= chance.between(-9, 9);
            const Decimal level = Decimal::fromMantissa(near.mantissa() + offset);
            if (level.isNegative()) {
                continue;
            }
            const Decimal debt = chance.usual(4);
            const Thresholds thresholds {chosen[0], chosen[1], chosen[2]};
            const std::string text = levelText({Wide::product(level, debt), Wide::product(debt, d("1"))}, thresholds);
            const Decimal told = d(text);
            for (const Decimal bar : chosen) {
                // on a bar the text may also stand below it, where the status is
                const bool honest = level == bar ? told <= bar : (level < bar) == (told < bar) && told != bar;
                QVERIFY2(honest, (level.toString() + " shown as " + text + " at bar " + bar.toString()).c_str());
            }
        }
    }

    void the_printed_level_has_eight_digits_rounded_down()
    {
        const auto level = [](const char *assets, const char *debt) {
            return Level(Wide::product(d(assets), d("1")), Wide::product(d(debt), d("1")));
        };
        QCOMPARE(shown(level("2", "3").printed()), QStringLiteral("0.66666666"));
        QCOMPARE(shown(level("17", "16").printed()), QStringLiteral("1.0625"));
        QCOMPARE(shown(level("999999999999999999", "0.000000000000000001").printed()),
                 QStringLiteral("999999999999999999.99999999")); // saturates
    }

    // 1.1000000000000000016: only 18 digits tell it from the bar, and they are rounded half up like fewer.
    void the_18th_digit_is_rounded_like_the_others()
    {
        const Level level(Wide::product(d("1.1000000000000000"), d("10")), Wide::product(d("10"), d("1")));
        Wide assets = level.assets();
        assets += Wide::product(d("0.000000000000000016"), d("1"));
        QCOMPARE(shown(levelText(Level(assets, level.debt()), referenceBars())),
                 QStringLiteral("1.100000000000000002"));
    }

    void what_cannot_be_printed_is_the_largest_number()
    {
        const Level level(Wide::product(d("999999999999999999"), d("1")), Wide::product(d("0.1"), d("1")));
        QCOMPARE(shown(roundedLevel(level, 18, Rounding::Down)),
                 QStringLiteral("999999999999999999.999999999999999999"));
        QCOMPARE(shown(roundedLevel(level, 0, Rounding::Down)), QStringLiteral("999999999999999999"));
    }

    void digits_are_filled_up_never_cut()
    {
        QCOMPARE(shown(withDigits(d("1.1"), 2)), QStringLiteral("1.10"));
        QCOMPARE(shown(withDigits(d("1"), 2)), QStringLiteral("1.00"));
        QCOMPARE(shown(withDigits(d("1.0999"), 2)), QStringLiteral("1.0999"));
    }
};

PLIMSOLL_TEST(LevelTextTest)
#include "tst_leveltext.moc"
