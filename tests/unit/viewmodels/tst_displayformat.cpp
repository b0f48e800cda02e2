// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "viewmodels/displayformat.h"

#include <QtTest/QTest>

using namespace plimsoll;
using plimsoll::testlib::dec;
using viewmodels::DisplayFormat;

namespace {

const QLocale kC = QLocale::c();
const QLocale kGerman(QLocale::German, QLocale::Germany);
const QLocale kFrench(QLocale::French, QLocale::France);
const QLocale kArabic(QLocale::Arabic, QLocale::Egypt);

} // namespace

class TestDisplayFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void money_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << "1150" << "1,150.00";
        QTest::newRow("half up") << "0.005" << "0.01";
        QTest::newRow("negative half away from zero") << "-150.005" << "\u2212150.01";
        QTest::newRow("millions") << "1234567.891" << "1,234,567.89";
        QTest::newRow("zero") << "0" << "0.00";
        QTest::newRow("a positive amount is never zero") << "0.0000123" << "0.000012";
        QTest::newRow("the smallest") << "0.000000000000000001" << "0.000000000000000001";
    }

    void money()
    {
        QFETCH(QString, value);
        QFETCH(QString, shown);
        QCOMPARE(DisplayFormat(kC).money(dec(value.toLatin1())), shown);
    }

    void kinds()
    {
        const DisplayFormat format(kC);
        QCOMPARE(format.money(std::nullopt), QStringLiteral("–"));
        QCOMPARE(format.moneyUp(dec("29.2300000001")), QStringLiteral("29.24"));
        QCOMPARE(format.moneyUp(dec("150")), QStringLiteral("150.00"));
        QCOMPARE(format.moneyUp(dec("0.0012345")), QStringLiteral("0.00124"));
        QCOMPARE(format.signedMoney(dec("150")), QStringLiteral("+150.00"));
        QCOMPARE(format.signedMoney(dec("-150")), QStringLiteral("\u2212150.00"));
        QCOMPARE(format.signedMoney(dec("0")), QStringLiteral("0.00"));
        QCOMPARE(format.quantity(dec("5")), QStringLiteral("5"));
        QCOMPARE(format.quantity(dec("1600")), QStringLiteral("1,600"));
        QCOMPARE(format.quantity(dec("0.123456789")), QStringLiteral("0.12345679"));
        QCOMPARE(format.quantity(dec("0")), QStringLiteral("0"));
        QCOMPARE(format.quantity(dec("0.000000001")), QStringLiteral("0.000000001"));
        QCOMPARE(format.price(dec("170")), QStringLiteral("170.00"));
        QCOMPARE(format.price(dec("0.000012345678")), QStringLiteral("0.00001235"));
        QCOMPARE(format.price(dec("0.00000000012345")), QStringLiteral("0.0000000001235"));
        QCOMPARE(format.price(dec("65432.12")), QStringLiteral("65,432.12"));
        QCOMPARE(format.percent(dec("0.12")), QStringLiteral("12.0 %"));
        QCOMPARE(format.percent(dec("0.011764")), QStringLiteral("1.18 %"));
        QCOMPARE(format.percent(dec("0.05")), QStringLiteral("5.0 %"));
        QCOMPARE(format.percent(dec("0.234782")), QStringLiteral("23.5 %"));
        QCOMPARE(format.percent(dec("-0.035294")), QStringLiteral("\u22123.53 %"));
        QCOMPARE(format.percent(dec("0.000001")), QStringLiteral("0.0001 %"));
        QCOMPARE(format.exact(dec("-5.5")), QStringLiteral("-5.5"));
        QCOMPARE(format.level(QStringLiteral("1.0999")), QStringLiteral("1.0999"));
        QCOMPARE(format.level(QString()), QStringLiteral("–"));
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
        QCOMPARE(DisplayFormat(kGerman).money(dec("1150.5")), QStringLiteral("1.150,50"));
        QCOMPARE(DisplayFormat(kGerman).level(QStringLiteral("1.06")), QStringLiteral("1,06"));
        QCOMPARE(DisplayFormat(kArabic).money(dec("1150.5")), QStringLiteral("١٬١٥٠٫٥٠"));
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
        row("de thousand", kGerman, QStringLiteral("1.000"), QStringLiteral("1000"));
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

    void whatAFieldShowsIsReadBack_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("C") << kC;
        QTest::newRow("de") << kGerman;
        QTest::newRow("fr") << kFrench;
        QTest::newRow("ar") << kArabic;
        QTest::newRow("ch") << QLocale(QLocale::German, QLocale::Switzerland);
        QTest::newRow("in") << QLocale(QLocale::Hindi, QLocale::India);
        QTest::newRow("fa") << QLocale(QLocale::Persian, QLocale::Iran);
    }

    void whatAFieldShowsIsReadBack()
    {
        QFETCH(QLocale, locale);
        const DisplayFormat format(locale);
        for (const char *text : {"0", "0.5", "150", "1234.5", "1234567.891", "0.000000000000000001", "999999999999999999"}) {
            const auto back = format.parseAmount(format.editable(dec(text)));
            QVERIFY2(back, text);
            QCOMPARE(*back, dec(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestDisplayFormat)
#include "tst_displayformat.moc"
