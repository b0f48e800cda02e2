// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/accounts/whyviewmodel.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::WhyViewModel;

class TestWhyViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_world.stores.portfolio = referencePortfolio();
        m_world.setPrice("ETHUSDT", "230");
        m_world.setPrice("BCHUSDT", "170");
        m_world.evaluate();
    }

    void figures_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<WhyViewModel::Figure>("figure");
        QTest::addColumn<QString>("line");
        const auto row = [](const char *name, const char *account, WhyViewModel::Figure figure, const QString &line) {
            QTest::newRow(name) << QString::fromLatin1(account) << figure << line;
        };
        row("level", "b-bchusdt", WhyViewModel::Level,
            QStringLiteral("level = 850.00 / 800.00 = 1.0625, shown as 1.06"));
        row("assets", "b-bchusdt", WhyViewModel::Level, QStringLiteral("assets = 5 BCH × 170.00 = 850.00 USDT"));
        row("call", "b-bchusdt", WhyViewModel::CallPrice,
            QStringLiteral("BCH: (1.10 × 800.00 − 0.00) / (5 − 1.10 × 0) = 176.00"));
        row("liquidation", "b-bchusdt", WhyViewModel::LiquidationPrice,
            QStringLiteral("BCH: (1.05 × 800.00 − 0.00) / (5 − 1.05 × 0) = 168.00"));
        row("cross call", "a-cross", WhyViewModel::CallPrice,
            QStringLiteral("ETH: (1.10 × 1,600.00 − 850.00) / (5 − 1.10 × 0) = 182.00"));
        row("deposit", "b-bchusdt", WhyViewModel::Rescue,
            QStringLiteral("deposit = T × debt − assets = 1.25 × 800.00 − 850.00 = 150.00"));
        row("equity", "b-bchusdt", WhyViewModel::Equity,
            QStringLiteral("equity = assets − debt = 850.00 − 800.00 = 50.00"));
        row("profit", "b-bchusdt", WhyViewModel::Equity,
            QStringLiteral("profit = equity − own money put in = 50.00 − 200.00 = \u2212150.00"));
    }

    void figures()
    {
        QFETCH(QString, account);
        QFETCH(WhyViewModel::Figure, figure);
        QFETCH(QString, line);
        WhyViewModel why(m_world.stores, m_world.relay, m_world.clock, m_format);
        why.open(account, figure);
        QVERIFY(why.isOpen());
        QVERIFY2(why.formula().contains(line), qPrintable(why.formula().join(u'\n')));
        QVERIFY(!why.rounding().isEmpty());
    }

    void namesPricesAndBarsWithTheirOrigin()
    {
        WhyViewModel why(m_world.stores, m_world.relay, m_world.clock, m_format);
        why.open(QStringLiteral("b-bchusdt"), WhyViewModel::Level);
        QCOMPARE(why.prices().first(), QStringLiteral("BCH: 170.00 from BCHUSDT (test), 0 s old"));
        QVERIFY(why.bars().at(1).contains(QStringLiteral("2020-06-04")));
        QVERIFY(why.bars().at(2).contains(QStringLiteral("Binance FAQ")));
        QVERIFY(why.copyText().contains(why.formula().last()));
        QVERIFY(why.copyText().contains(why.prices().first()));
        why.close();
        QVERIFY(!why.isOpen());
    }

    void anUnknownLevelExplainsItself()
    {
        FakeMonitor world;
        world.stores.portfolio = referencePortfolio();
        world.setPrice("ETHUSDT", "230");
        world.evaluate();
        WhyViewModel why(world.stores, world.relay, world.clock, m_format);
        why.open(QStringLiteral("a-cross"), WhyViewModel::Level);
        QVERIFY(why.formula().last().contains(QStringLiteral("at 0.71 or above")));
        QVERIFY(why.prices().join(u'\n').contains(QStringLiteral("BCHUSDT is missing")));
    }

    // What is known of an unknown account is told, what is not is a question mark; never a dash, which reads as a
    // minus.
    void anUnknownAccountStillSaysWhatItOwes()
    {
        FakeMonitor world;
        world.stores.portfolio = referencePortfolio();
        world.setPrice("ETHUSDT", "230");
        world.evaluate();
        WhyViewModel why(world.stores, world.relay, world.clock, m_format);
        for (const auto figure : {WhyViewModel::Level, WhyViewModel::Rescue, WhyViewModel::Equity}) {
            why.open(QStringLiteral("b-bchusdt"), figure);
            const QString told = why.formula().join(u'\n');
            QVERIFY2(told.contains(QStringLiteral("assets = 5 BCH × ? = ? USDT")), qPrintable(told));
            QVERIFY2(told.contains(QStringLiteral("800 USDT × 1.00 = 800.00 USDT")), qPrintable(told));
            QVERIFY2(told.contains(QStringLiteral("BCHUSDT missing")), qPrintable(told));
            QVERIFY2(!told.contains(u'–') && !told.contains(QStringLiteral("not possible")), qPrintable(told));
        }
    }

private:
    FakeMonitor m_world;
    DisplayFormat m_format {QLocale::c()};
};

PLIMSOLL_TEST(TestWhyViewModel)
#include "tst_whyviewmodel.moc"
