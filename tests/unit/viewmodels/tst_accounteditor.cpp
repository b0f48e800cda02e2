// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "viewmodels/accounteditorviewmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::AccountEditorViewModel;
using viewmodels::BalanceEditModel;
using viewmodels::DisplayFormat;

namespace {

struct Desk {
    FakeMonitor world;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    AccountEditorViewModel form {world, world.stores, world.relay, world.clock, format, nullptr};
    QAbstractItemModelTester tester {form.balances(), QAbstractItemModelTester::FailureReportingMode::QtTest};

    Desk()
    {
        world.stores.portfolio = referencePortfolio();
        world.settle();
    }

    QString cell(int row, int role) { return form.balances()->data(form.balances()->index(row), role).toString(); }
};

} // namespace

class TestAccountEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entersAnIsolatedAccountByHand()
    {
        Desk desk;
        QSignalSpy booked(&desk.form, &AccountEditorViewModel::booked);
        desk.form.openNew();
        QVERIFY(!desk.form.savable());
        desk.form.setName(QStringLiteral("x<img src=\"y\"> %1"));
        desk.form.setBase(QStringLiteral("sol/"));
        QCOMPARE(desk.form.base(), QStringLiteral("SOL"));
        QCOMPARE(desk.form.balances()->rowCount(), 2);
        QCOMPARE(desk.cell(0, BalanceEditModel::AssetRole), QStringLiteral("SOL"));
        desk.form.balances()->setCell(0, 0, QStringLiteral("12.5"));
        desk.form.balances()->setCell(1, 2, QStringLiteral("1,000"));
        desk.form.setContributed(QStringLiteral("250"));
        QVERIFY(desk.form.savable());
        desk.form.save();
        desk.form.save();
        QCOMPARE(booked.size(), 1);
        const margin::Account &account = desk.world.stores.portfolio.accounts.at(3);
        QCOMPARE(account.symbol, std::string("SOLUSDT"));
        QCOMPARE(account.name, std::string("x<img src=\"y\"> %1"));
        QCOMPARE(account.balance("SOL")->free, dec("12.5"));
        QCOMPARE(account.balance("USDT")->borrowed, dec("1000"));
        QCOMPARE(account.contributed, dec("250"));
        QCOMPARE(account.profile, std::string("isolated-5x-tier-1"));
        QVERIFY(margin::validated(account).hasValue());
    }

    void refusesReversedBars()
    {
        Desk desk;
        desk.form.openNew();
        desk.form.setBase(QStringLiteral("SOL"));
        desk.form.setProfileIndex(static_cast<int>(desk.form.profileNames().size()) - 1);
        QVERIFY(desk.form.ownBars());
        desk.form.setInitialBar(QStringLiteral("1.25"));
        desk.form.setCallBar(QStringLiteral("1.05"));
        desk.form.setLiquidationBar(QStringLiteral("1.10"));
        QVERIFY2(desk.form.barsError().contains(QStringLiteral("the call comes first")), qPrintable(desk.form.barsError()));
        QVERIFY(!desk.form.savable());
        desk.form.save();
        QCOMPARE(desk.world.stores.portfolio.accounts.size(), 3U);
        desk.form.setCallBar(QStringLiteral("1.15"));
        QVERIFY(desk.form.barsError().isEmpty());
        QVERIFY(desk.form.savable());
    }

    void keepsOwnBarsAsAProfile()
    {
        Desk desk;
        desk.form.openNew();
        desk.form.setProfileIndex(static_cast<int>(desk.form.profileNames().size()) - 1);
        desk.form.setInitialBar(QStringLiteral("1.4"));
        desk.form.setCallBar(QStringLiteral("1.3"));
        desk.form.setLiquidationBar(QStringLiteral("1.2"));
        desk.form.setProfileTitle(QStringLiteral("My bars"));
        desk.form.saveAsProfile();
        QCOMPARE(desk.world.stores.ownProfiles.size(), 1U);
        QCOMPARE(desk.world.stores.ownProfiles.at(0).leverage, std::string("3.5"));
        QCOMPARE(desk.form.profileNames().at(desk.form.profileIndex()), QStringLiteral("My bars"));
    }

    void booksChangedBalancesAsOneCorrection()
    {
        Desk desk;
        desk.form.open(QStringLiteral("b-bchusdt"));
        QVERIFY(!desk.form.isNew());
        QCOMPARE(desk.cell(0, BalanceEditModel::FreeRole), QStringLiteral("5"));
        desk.form.balances()->setCell(0, 0, QStringLiteral("4.5"));
        desk.form.setName(QStringLiteral("Renamed"));
        desk.form.save();
        QVERIFY(!desk.form.isOpen());
        QCOMPARE(desk.world.stores.requests.size(), 1U);
        QVERIFY(std::holds_alternative<monitor::Correct>(desk.world.stores.requests.at(0).action));
        QCOMPARE(desk.world.stores.rows.size(), 1U);
        QCOMPARE(desk.world.stores.rows.at(0).row.change, dec("-0.5"));
        QCOMPARE(desk.world.stores.portfolio.accounts.at(2).name, std::string("Renamed"));
    }

    void booksNothingWhereNoMoneyChanged()
    {
        Desk desk;
        desk.form.open(QStringLiteral("b-bchusdt"));
        desk.form.setNote(QStringLiteral("a note"));
        desk.form.save();
        QVERIFY(desk.world.stores.requests.empty());
        QCOMPARE(desk.world.stores.portfolio.accounts.at(2).note, std::string("a note"));
    }

    void refusesASecondAccountOnTheSamePair()
    {
        Desk desk;
        desk.form.openNew();
        desk.form.setOwner(QStringLiteral("B"));
        desk.form.setBase(QStringLiteral("BCH"));
        QVERIFY(!desk.form.savable());
        QVERIFY(!desk.form.problem().isEmpty());
        desk.form.setOwner(QStringLiteral("C"));
        QVERIFY(desk.form.savable());
    }

    void saysWhichRowIsWrong()
    {
        Desk desk;
        desk.form.openNew();
        desk.form.setMode(0);
        auto *rows = desk.form.balances();
        rows->addRow();
        rows->setAsset(rows->rowCount() - 1, QStringLiteral("usdt"));
        QVERIFY(!desk.cell(rows->rowCount() - 1, BalanceEditModel::ErrorRole).isEmpty()); // twice
        rows->setAsset(rows->rowCount() - 1, QStringLiteral("eth"));
        rows->setCell(rows->rowCount() - 1, 0, QStringLiteral("1e5"));
        QVERIFY(desk.cell(rows->rowCount() - 1, BalanceEditModel::ErrorRole).contains(QStringLiteral("1e5")));
        QVERIFY(!desk.form.savable());
        rows->removeRowAt(rows->rowCount() - 1);
        QVERIFY(desk.form.savable());
    }

    void removesOnlyAfterAsking()
    {
        Desk desk;
        desk.form.open(QStringLiteral("b-bchusdt"));
        desk.form.remove();
        QCOMPARE(desk.world.stores.portfolio.accounts.size(), 3U);
        desk.form.askRemove(true);
        desk.form.remove();
        QCOMPARE(desk.world.stores.portfolio.accounts.size(), 2U);
        QVERIFY(!desk.form.isOpen());
    }
};

QTEST_GUILESS_MAIN(TestAccountEditor)
#include "tst_accounteditor.moc"
