// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/app/barsnoticeviewmodel.h"
#include "viewmodels/forms/accounteditorviewmodel.h"

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
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    AccountEditorViewModel form {{world, commands, world.stores, world.relay, world.clock, format}};
    QAbstractItemModelTester tester {form.balances(), QAbstractItemModelTester::FailureReportingMode::QtTest};

    Desk()
    {
        world.stores.portfolio = referencePortfolio();
        world.evaluate();
    }

    void choose(const QString &profile)
    {
        form.setProfileIndex(static_cast<int>(form.profileNames().indexOf(profile)));
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
        desk.form.setBase(QStringLiteral("sol"));
        QCOMPARE(desk.form.base(), QStringLiteral("SOL"));
        desk.choose(QStringLiteral("Isolated 5x, tier 1"));
        QCOMPARE(desk.form.balances()->rowCount(), 2);
        QCOMPARE(desk.cell(0, BalanceEditModel::AssetRole), QStringLiteral("SOL"));
        desk.form.balances()->setCell(0, 0, QStringLiteral("12.5"));
        desk.form.balances()->setCell(1, 2, QStringLiteral("1,000.00"));
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
        QVERIFY2(desk.form.barsError().contains(QStringLiteral("the call comes first")),
                 qPrintable(desk.form.barsError()));
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

    void takesADailyRateInPercent()
    {
        Desk desk;
        desk.form.open(QStringLiteral("b-bchusdt"));
        BalanceEditModel *rows = desk.form.balances();
        rows->setCell(1, 4, QStringLiteral("0.02"));
        QCOMPARE(desk.cell(1, BalanceEditModel::EchoRole),
                 QStringLiteral("= 800.00 USDT borrowed · 0.02 % a day is 7.3 % a year, 0.16 USDT a day"));
        desk.form.save();
        QVERIFY(desk.world.stores.requests.empty()); // no money changed
        const auto bch = [&desk] { return *desk.world.stores.portfolio.account("b-bchusdt")->balance("USDT"); };
        QCOMPARE(bch().dailyInterest, std::optional(dec("0.0002")));
        desk.world.evaluate();
        desk.form.open(QStringLiteral("b-bchusdt"));
        QCOMPARE(desk.cell(1, BalanceEditModel::DailyRateRole), QStringLiteral("0.02"));
        QVERIFY(!desk.form.filled());
        rows->setCell(1, 4, QStringLiteral("0.00000000000000001"));
        QVERIFY(desk.cell(1, BalanceEditModel::ErrorRole).contains(QStringLiteral("16")));
        QCOMPARE(desk.cell(1, BalanceEditModel::RateFaultRole), QStringLiteral("true"));
        QVERIFY(!desk.form.savable());
        rows->setCell(1, 4, QString());
        desk.form.save();
        QCOMPARE(bch().dailyInterest, std::optional<margin::Decimal>());
    }

    void aNewDebtGetsItsRateToo()
    {
        Desk desk;
        desk.form.open(QStringLiteral("a-cross"));
        BalanceEditModel *rows = desk.form.balances();
        rows->addRow();
        const int added = rows->rowCount() - 1;
        rows->setAsset(added, QStringLiteral("LTC"));
        rows->setCell(added, 2, QStringLiteral("1"));
        rows->setCell(added, 4, QStringLiteral("0.01"));
        desk.form.save();
        const margin::Balance *ltc = desk.world.stores.portfolio.account("a-cross")->balance("LTC");
        QVERIFY(ltc != nullptr);
        QCOMPARE(ltc->borrowed, dec("1"));
        QCOMPARE(ltc->dailyInterest, std::optional(dec("0.0001")));
    }

    // The hour was booked while the form was open: what the person did not touch follows.
    void aCorrectionDoesNotTakeAnHourBack()
    {
        Desk desk;
        desk.form.open(QStringLiteral("b-bchusdt"));
        desk.form.balances()->setCell(0, 0, QStringLiteral("4.5"));
        for (margin::Account &account : desk.world.stores.portfolio.accounts) {
            if (account.id == "b-bchusdt") {
                account.balances.back().interest = dec("0.1");
            }
        }
        desk.world.evaluate();
        desk.form.save();
        const margin::Account &bch = *desk.world.stores.portfolio.account("b-bchusdt");
        QCOMPARE(bch.balance("USDT")->interest, dec("0.1"));
        QCOMPARE(bch.balance("BCH")->free, dec("4.5"));
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
        desk.choose(QStringLiteral("Isolated 5x, tier 1"));
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
        desk.form.setMode(AccountEditorViewModel::Cross);
        desk.choose(QStringLiteral("Cross 3x"));
        auto *rows = desk.form.balances();
        rows->addRow();
        rows->setAsset(rows->rowCount() - 1, QStringLiteral("usdt"));
        QVERIFY(!desk.cell(rows->rowCount() - 1, BalanceEditModel::ErrorRole).isEmpty()); // twice
        rows->setAsset(rows->rowCount() - 1, QStringLiteral("eth"));
        rows->setCell(rows->rowCount() - 1, 0, QStringLiteral("1e5"));
        QVERIFY(desk.cell(rows->rowCount() - 1, BalanceEditModel::ErrorRole).contains(QStringLiteral("1e5")));
        rows->setCell(rows->rowCount() - 1, 2, QStringLiteral("x"));
        const auto faults = [rows] {
            return rows->data(rows->index(rows->rowCount() - 1), BalanceEditModel::FaultsRole).value<QList<bool>>();
        };
        QCOMPARE(faults(),
                 QList<bool>({true, false, true, false, false})); // each by itself, the message is of the first
        rows->setAsset(rows->rowCount() - 1, QStringLiteral("usdt"));
        QCOMPARE(faults(), QList<bool>({true, false, true, false, true}));
        QVERIFY(!desk.form.savable());
        rows->removeRowAt(rows->rowCount() - 1);
        QVERIFY(desk.form.savable());
    }

    // A cross account with the bars of isolated ones is called at 1.19 instead of 1.30.
    void barsFollowTheMode()
    {
        Desk desk;
        desk.form.openNew();
        QCOMPARE(desk.form.profileIndex(), -1);
        QVERIFY(!desk.form.ownBars());
        QVERIFY(desk.form.profileDetail().contains(QStringLiteral("Choose the bars")));
        QVERIFY(desk.form.profileNames().filter(QStringLiteral("Cross")).isEmpty());
        desk.form.setBase(QStringLiteral("SOL"));
        QVERIFY(!desk.form.savable());
        desk.choose(QStringLiteral("Isolated 5x, tier 1"));
        QVERIFY(desk.form.savable());
        QVERIFY2(desk.form.profileDetail().contains(QStringLiteral("call 1.19"))
                     && desk.form.profileDetail().contains(QStringLiteral("2023-06-07")),
                 qPrintable(desk.form.profileDetail()));
        desk.form.setMode(AccountEditorViewModel::Cross);
        QCOMPARE(desk.form.profileIndex(), -1);
        QVERIFY(!desk.form.savable());
        QVERIFY(desk.form.profileNames().filter(QStringLiteral("Isolated")).isEmpty());
        desk.choose(QStringLiteral("Cross 3x"));
        QVERIFY(desk.form.savable());
        desk.form.save();
        QCOMPARE(desk.world.stores.portfolio.accounts.at(3).thresholds.marginCall, dec("1.3"));
    }

    void everyProfileThatIsOfferedFits()
    {
        for (const margin::MarginMode mode : {margin::MarginMode::Cross, margin::MarginMode::Isolated}) {
            viewmodels::ProfileList list;
            list.listFor(mode, {});
            QVERIFY(list.size() > 1);
            for (int i = 0; i < static_cast<int>(list.size()); ++i) {
                QVERIFY2(margin::fits(list.at(i)->use, mode), list.at(i)->name.c_str());
            }
        }
    }

    void barsOfTheOtherModeAreToldOnce()
    {
        Desk desk;
        desk.world.stores.portfolio.accounts.front().profile = "isolated-5x-tier-1";
        desk.world.evaluate();
        viewmodels::BarsNoticeViewModel notice(desk.world.stores, desk.world.relay);
        QVERIFY2(notice.text().contains(QStringLiteral("Isolated 5x, tier 1")), qPrintable(notice.text()));
        QCOMPARE(notice.accountId(), QStringLiteral("a-cross"));
        desk.form.open(notice.accountId());
        QVERIFY(desk.form.profileWarning().contains(QStringLiteral("isolated accounts")));
        notice.dismiss();
        QVERIFY(notice.text().isEmpty());
        const viewmodels::BarsNoticeViewModel again(desk.world.stores, desk.world.relay);
        QVERIFY(again.text().isEmpty());
    }

    void everyAmountIsSaidBack()
    {
        Desk desk;
        desk.world.setPrice("BCHUSDT", "170");
        desk.world.evaluate();
        desk.form.open(QStringLiteral("b-bchusdt"));
        desk.form.balances()->setCell(0, 0, QStringLiteral("5.5"));
        QCOMPARE(desk.cell(0, BalanceEditModel::EchoRole), QStringLiteral("= 5.5 BCH ≈ 935.00 USDT free"));
        QCOMPARE(desk.cell(1, BalanceEditModel::EchoRole), QStringLiteral("= 800.00 USDT borrowed"));
        desk.form.setContributed(QStringLiteral("-1234.5"));
        QCOMPARE(desk.form.contributedEcho(), QStringLiteral("= \u22121,234.50 USDT"));
        desk.form.balances()->setCell(0, 0, QStringLiteral("1.234"));
        QVERIFY2(desk.cell(0, BalanceEditModel::ErrorRole).contains(QStringLiteral("1.2340 or 1234")),
                 qPrintable(desk.cell(0, BalanceEditModel::ErrorRole)));
        QVERIFY(!desk.form.savable());
    }

    void assetNamesStayAsTyped()
    {
        Desk desk;
        desk.form.openNew();
        desk.choose(QStringLiteral("Isolated 5x, tier 1"));
        desk.form.setBase(QStringLiteral("币安人生"));
        QCOMPARE(desk.form.base(), QStringLiteral("币安人生"));
        QVERIFY(desk.form.savable());
        desk.form.setBase(QStringLiteral("btc-usdt"));
        QCOMPARE(desk.form.base(), QStringLiteral("BTC-USDT"));
        QVERIFY2(desk.form.baseError().contains(QStringLiteral("“BTC-USDT” is not one asset")),
                 qPrintable(desk.form.baseError()));
        QVERIFY(!desk.form.savable());
        desk.form.setBase(QStringLiteral("B$"));
        QVERIFY(desk.form.baseError().contains(u'$'));
    }

    void pairsAreLookedUpInThePriceList()
    {
        Desk desk;
        auto list = std::make_shared<monitor::PriceList>();
        list->prices = {
            {"BTCUSDT", dec("60000")}, {"ETHBTC", dec("0.05")}, {"ETHUSDT", dec("3000")}, {"SOLUSDT", dec("150")}};
        desk.world.list = list;
        desk.world.evaluate();
        desk.form.openNew();
        desk.choose(QStringLiteral("Isolated 5x, tier 1"));
        desk.form.setBase(QStringLiteral("USDT"));
        QVERIFY(!desk.form.savable());
        desk.form.setBase(QStringLiteral("ETH"));
        desk.form.setQuote(QStringLiteral("BOB"));
        QVERIFY2(desk.form.baseError().contains(QStringLiteral("does not trade ETH against BOB")),
                 qPrintable(desk.form.baseError()));
        QVERIFY(!desk.form.savable());
        desk.form.setQuote(QStringLiteral("BTC"));
        QVERIFY(desk.form.savable());
        desk.form.setBase(QStringLiteral("SOL"));
        desk.form.setQuote(QStringLiteral("USDT"));
        desk.form.balances()->setCell(0, 0, QStringLiteral("10"));
        desk.form.balances()->setCell(1, 2, QStringLiteral("1200"));
        QVERIFY(desk.form.preview()->known());
        QCOMPARE(desk.form.preview()->level(), QStringLiteral("1.25")); // 10 × 150 / 1200
        QVERIFY(desk.form.preview()->callPrice().startsWith(QStringLiteral("SOL ")));
        desk.form.setMode(AccountEditorViewModel::Cross);
        desk.choose(QStringLiteral("Cross 3x"));
        auto *rows = desk.form.balances();
        rows->addRow();
        rows->setAsset(rows->rowCount() - 1, QStringLiteral("USDTUSDT"));
        QVERIFY(desk.cell(rows->rowCount() - 1, BalanceEditModel::ErrorRole)
                    .contains(QStringLiteral("no price of USDTUSDT in USDT")));
        QVERIFY(!desk.form.savable());
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

PLIMSOLL_TEST(TestAccountEditor)
#include "tst_accounteditor.moc"
