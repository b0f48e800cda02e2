// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysiskit.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::analysis;
using namespace plimsoll::test;
using namespace Qt::StringLiterals;

class TestChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsGoBothWays()
    {
        for (const char *word : {"top_up", "transfer_out", "borrow", "repay", "buy", "sell"}) {
            QCOMPARE(shown(std::string(hypotheticalKindWord(hypotheticalKindFromWord(word).value()))),
                     QString(QLatin1String(word)));
        }
        QVERIFY(!hypotheticalKindFromWord("interest"));
        QVERIFY(!hypotheticalKindFromWord(""));
    }

    void barsAreThreeRatiosInOrder_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        for (const auto &[text, fits] :
             std::initializer_list<std::pair<const char *, bool>> {{"1.25/1.10/1.05", true},
                                                                   {"1.1/1.1/1.05", true},
                                                                   {"0.9/0.5/0.1", true},
                                                                   {"1.25/1.10", false},
                                                                   {"1.25/1.10/1.05/1", false},
                                                                   {"", false},
                                                                   {"//", false},
                                                                   {"1.05/1.10/1.25", false},
                                                                   {"1.25/1.05/1.05", false},
                                                                   {"1.25/1.1/0", false},
                                                                   {"a/1.10/1.05", false},
                                                                   {"1.25/-1/1.05", false}}) {
            QTest::newRow(*text == 0 ? "empty" : text) << QString(QLatin1String(text)) << fits;
        }
    }

    void barsAreThreeRatiosInOrder()
    {
        QFETCH(QString, text);
        QFETCH(bool, fits);
        const auto parsed = parseBars(text.toStdString());
        QCOMPARE(parsed.hasValue(), fits);
        if (text == QLatin1String("1.25/1.10/1.05")) {
            QVERIFY(*parsed == referenceBars());
        }
    }

    void shocksLeaveAPrice()
    {
        QVERIFY(validatedShock(d("-99.99999999")));
        QVERIFY(validatedShock(d("1000000")));
        QVERIFY(validatedShock(d("0")));
        QVERIFY(!validatedShock(d("-100")));
        QVERIFY(!validatedShock(d("-100.5")));
        QVERIFY(!validatedShock(d("1000000.1")));
        QVERIFY(!validatedShock(d("1.000000001")));
    }

    void mergingPutsTheSecondOnTop()
    {
        Changes base;
        base.name = "base";
        base.prices = {{"ETHUSDT", d("180")}, {"BCHUSDT", d("100")}};
        base.bookings = {{"a", HypotheticalKind::TopUp, "USDT", d("1")}};
        Changes more;
        more.prices = {{"ETHUSDT", d("190")}};
        more.shocks = {{"all", d("-10")}};
        more.bookings = {{"b", HypotheticalKind::Sell, "ETH", d("2")}};
        const Changes both = merged(base, more);
        QCOMPARE(shown(both.name), u"base"_s);
        QCOMPARE(shown(both.prices.at("ETHUSDT")), u"190"_s);
        QCOMPARE(shown(both.prices.at("BCHUSDT")), u"100"_s);
        QCOMPARE(both.shocks.size(), 1U);
        QCOMPARE(shown(both.bookings.front().account), u"a"_s);
        QCOMPARE(shown(both.bookings.back().account), u"b"_s);
        more.name = "more";
        QCOMPARE(shown(merged(base, more).name), u"more"_s);
    }
};

PLIMSOLL_TEST(TestChanges)
#include "tst_changes.moc"
