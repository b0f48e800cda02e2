// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/ownestimates.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::monitor;

namespace {

margin::Decimal dec(const char *text)
{
    return margin::Decimal::parseSigned(text).value();
}

} // namespace

/// What a person says of betas and correlations, as the database keeps it.
class TestOwnEstimates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void betasComeBackAsTheyWere()
    {
        const OwnBetas betas {{"ETH", dec("1.5")}, {"a \"b\"=,\xc3\xa4", dec("-0.00000001")}};
        QVERIFY(ownBetas(settingOf(betas)) == betas);
        QCOMPARE(settingOf(OwnBetas {{"ETH", dec("1.50")}}), QStringLiteral(R"({"ETH":"1.5"})"));
        QVERIFY(settingOf(OwnBetas {}).isEmpty());
    }

    void correlationsComeBackAsTheyWere()
    {
        const OwnCorrelations all {
            {{"BCH", "ETH"}, dec("0.8")}, {{"BCH", "SOL"}, dec("-1")}, {{"ETH", "SOL"}, dec("0")}};
        QVERIFY(ownCorrelations(settingOf(all)) == all);
        QCOMPARE(settingOf(OwnCorrelations {{{"BCH", "ETH"}, dec("0.8")}}), QStringLiteral(R"({"BCH":{"ETH":"0.8"}})"));
        QVERIFY(settingOf(OwnCorrelations {}).isEmpty());
    }

    // A database may have been edited by hand.
    void whatMakesNoSenseIsLeftOut_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no JSON") << QStringLiteral("ETH=1");
        QTest::newRow("a list") << QStringLiteral(R"(["ETH"])");
        QTest::newRow("a number") << QStringLiteral(R"({"ETH":1.5})");
        QTest::newRow("words") << QStringLiteral(R"({"ETH":"much"})");
        QTest::newRow("beyond 1, with itself, from the other side")
            << QStringLiteral(R"({"BCH":{"ETH":"1.01","BCH":"0.5","ADA":"0.5"}})");
    }

    void whatMakesNoSenseIsLeftOut()
    {
        QFETCH(QString, setting);
        QVERIFY(ownBetas(setting).empty());
        QVERIFY(ownCorrelations(setting).empty());
    }
};

PLIMSOLL_TEST(TestOwnEstimates)
#include "tst_ownestimates.moc"
