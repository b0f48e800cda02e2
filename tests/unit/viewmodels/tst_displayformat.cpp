// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/common/displayformat.h"
#include "wording/personlocale.h"

#include <QtCore/QDateTime>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <ctime>
#include <random>

using namespace plimsoll;
using margin::Decimal;
using margin::Rounding;
using plimsoll::testlib::dec;
using viewmodels::DisplayFormat;

namespace {

const QLocale kC = QLocale::c();
const QLocale kGerman(QLocale::German, QLocale::Germany);
const QLocale kFrench(QLocale::French, QLocale::France);
const QLocale kSwiss(QLocale::German, QLocale::Switzerland);
const QLocale kIndian(QLocale::English, QLocale::India);
const QLocale kArabic(QLocale::Arabic, QLocale::Egypt);

QList<QLocale> everyLocale()
{
    return QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
}

Decimal anyAmount(std::mt19937_64 &random)
{
    const auto digits = [&random](std::uint64_t count) {
        QByteArray text;
        for (std::uint64_t i = 0; i < count; ++i) {
            text += static_cast<char>('0' + random() % 10);
        }
        return text;
    };
    const QByteArray whole = random() % 3 == 0 ? QByteArray("0") : digits(1 + random() % 12);
    const Decimal value = dec(whole + '.' + QByteArray(static_cast<qsizetype>(random() % 9), '0') + digits(random() % 9)
                              + '1');
    return random() % 4 == 0 ? -value : value;
}

QString anyTyping(std::mt19937_64 &random)
{
    static const QString kMarks = QStringLiteral("..,, '");
    QString text;
    for (std::uint64_t run = 0, runs = 1 + random() % 4; run < runs; ++run) {
        const std::uint64_t length = random() % 3 == 0 ? 1 + random() % 4 : 3;
        for (std::uint64_t i = 0; i < length; ++i) {
            text += QChar(static_cast<char16_t>(u'0' + (random() % 3 == 0 ? 0 : random() % 10)));
        }
        text += run + 1 < runs ? QString(kMarks.at(static_cast<qsizetype>(random() % 6))) : QString();
    }
    return text;
}

/// By a grammar of its own: what these two marks make of a text, in plain notation; empty where they make nothing of
/// it.
QString readStrictly(const QString &text, char16_t decimal, char16_t group)
{
    const QString d = QRegularExpression::escape(QString(decimal));
    const QString g = QRegularExpression::escape(QString(group));
    const QRegularExpression form(QStringLiteral("^(?:[0-9]+|[1-9][0-9]{0,2}(?:%1[0-9]{3})+)(?:%2[0-9]+)?$").arg(g, d));
    if (!form.match(text).hasMatch()) {
        return {};
    }
    QString plain = text;
    plain.remove(QChar(group));
    return plain.replace(QChar(decimal), u'.');
}

Decimal shownValue(QString shown)
{
    return Decimal::parseSigned(shown.remove(u',').replace(u'\u2212', u'-').toStdString()).value();
}

} // namespace

class TestDisplayFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void money_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("down");
        QTest::addColumn<QString>("up");
        const auto row = [](const char *name, const char *value, const char *unit, const char *down, const char *up) {
            QTest::newRow(name) << QString::fromUtf8(value) << QString::fromUtf8(unit) << QString::fromUtf8(down)
                                << QString::fromUtf8(up);
        };
        row("plain", "1150", "USDT", "1,150.00", "1,150.00");
        row("cents, each side", "29.2300000001", "USDT", "29.23", "29.24");
        row("negative, each side", "-150.005", "USDT", "\u2212150.01", "\u2212150.00");
        row("millions", "1234567.891", "EUR", "1,234,567.89", "1,234,567.90");
        row("zero", "0", "USDT", "0.00", "0.00");
        row("half a dollar", "0.5", "USDT", "0.50", "0.50");
        row("less than a dime keeps its digits", "0.0123456", "USDT", "0.01234", "0.01235");
        row("an amount is never zero", "0.0000123", "USDT", "0.0000123", "0.0000123");
        row("the smallest", "0.000000000000000001", "USDT", "0.000000000000000001", "0.000000000000000001");
        row("coins keep four digits that count", "0.0352", "BTC", "0.03520", "0.03520");
        row("coins, each side", "0.42123456", "BTC", "0.4212", "0.4213");
        row("coins never with three decimals behind a unit", "2.34567", "BTC", "2.3456", "2.3457");
        row("many coins", "1234.5678", "ETH", "1,234.56", "1,234.57");
        row("no coins", "0", "BTC", "0.00", "0.00");
        row("a coin nobody listed", "0.0301", "币安人生", "0.03010", "0.03010");
        row("no more zeros than 8 decimals have", "0.00000001", "BTC", "0.00000001", "0.00000001");
    }

    void money()
    {
        QFETCH(QString, value);
        QFETCH(QString, unit);
        const DisplayFormat format(kC);
        QTEST(format.money(dec(value.toLatin1()), unit.toStdString(), Rounding::Down), "down");
        QTEST(format.money(dec(value.toLatin1()), unit.toStdString(), Rounding::Up), "up");
    }

    void momentsOfAnotherDayHaveADate_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QString>("shown");
        const QString summer = QStringLiteral("2026-07-01T21:59:50Z");
        QTest::newRow("today") << QByteArray("UTC") << summer << QStringLiteral("2026-07-01T00:00:00Z")
                               << QStringLiteral("00:00:00");
        QTest::newRow("before midnight here") << QByteArray("Europe/Berlin") << summer
                                              << QStringLiteral("2026-07-01T21:59:59Z") << QStringLiteral("23:59:59");
        QTest::newRow("after midnight here, today in UTC")
            << QByteArray("Europe/Berlin") << summer << QStringLiteral("2026-07-01T22:00:00Z")
            << QStringLiteral("02.07.26 00:00:00");
        QTest::newRow("yesterday in UTC, today here")
            << QByteArray("Asia/Kathmandu") << summer << QStringLiteral("2026-07-01T18:15:00Z")
            << QStringLiteral("00:00:00");
        QTest::newRow("yesterday here") << QByteArray("Asia/Kathmandu") << summer
                                        << QStringLiteral("2026-07-01T18:14:59Z")
                                        << QStringLiteral("01.07.26 23:59:59");
        QTest::newRow("a year ago") << QByteArray("UTC") << summer << QStringLiteral("2025-07-01T21:59:50Z")
                                    << QStringLiteral("01.07.25 21:59:50");
        QTest::newRow("a day of 25 hours") << QByteArray("Europe/Berlin") << QStringLiteral("2026-10-24T22:00:00Z")
                                           << QStringLiteral("2026-10-25T22:59:59Z") << QStringLiteral("23:59:59");
        QTest::newRow("after a day of 25 hours")
            << QByteArray("Europe/Berlin") << QStringLiteral("2026-10-24T22:00:00Z")
            << QStringLiteral("2026-10-25T23:00:00Z") << QStringLiteral("26.10.26 00:00:00");
        QTest::newRow("after a day of 23 hours")
            << QByteArray("America/New_York") << QStringLiteral("2026-03-08T05:00:00Z")
            << QStringLiteral("2026-03-09T04:00:00Z") << QStringLiteral("09.03.26 00:00:00");
    }

    void momentsOfAnotherDayHaveADate()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, now);
        QFETCH(QString, moment);
        QFETCH(QString, shown);
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", zone);
        tzset();
        const auto at = [](const QString &text) {
            return WallTime::ofMs(QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch());
        };
        const QString text = DisplayFormat(kGerman).moment(at(moment), at(now));
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
        tzset();
        QCOMPARE(text, shown);
    }

    void kinds()
    {
        const DisplayFormat format(kC);
        QCOMPARE(format.money(std::nullopt, "USDT", Rounding::Down), QStringLiteral("–"));
        QCOMPARE(format.signedMoney(dec("150"), "USDT"), QStringLiteral("+150.00"));
        QCOMPARE(format.signedMoney(dec("-150"), "USDT"), QStringLiteral("\u2212150.00"));
        QCOMPARE(format.signedMoney(dec("0"), "USDT"), QStringLiteral("0.00"));
        QCOMPARE(format.quantity(dec("5"), Rounding::Down), QStringLiteral("5"));
        QCOMPARE(format.quantity(dec("1600"), Rounding::Down), QStringLiteral("1,600"));
        QCOMPARE(format.quantity(dec("0.123456789"), Rounding::Down), QStringLiteral("0.12345678"));
        QCOMPARE(format.quantity(dec("0.123456789"), Rounding::Up), QStringLiteral("0.12345679"));
        QCOMPARE(format.quantity(dec("99000000.12345678"), Rounding::Down), QStringLiteral("99,000,000.12"));
        QCOMPARE(format.quantity(dec("0"), Rounding::Up), QStringLiteral("0"));
        QCOMPARE(format.quantity(dec("0.000000001"), Rounding::Down), QStringLiteral("0.000000001"));
        QCOMPARE(format.price(dec("170"), Rounding::Down), QStringLiteral("170.00"));
        QCOMPARE(format.price(dec("61012.441234567890123456"), Rounding::Up), QStringLiteral("61,012.45"));
        QCOMPARE(format.price(dec("0.185185185185185185"), Rounding::Down), QStringLiteral("0.18518"));
        QCOMPARE(format.price(dec("12.3451"), Rounding::Down), QStringLiteral("12.3451"));
        QCOMPARE(format.price(dec("0.000012345678"), Rounding::Down), QStringLiteral("0.000012345"));
        QCOMPARE(format.price(dec("65432.12"), Rounding::Down), QStringLiteral("65,432.12"));
        QCOMPARE(format.percent(dec("0.12")), QStringLiteral("12.0 %"));
        QCOMPARE(format.percent(dec("0.011764")), QStringLiteral("1.17 %"));
        QCOMPARE(format.percent(dec("0.05")), QStringLiteral("5.0 %"));
        QCOMPARE(format.percent(dec("0.234782")), QStringLiteral("23.4 %"));
        QCOMPARE(format.percent(dec("-0.035294")), QStringLiteral("\u22123.53 %"));
        QCOMPARE(format.percent(dec("0.000001")), QStringLiteral("0.0001 %"));
        QCOMPARE(format.exact(dec("-5.5")), QStringLiteral("-5.5"));
        QCOMPARE(format.full(dec("1234.5"), 2), QStringLiteral("1,234.50"));
        QCOMPARE(format.level(QStringLiteral("1.0999")), QStringLiteral("1.0999"));
        QCOMPARE(format.level(QString()), QStringLiteral("–"));
        QCOMPARE(format.level(QStringLiteral("999.00")), QStringLiteral("999.00"));
        QCOMPARE(format.level(QStringLiteral("999.01")), QStringLiteral("> 999"));
        QCOMPARE(format.level(QStringLiteral("218480000000.00")), QStringLiteral("> 999"));
    }

    // What a person has is never shown higher, what they owe or must pay never lower, and four digits count; whatever
    // the size.
    void roundingIsAgainstThePerson()
    {
        std::mt19937_64 random(20260728);
        const DisplayFormat format(kC);
        for (int i = 0; i < 20'000; ++i) {
            const Decimal value = anyAmount(random);
            for (const std::string unit : {"USDT", "BTC", "SHIB"}) {
                const Decimal down = shownValue(format.money(value, unit, Rounding::Down));
                const Decimal up = shownValue(format.money(value, unit, Rounding::Up));
                QVERIFY2(down <= value && value <= up, value.toString().c_str());
                QVERIFY2(!down.isZero() && !(-up).isZero(), value.toString().c_str());
                const auto step = up.minus(down)->times(Decimal::fromInteger(unit == "USDT" ? 9 : 999), Rounding::Down);
                QVERIFY2(step && *step <= (value.isNegative() ? -value : value), value.toString().c_str());
            }
            QVERIFY(shownValue(format.price(value, Rounding::Down)) <= value);
            QVERIFY(shownValue(format.price(value, Rounding::Up)) >= value);
            QVERIFY(shownValue(format.quantity(value, Rounding::Down)) <= value);
            QVERIFY(shownValue(format.quantity(value, Rounding::Up)) >= value);
            QCOMPARE(shownValue(format.money(DisplayFormat::payable(value, "BTC"), "BTC", Rounding::Down)),
                     DisplayFormat::payable(value, "BTC"));
        }
    }

    void ages()
    {
        const DisplayFormat format(kC);
        QCOMPARE(format.age(-5), QStringLiteral("0 s"));
        QCOMPARE(format.age(2999), QStringLiteral("2 s"));
        QCOMPARE(format.age(180'000), QStringLiteral("3 min"));
        QCOMPARE(format.age(3'900'000), QStringLiteral("1 h 5 min"));
        QCOMPARE(format.age(2 * 86'400'000), QStringLiteral("2 d"));
    }

    void localeWords()
    {
        QCOMPARE(DisplayFormat(kGerman).money(dec("1150.5"), "USDT", Rounding::Down), QStringLiteral("1.150,50"));
        QCOMPARE(DisplayFormat(kGerman).level(QStringLiteral("1.06")), QStringLiteral("1,06"));
        QCOMPARE(DisplayFormat(kArabic).money(dec("1150.5"), "USDT", Rounding::Down), QStringLiteral("١٬١٥٠٫٥٠"));
        QCOMPARE(DisplayFormat(kGerman).exact(dec("1150.5")), QStringLiteral("1150.5"));
    }

    void parse_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value"); // "" = refused
        const auto row = [](const char *name, const QLocale &locale, const QString &typed, const QString &value) {
            QTest::newRow(name) << locale << typed << value;
        };
        row("C plain", kC, QStringLiteral("1000.5"), QStringLiteral("1000.5"));
        row("C grouped", kC, QStringLiteral("1,234,567.891"), QStringLiteral("1234567.891"));
        row("C blanks around", kC, QStringLiteral("  150 "), QStringLiteral("150"));
        row("C blank groups", kC, QStringLiteral("1 234.5"), QStringLiteral("1234.5"));
        row("C no-break groups", kC, QStringLiteral("1\u00a0234\u00a0567"), QStringLiteral("1234567"));
        row("C narrow no-break", kC, QStringLiteral("1\u202f234"), QStringLiteral("1234"));
        row("C leading point", kC, QStringLiteral(".5"), QStringLiteral("0.5"));
        row("C trailing point", kC, QStringLiteral("5."), QStringLiteral("5"));
        row("C leading zeros", kC, QStringLiteral("000150"), QStringLiteral("150"));
        row("C zero", kC, QStringLiteral("0"), QStringLiteral("0"));
        row("C smallest", kC, QStringLiteral("0.000000000000000001"), QStringLiteral("0.000000000000000001"));
        row("C German decimal is ambiguous", kC, QStringLiteral("1,5"), {});
        row("C misplaced group", kC, QStringLiteral("12,34.5"), {});
        row("C two points", kC, QStringLiteral("1.2.3"), {});
        row("C mixed separators", kC, QStringLiteral("1,234 567"), {});
        row("C exponent", kC, QStringLiteral("1e5"), {});
        row("C minus", kC, QStringLiteral("-5"), {});
        row("C typographic minus", kC, QStringLiteral("\u22125"), {});
        row("C plus", kC, QStringLiteral("+5"), {});
        row("C empty", kC, QString(), {});
        row("C blank", kC, QStringLiteral("   "), {});
        row("C only point", kC, QStringLiteral("."), {});
        row("C nan", kC, QStringLiteral("NaN"), {});
        row("C hex", kC, QStringLiteral("0x10"), {});
        row("C too many digits", kC, QStringLiteral("1234567890123456789"), {});
        row("C too fine", kC, QStringLiteral("0.0000000000000000001"), {});
        row("C markup", kC, QStringLiteral("<img src=x>"), {});
        row("C other digits", kC, QStringLiteral("१५०"), {});
        row("de plain", kGerman, QStringLiteral("1000,5"), QStringLiteral("1000.5"));
        row("de grouped", kGerman, QStringLiteral("1.234,5"), QStringLiteral("1234.5"));
        row("de thousand or one", kGerman, QStringLiteral("1.000"), {});
        row("de a thousandth or one", kGerman, QStringLiteral("0.001"), {});
        row("de own decimals or a thousand", kGerman, QStringLiteral("1,234"), {});
        row("de own decimals", kGerman, QStringLiteral("0,123"), QStringLiteral("0.123"));
        row("de two groups", kGerman, QStringLiteral("1.234.567"), QStringLiteral("1234567"));
        row("C a group of zero", kC, QStringLiteral("0,123"), {});
        row("C thousand or one", kC, QStringLiteral("1,000"), {});
        row("C own decimals or a thousand", kC, QStringLiteral("1.234"), {});
        row("C three decimals behind nothing", kC, QStringLiteral("0.125"), QStringLiteral("0.125"));
        row("C three decimals behind four digits", kC, QStringLiteral("1234.567"), QStringLiteral("1234.567"));
        row("C group behind four digits", kC, QStringLiteral("1234,567.00"), {});
        row("C group behind a zero", kC, QStringLiteral("01,234.00"), {});
        row("C digits of two scripts", kArabic, QStringLiteral("1٢"), {});
        row("C apostrophes", kC, QStringLiteral("1’234.50"), QStringLiteral("1234.5"));
        row("in lakh", kIndian, QStringLiteral("1,23,456.50"), QStringLiteral("123456.5"));
        row("in lakh in own digits", QLocale(QLocale::Marathi, QLocale::India), QStringLiteral("१,२३,४५६.५०"),
            QStringLiteral("123456.5"));
        row("ch apostrophes", kSwiss, QStringLiteral("1’234’567.25"), QStringLiteral("1234567.25"));
        row("de English decimal refused", kGerman, QStringLiteral("1000.5"), {});
        row("de English short refused", kGerman, QStringLiteral("1.5"), {});
        row("fr plain", kFrench, QStringLiteral("1000,5"), QStringLiteral("1000.5"));
        row("fr grouped", kFrench, QStringLiteral("1\u202f234,5"), QStringLiteral("1234.5"));
        row("fr point can only be decimal", kFrench, QStringLiteral("1000.5"), QStringLiteral("1000.5"));
        row("fr point before three digits", kFrench, QStringLiteral("1.500"), {});
        row("ar own digits", kArabic, QStringLiteral("١٬١٥٠٫٥٠"), QStringLiteral("1150.5"));
        row("ar ASCII digits", kArabic, QStringLiteral("150"), QStringLiteral("150"));
        row("ar with direction marks", kArabic, QStringLiteral("\u200f١٥٠\u200f"), QStringLiteral("150"));
    }

    void parse()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, typed);
        QFETCH(QString, value);
        const auto parsed = DisplayFormat(locale).parseAmount(typed);
        if (value.isEmpty()) {
            QVERIFY2(!parsed, parsed ? parsed->toString().c_str() : "");
            QCOMPARE(parsed.error().code, ErrorCode::NotANumber);
            QVERIFY(!parsed.error().detail.empty());
        } else {
            QVERIFY2(parsed, parsed ? "" : parsed.error().message().c_str());
            QCOMPARE(QString::fromStdString(parsed->toString()), value);
        }
    }

    void twoReadingsAreBothNamed()
    {
        const auto words = [](const QLocale &locale, const char *typed) {
            return QString::fromStdString(DisplayFormat(locale).parseAmount(QString::fromUtf8(typed)).error().detail);
        };
        QCOMPARE(words(kGerman, "0.001"),
                 QStringLiteral("“0.001” could mean 0,001 or 1: write it in one of these two ways"));
        QCOMPARE(words(kC, "0,123"),
                 QStringLiteral("“0,123” could mean 0.123 or 123: write it in one of these two ways"));
        QCOMPARE(words(kC, "1.234"),
                 QStringLiteral("“1.234” could mean 1.2340 or 1234: write it in one of these two ways"));
        QCOMPARE(words(kC, "1.234,5"),
                 QStringLiteral("“1.234,5” is not written like that here: if it means 1234.5, write 1234.5"));
    }

    void signs()
    {
        QCOMPARE(*DisplayFormat(kC).parseSigned(QStringLiteral("-5")), dec("-5"));
        QCOMPARE(*DisplayFormat(kGerman).parseSigned(QStringLiteral("\u2212 1.234,50")), dec("-1234.5"));
        QCOMPARE(*DisplayFormat(kArabic).parseSigned(QStringLiteral("\u061c-١٥٠")), dec("-150"));
        QCOMPARE(*DisplayFormat(kC).parseSigned(QStringLiteral("+5")), dec("5"));
    }

    // In every locale that Qt knows, what a field shows is read back as exactly what it is, and so is money as it is
    // shown.
    void whatAFieldShowsIsReadBack()
    {
        std::mt19937_64 random(7);
        for (const QLocale &locale : everyLocale()) {
            const DisplayFormat format(locale);
            for (int i = 0; i < 40; ++i) {
                const Decimal value = i == 0 ? Decimal()
                    : i == 1                 ? dec("1.234")
                    : i == 2                 ? dec("1000")
                                             : anyAmount(random);
                const auto back = format.parseSigned(format.editable(value));
                QVERIFY2(back && *back == value, qPrintable(locale.name() + u' ' + format.editable(value)));
                const auto money = format.parseSigned(format.money(value, "USDT", Rounding::Down));
                QVERIFY2(money && *money <= value,
                         qPrintable(locale.name() + u' ' + format.money(value, "USDT", Rounding::Down)));
            }
        }
    }

    // The figures speak the language of the words, as the computer writes them where it speaks that language too.
    void figuresFollowTheChosenLanguage()
    {
        const auto shown = [](const char *language, const QLocale &system) {
            return DisplayFormat(wording::localeFor(QString::fromLatin1(language), system))
                .money(dec("1234.5"), "USDT", Rounding::Down);
        };
        const QLocale swiss(QLocale::German, QLocale::Switzerland);
        QCOMPARE(shown("de", QLocale::c()), QStringLiteral("1.234,50"));
        QCOMPARE(shown("en", kGerman), QStringLiteral("1,234.50"));
        QCOMPARE(shown("", kGerman), QStringLiteral("1.234,50"));
        QCOMPARE(shown("de", swiss), DisplayFormat(swiss).money(dec("1234.5"), "USDT", Rounding::Down));
    }

    // No text is taken, in any locale, that somebody with other marks would read as another value.
    void nothingIsTakenThatOthersReadDifferently()
    {
        std::mt19937_64 random(11);
        const auto locales = everyLocale();
        for (int i = 0; i < 60'000; ++i) {
            const QString typed = anyTyping(random);
            const QLocale &locale = locales.at(
                static_cast<qsizetype>(random() % static_cast<std::uint64_t>(locales.size())));
            const auto taken = DisplayFormat(locale).parseAmount(typed);
            for (const auto &[decimal, group] :
                 {std::pair(u'.', u','), std::pair(u',', u'.'), std::pair(u',', u' '), std::pair(u'.', u'\'')}) {
                const QString other = readStrictly(typed, decimal, group);
                const bool same = !taken || other.isEmpty() || dec(other.toLatin1()) == *taken;
                QVERIFY2(same,
                         qPrintable(locale.name() + QStringLiteral(": ") + typed + QStringLiteral(" = ") + other));
            }
        }
    }
};

PLIMSOLL_TEST(TestDisplayFormat)
#include "tst_displayformat.moc"
