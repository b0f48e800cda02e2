// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/accounts/pricetableviewmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::PriceTableViewModel;

class TestPriceTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEachRateOnceWithItsState()
    {
        FakeMonitor world;
        FakeAlarmCommands alarms;
        const DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
        world.stores.portfolio = referencePortfolio();
        world.setPrice("ETHUSDT", "230");
        world.evaluate();
        PriceTableViewModel page({world, alarms, world.stores, world.relay, world.clock, format});
        const QAbstractItemModelTester tester(page.rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto cell = [&page](int row, const char *role) {
            return page.rows()->data(page.rows()->index(row), page.rows()->role(role));
        };
        QCOMPARE(page.rows()->rowCount(), 2); // ETH and BCH, although four accounts' rows need them
        QCOMPARE(cell(0, "asset").toString(), QStringLiteral("BCH"));
        QCOMPARE(cell(0, "stateText").toString(), QStringLiteral("missing"));
        QCOMPARE(cell(0, "price").toString(), QStringLiteral("–"));
        QVERIFY(!cell(0, "usable").toBool());
        QCOMPARE(cell(1, "price").toString(), QStringLiteral("230.00"));
        QCOMPARE(cell(1, "route").toString(), QStringLiteral("ETHUSDT"));

        QSignalSpy resets(page.rows(), &QAbstractItemModel::modelReset);
        world.setPrice("BCHUSDT", "170");
        world.clock.advance(4000);
        world.evaluate();
        QCOMPARE(cell(0, "price").toString(), QStringLiteral("170.00"));
        QCOMPARE(cell(1, "age").toString(), QStringLiteral("4 s"));
        QCOMPARE(resets.size(), 0);
        page.refreshNow();
        QCOMPARE(world.polls, 1);
    }

    void agesGoOnWithoutSnapshots()
    {
        FakeMonitor world;
        FakeAlarmCommands alarms;
        const DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
        world.stores.portfolio = referencePortfolio();
        world.setPrice("ETHUSDT", "230");
        world.evaluate();
        PriceTableViewModel page({world, alarms, world.stores, world.relay, world.clock, format});
        world.clock.advance(60'000);
        QTRY_COMPARE(page.rows()->data(page.rows()->index(1), page.rows()->role("age")).toString(),
                     QStringLiteral("1 min"));
    }
};

PLIMSOLL_TEST(TestPriceTable)
#include "tst_pricetable.moc"
