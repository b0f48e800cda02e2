// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "viewmodels/pricetableviewmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::PriceTableModel;
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
        world.settle();
        PriceTableViewModel page({world, alarms, world.stores, world.relay, world.clock, format});
        const QAbstractItemModelTester tester(page.rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto cell = [&page](int row, int role) { return page.rows()->data(page.rows()->index(row), role); };
        QCOMPARE(page.rows()->rowCount(), 2); // ETH and BCH, although four accounts' rows need them
        QCOMPARE(cell(0, PriceTableModel::AssetRole).toString(), QStringLiteral("BCH"));
        QCOMPARE(cell(0, PriceTableModel::StateRole).toString(), QStringLiteral("missing"));
        QCOMPARE(cell(0, PriceTableModel::PriceRole).toString(), QStringLiteral("–"));
        QVERIFY(!cell(0, PriceTableModel::UsableRole).toBool());
        QCOMPARE(cell(1, PriceTableModel::PriceRole).toString(), QStringLiteral("230.00"));
        QCOMPARE(cell(1, PriceTableModel::RouteRole).toString(), QStringLiteral("ETHUSDT"));

        QSignalSpy resets(page.rows(), &QAbstractItemModel::modelReset);
        world.setPrice("BCHUSDT", "170");
        world.clock.advance(4000);
        world.settle();
        QCOMPARE(cell(0, PriceTableModel::PriceRole).toString(), QStringLiteral("170.00"));
        QCOMPARE(cell(1, PriceTableModel::AgeRole).toString(), QStringLiteral("4 s"));
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
        world.settle();
        PriceTableViewModel page({world, alarms, world.stores, world.relay, world.clock, format});
        world.clock.advance(60'000);
        QTRY_COMPARE(page.rows()->data(page.rows()->index(1), PriceTableModel::AgeRole).toString(),
                     QStringLiteral("1 min"));
    }
};

QTEST_GUILESS_MAIN(TestPriceTable)
#include "tst_pricetable.moc"
