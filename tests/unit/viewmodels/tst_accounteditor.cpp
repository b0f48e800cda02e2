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

struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    AccountEditorViewModel form {{world, commands, world.stores, world.relay, world.clock, format}};
    QAbstractItemModelTester tester {form.balances(), QAbstractItemModelTester::FailureReportingMode::QtTest};

    Bench()
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
        Bench bench;
        QSignalSpy booked(&bench.form, &AccountEditorViewModel::booked);
        bench.form.openNew();
        QVERIFY(!bench.form.savable());
        bench.form.setName(QStringLiteral("x<img src=\"y\"> %1"));
        bench.form.setBase(QStringLiteral("sol"));
        QCOMPARE(bench.form.base(), QStringLiteral("SOL"));
        bench.choose(QStringLiteral("Isolated 5x, tier 1"));
        QCOMPARE(bench.form.balances()->rowCount(), 2);
        QCOMPARE(bench.cell(0, BalanceEditModel::AssetRole), QStringLiteral("SOL"));
        bench.form.balances()->setCell(0, 0, QStringLiteral("12.5"));
        bench.form.balances()->setCell(1, 2, QStringLiteral("1,000.00"));
        bench.form.setContributed(QStringLiteral("250"));
        QVERIFY(bench.form.savable());
        bench.form.save();
        bench.form.save();
        QCOMPARE(booked.size(), 1);
        const margin::Account &account = bench.world.stores.portfolio.accounts.at(3);
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
        Bench bench;
        bench.form.openNew();
        bench.form.setBase(QStringLiteral("SOL"));
        bench.form.setProfileIndex(static_cast<int>(bench.form.profileNames().size()) - 1);
        QVERIFY(bench.form.ownBars());
        bench.form.setInitialBar(QStringLiteral("1.25"));
        bench.form.setCallBar(QStringLiteral("1.05"));
        bench.form.setLiquidationBar(QStringLiteral("1.10"));
        QVERIFY2(bench.form.barsError().contains(QStringLiteral("the call comes first")),
                 qPrintable(bench.form.barsError()));
        QVERIFY(!bench.form.savable());
        bench.form.save();
        QCOMPARE(bench.world.stores.portfolio.accounts.size(), 3U);
        bench.form.setCallBar(QStringLiteral("1.15"));
        QVERIFY(bench.form.barsError().isEmpty());
        QVERIFY(bench.form.savable());
    }

    void keepsOwnBarsAsAProfile()
    {
        Bench bench;
        bench.form.openNew();
        bench.form.setProfileIndex(static_cast<int>(bench.form.profileNames().size()) - 1);
        bench.form.setInitialBar(QStringLiteral("1.4"));
        bench.form.setCallBar(QStringLiteral("1.3"));
        bench.form.setLiquidationBar(QStringLiteral("1.2"));
        bench.form.setProfileTitle(QStringLiteral("My bars"));
        bench.form.saveAsProfile();
        QCOMPARE(bench.world.stores.ownProfiles.size(), 1U);
        QCOMPARE(bench.world.stores.ownProfiles.at(0).leverage, std::string("3.5"));
        QCOMPARE(bench.form.profileNames().at(bench.form.profileIndex()), QStringLiteral("My bars"));
    }

    void booksChangedBalancesAsOneCorrection()
    {
        Bench bench;
        bench.form.open(QStringLiteral("b-bchusdt"));
        QVERIFY(!bench.form.isNew());
        QCOMPARE(bench.cell(0, BalanceEditModel::FreeRole), QStringLiteral("5"));
        bench.form.balances()->setCell(0, 0, QStringLiteral("4.5"));
        bench.form.setName(QStringLiteral("Renamed"));
        bench.form.save();
        QVERIFY(!bench.form.isOpen());
        QCOMPARE(bench.world.stores.requests.size(), 1U);
        QVERIFY(std::holds_alternative<monitor::Correct>(bench.world.stores.requests.at(0).action));
        QCOMPARE(bench.world.stores.rows.size(), 1U);
        QCOMPARE(bench.world.stores.rows.at(0).row.change, dec("-0.5"));
        QCOMPARE(bench.world.stores.portfolio.accounts.at(2).name, std::string("Renamed"));
    }

    void takesADailyRateInPercent()
    {
        Bench bench;
        bench.form.open(QStringLiteral("b-bchusdt"));
        BalanceEditModel *rows = bench.form.balances();
        rows->setCell(1, 4, QStringLiteral("0.02"));
        QCOMPARE(bench.cell(1, BalanceEditModel::EchoRole),
                 QStringLiteral("= 800.00 USDT borrowed · 0.02 % a day is 7.3 % a year, 0.16 USDT a day"));
        bench.form.save();
        QVERIFY(bench.world.stores.requests.empty()); // no money changed
        const auto bch = [&bench] { return *bench.world.stores.portfolio.account("b-bchusdt")->balance("USDT"); };
        QCOMPARE(bch().dailyInterest, std::optional(dec("0.0002")));
        bench.world.evaluate();
        bench.form.open(QStringLiteral("b-bchusdt"));
        QCOMPARE(bench.cell(1, BalanceEditModel::DailyRateRole), QStringLiteral("0.02"));
        QVERIFY(!bench.form.filled());
        rows->setCell(1, 4, QStringLiteral("0.00000000000000001"));
        QVERIFY(bench.cell(1, BalanceEditModel::ErrorRole).contains(QStringLiteral("16")));
        QCOMPARE(bench.cell(1, BalanceEditModel::RateFaultRole), QStringLiteral("true"));
        QVERIFY(!bench.form.savable());
        rows->setCell(1, 4, QString());
        bench.form.save();
        QCOMPARE(bch().dailyInterest, std::optional<margin::Decimal>());
    }

    void aNewDebtGetsItsRateToo()
    {
        Bench bench;
        bench.form.open(QStringLiteral("a-cross"));
        BalanceEditModel *rows = bench.form.balances();
        rows->addRow();
        const int added = rows->rowCount() - 1;
        rows->setAsset(added, QStringLiteral("LTC"));
        rows->setCell(added, 2, QStringLiteral("1"));
        rows->setCell(added, 4, QStringLiteral("0.01"));
        bench.form.save();
        const margin::Balance *ltc = bench.world.stores.portfolio.account("a-cross")->balance("LTC");
        QVERIFY(ltc != nullptr);
        QCOMPARE(ltc->borrowed, dec("1"));
        QCOMPARE(ltc->dailyInterest, std::optional(dec("0.0001")));
    }

    // The hour was booked while the form was open: what the person did not touch follows.
    void aCorrectionDoesNotTakeAnHourBack()
    {
        Bench bench;
        bench.form.open(QStringLiteral("b-bchusdt"));
        bench.form.balances()->setCell(0, 0, QStringLiteral("4.5"));
        for (margin::Account &account : bench.world.stores.portfolio.accounts) {
            if (account.id == "b-bchusdt") {
                account.balances.back().interest = dec("0.1");
            }
        }
        bench.world.evaluate();
        bench.form.save();
        const margin::Account &bch = *bench.world.stores.portfolio.account("b-bchusdt");
        QCOMPARE(bch.balance("USDT")->interest, dec("0.1"));
        QCOMPARE(bch.balance("BCH")->free, dec("4.5"));
    }

    void booksNothingWhereNoMoneyChanged()
    {
        Bench bench;
        bench.form.open(QStringLiteral("b-bchusdt"));
        bench.form.setNote(QStringLiteral("a note"));
        bench.form.save();
        QVERIFY(bench.world.stores.requests.empty());
        QCOMPARE(bench.world.stores.portfolio.accounts.at(2).note, std::string("a note"));
    }

    void refusesASecondAccountOnTheSamePair()
    {
        Bench bench;
        bench.form.openNew();
        bench.choose(QStringLiteral("Isolated 5x, tier 1"));
        bench.form.setOwner(QStringLiteral("B"));
        bench.form.setBase(QStringLiteral("BCH"));
        QVERIFY(!bench.form.savable());
        QVERIFY(!bench.form.problem().isEmpty());
        bench.form.setOwner(QStringLiteral("C"));
        QVERIFY(bench.form.savable());
    }

    void saysWhichRowIsWrong()
    {
        Bench bench;
        bench.form.openNew();
        bench.form.setMode(AccountEditorViewModel::Cross);
        bench.choose(QStringLiteral("Cross 3x"));
        auto *rows = bench.form.balances();
        rows->addRow();
        rows->setAsset(rows->rowCount() - 1, QStringLiteral("usdt"));
        QVERIFY(!bench.cell(rows->rowCount() - 1, BalanceEditModel::ErrorRole).isEmpty()); // twice
        rows->setAsset(rows->rowCount() - 1, QStringLiteral("eth"));
        rows->setCell(rows->rowCount() - 1, 0, QStringLiteral("1e5"));
        QVERIFY(bench.cell(rows->rowCount() - 1, BalanceEditModel::ErrorRole).contains(QStringLiteral("1e5")));
        rows->setCell(rows->rowCount() - 1, 2, QStringLiteral("x"));
        const auto faults = [rows] {
            return rows->data(rows->index(rows->rowCount() - 1), BalanceEditModel::FaultsRole).value<QList<bool>>();
        };
        QCOMPARE(faults(),
                 QList<bool>({true, false, true, false, false})); // each by itself, the message is of the first
        rows->setAsset(rows->rowCount() - 1, QStringLiteral("usdt"));
        QCOMPARE(faults(), QList<bool>({true, false, true, false, true}));
        QVERIFY(!bench.form.savable());
        rows->removeRowAt(rows->rowCount() - 1);
        QVERIFY(bench.form.savable());
    }

    // A cross account with the bars of isolated ones is called at 1.19 instead of 1.30.
    void barsFollowTheMode()
    {
        Bench bench;
        bench.form.openNew();
        QCOMPARE(bench.form.profileIndex(), -1);
        QVERIFY(!bench.form.ownBars());
        QVERIFY(bench.form.profileDetail().contains(QStringLiteral("Choose the bars")));
        QVERIFY(bench.form.profileNames().filter(QStringLiteral("Cross")).isEmpty());
        bench.form.setBase(QStringLiteral("SOL"));
        QVERIFY(!bench.form.savable());
        bench.choose(QStringLiteral("Isolated 5x, tier 1"));
        QVERIFY(bench.form.savable());
        QVERIFY2(bench.form.profileDetail().contains(QStringLiteral("call 1.19"))
                     && bench.form.profileDetail().contains(QStringLiteral("2023-06-07")),
                 qPrintable(bench.form.profileDetail()));
        bench.form.setMode(AccountEditorViewModel::Cross);
        QCOMPARE(bench.form.profileIndex(), -1);
        QVERIFY(!bench.form.savable());
        QVERIFY(bench.form.profileNames().filter(QStringLiteral("Isolated")).isEmpty());
        bench.choose(QStringLiteral("Cross 3x"));
        QVERIFY(bench.form.savable());
        bench.form.save();
        QCOMPARE(bench.world.stores.portfolio.accounts.at(3).thresholds.marginCall, dec("1.3"));
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
        Bench bench;
        bench.world.stores.portfolio.accounts.front().profile = "isolated-5x-tier-1";
        bench.world.evaluate();
        viewmodels::BarsNoticeViewModel notice(bench.world.stores, bench.world.relay);
        QVERIFY2(notice.text().contains(QStringLiteral("Isolated 5x, tier 1")), qPrintable(notice.text()));
        QCOMPARE(notice.accountId(), QStringLiteral("a-cross"));
        bench.form.open(notice.accountId());
        QVERIFY(bench.form.profileWarning().contains(QStringLiteral("isolated accounts")));
        notice.dismiss();
        QVERIFY(notice.text().isEmpty());
        const viewmodels::BarsNoticeViewModel again(bench.world.stores, bench.world.relay);
        QVERIFY(again.text().isEmpty());
    }

    void everyAmountIsSaidBack()
    {
        Bench bench;
        bench.world.setPrice("BCHUSDT", "170");
        bench.world.evaluate();
        bench.form.open(QStringLiteral("b-bchusdt"));
        bench.form.balances()->setCell(0, 0, QStringLiteral("5.5"));
        QCOMPARE(bench.cell(0, BalanceEditModel::EchoRole), QStringLiteral("= 5.5 BCH ≈ 935.00 USDT free"));
        QCOMPARE(bench.cell(1, BalanceEditModel::EchoRole), QStringLiteral("= 800.00 USDT borrowed"));
        bench.form.setContributed(QStringLiteral("-1234.5"));
        QCOMPARE(bench.form.contributedEcho(), QStringLiteral("= \u22121,234.50 USDT"));
        bench.form.balances()->setCell(0, 0, QStringLiteral("1.234"));
        QVERIFY2(bench.cell(0, BalanceEditModel::ErrorRole).contains(QStringLiteral("1.2340 or 1234")),
                 qPrintable(bench.cell(0, BalanceEditModel::ErrorRole)));
        QVERIFY(!bench.form.savable());
    }

    void assetNamesStayAsTyped()
    {
        Bench bench;
        bench.form.openNew();
        bench.choose(QStringLiteral("Isolated 5x, tier 1"));
        bench.form.setBase(QStringLiteral("币安人生"));
        QCOMPARE(bench.form.base(), QStringLiteral("币安人生"));
        QVERIFY(bench.form.savable());
        bench.form.setBase(QStringLiteral("btc-usdt"));
        QCOMPARE(bench.form.base(), QStringLiteral("BTC-USDT"));
        QVERIFY2(bench.form.baseError().contains(QStringLiteral("“BTC-USDT” is not one asset")),
                 qPrintable(bench.form.baseError()));
        QVERIFY(!bench.form.savable());
        bench.form.setBase(QStringLiteral("B$"));
        QVERIFY(bench.form.baseError().contains(u'$'));
    }

    void pairsAreLookedUpInThePriceList()
    {
        Bench bench;
        auto list = std::make_shared<monitor::PriceList>();
        list->prices = {
            {"BTCUSDT", dec("60000")}, {"ETHBTC", dec("0.05")}, {"ETHUSDT", dec("3000")}, {"SOLUSDT", dec("150")}};
        bench.world.list = list;
        bench.world.evaluate();
        bench.form.openNew();
        bench.choose(QStringLiteral("Isolated 5x, tier 1"));
        bench.form.setBase(QStringLiteral("USDT"));
        QVERIFY(!bench.form.savable());
        bench.form.setBase(QStringLiteral("ETH"));
        bench.form.setQuote(QStringLiteral("BOB"));
        QVERIFY2(bench.form.baseError().contains(QStringLiteral("does not trade ETH against BOB")),
                 qPrintable(bench.form.baseError()));
        QVERIFY(!bench.form.savable());
        bench.form.setQuote(QStringLiteral("BTC"));
        QVERIFY(bench.form.savable());
        bench.form.setBase(QStringLiteral("SOL"));
        bench.form.setQuote(QStringLiteral("USDT"));
        bench.form.balances()->setCell(0, 0, QStringLiteral("10"));
        bench.form.balances()->setCell(1, 2, QStringLiteral("1200"));
        QVERIFY(bench.form.preview()->known());
        QCOMPARE(bench.form.preview()->level(), QStringLiteral("1.25")); // 10 × 150 / 1200
        QVERIFY(bench.form.preview()->callPrice().startsWith(QStringLiteral("SOL ")));
        bench.form.setMode(AccountEditorViewModel::Cross);
        bench.choose(QStringLiteral("Cross 3x"));
        auto *rows = bench.form.balances();
        rows->addRow();
        rows->setAsset(rows->rowCount() - 1, QStringLiteral("USDTUSDT"));
        QVERIFY(bench.cell(rows->rowCount() - 1, BalanceEditModel::ErrorRole)
                    .contains(QStringLiteral("no price of USDTUSDT in USDT")));
        QVERIFY(!bench.form.savable());
    }

    void removesOnlyAfterAsking()
    {
        Bench bench;
        bench.form.open(QStringLiteral("b-bchusdt"));
        bench.form.remove();
        QCOMPARE(bench.world.stores.portfolio.accounts.size(), 3U);
        bench.form.askRemove(true);
        bench.form.remove();
        QCOMPARE(bench.world.stores.portfolio.accounts.size(), 2U);
        QVERIFY(!bench.form.isOpen());
    }
};

PLIMSOLL_TEST(TestAccountEditor)
#include "tst_accounteditor.moc"
