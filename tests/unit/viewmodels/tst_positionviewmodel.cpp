// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/forms/positionviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::PositionViewModel;

namespace {

struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    std::unique_ptr<PositionViewModel> form;

    explicit Bench(const margin::Portfolio &portfolio)
    {
        world.stores.portfolio = portfolio;
        world.setPrice("ETHUSDT", "200");
        world.setPrice("BCHUSDT", "200");
        world.evaluate();
        form = std::make_unique<PositionViewModel>(
            viewmodels::Services {world, commands, world.stores, world.relay, world.clock, format});
    }

    void typeReferencePosition(PositionViewModel::Mode mode)
    {
        form->open({});
        form->setMode(mode);
        form->setBase(QStringLiteral("bch"));
        form->setProfileIndex(0); // the reference example's
        form->setOwnMoney(QStringLiteral("200"));
        form->setLeverage(QStringLiteral("5"));
        form->setPrice(QStringLiteral("200"));
    }
};

margin::Portfolio onlyWallet()
{
    return {{}, referencePortfolio().wallets};
}

} // namespace

class TestPositionViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheReferencePositionInBothModes()
    {
        Bench bench(onlyWallet());
        bench.typeReferencePosition(PositionViewModel::Isolated);
        QVERIFY(bench.form->needsNewAccount());
        auto *chosen = bench.form->chosen();
        QCOMPARE(chosen->level(), QStringLiteral("1.25"));
        QCOMPARE(chosen->assets(), QStringLiteral("1,000.00"));
        QCOMPARE(chosen->debt(), QStringLiteral("800.00"));
        QCOMPARE(chosen->callPrice(), QStringLiteral("BCH 176.00"));
        QCOMPARE(chosen->liquidationPrice(), QStringLiteral("BCH 168.00"));
        QCOMPARE(bench.form->stepsText(), QStringLiteral("Borrows 800 USDT and buys 5 BCH."));
        QVERIFY(bench.form->other()->known());
        QVERIFY(bench.form->otherRemark().isEmpty());
        QVERIFY(bench.form->confirmable());
    }

    void sharesTheRiskOfTheCrossAccountInTheOtherMode()
    {
        Bench bench(referencePortfolio());
        bench.form->open(QStringLiteral("a-cross"));
        bench.form->setBase(QStringLiteral("ETH"));
        bench.form->setOwnMoney(QStringLiteral("200"));
        bench.form->setLeverage(QStringLiteral("5"));
        QCOMPARE(bench.form->mode(), PositionViewModel::Cross);
        // cross at exactly 1.25 may not borrow more before the own money is in; 200 more lifts it above
        QVERIFY2(bench.form->problem().isEmpty(), qPrintable(bench.form->problem()));
        QCOMPARE(bench.form->chosen()->assets(), QStringLiteral("3,000.00"));
        QCOMPARE(bench.form->chosen()->debt(), QStringLiteral("2,400.00"));
        QCOMPARE(bench.form->chosen()->level(), QStringLiteral("1.25"));
        QCOMPARE(bench.form->other()->assets(), QStringLiteral("1,000.00"));
        QCOMPARE(bench.form->other()->level(), QStringLiteral("1.25"));
    }

    void theBarPriceIsThatOfTheAssetInHand()
    {
        Bench bench(referencePortfolio());
        bench.form->open(QStringLiteral("a-cross")); // it holds ETH before BCH
        bench.form->setBase(QStringLiteral("BCH"));
        bench.form->setOwnMoney(QStringLiteral("200"));
        QVERIFY2(bench.form->chosen()->callPrice().startsWith(QStringLiteral("BCH ")),
                 qPrintable(bench.form->chosen()->callPrice()));
        QVERIFY(!bench.form->chosen()->callPrice().contains(QStringLiteral("ETH")));
        QVERIFY(!bench.form->preview()->now()->callPrice().contains(QStringLiteral("ETH")));
        QCOMPARE(bench.form->priceEcho(), QStringLiteral("= 200.00 USDT for 1 BCH"));
    }

    void newAccountsAskForTheirBars()
    {
        margin::Portfolio portfolio = referencePortfolio();
        portfolio.accounts.at(1).profile = "isolated-10x-tier-1"; // two kinds of isolated bars, so there is a choice
        Bench bench(portfolio);
        bench.form->open({});
        bench.form->setBase(QStringLiteral("SOL"));
        bench.form->setOwnMoney(QStringLiteral("100"));
        bench.form->setPrice(QStringLiteral("150"));
        QVERIFY(bench.form->needsNewAccount());
        QCOMPARE(bench.form->profileIndex(), -1);
        QVERIFY2(bench.form->problem().contains(QStringLiteral("Choose the bars")), qPrintable(bench.form->problem()));
        QVERIFY(bench.form->profileNames().filter(QStringLiteral("Cross")).isEmpty());
        bench.form->setProfileIndex(
            static_cast<int>(bench.form->profileNames().indexOf(QStringLiteral("Isolated 5x, tier 1"))));
        QVERIFY2(bench.form->confirmable(), qPrintable(bench.form->problem()));
    }

    void createsTheAccountAndBooksOneOperation()
    {
        Bench bench(onlyWallet());
        QSignalSpy booked(bench.form.get(), &PositionViewModel::booked);
        bench.typeReferencePosition(PositionViewModel::Isolated);
        bench.form->confirm();
        bench.form->confirm();
        QCOMPARE(booked.size(), 1);
        const auto &accounts = bench.world.stores.portfolio.accounts;
        QCOMPARE(accounts.size(), 1U);
        QCOMPARE(accounts.at(0).symbol, std::string("BCHUSDT"));
        QCOMPARE(accounts.at(0).profile, std::string("faq-2020-5x"));
        QCOMPARE(accounts.at(0).contributed, dec("200"));
        QCOMPARE(accounts.at(0).balance("BCH")->free, dec("5"));
        QCOMPARE(accounts.at(0).balance("USDT")->borrowed, dec("800"));
        QCOMPARE(bench.world.stores.portfolio.wallets.at(0).free("USDT"), dec("800"));
        QCOMPARE(bench.world.stores.requests.size(), 1U);
        for (const auto &row : bench.world.stores.rows) {
            QCOMPARE(row.operationId, bench.world.stores.requests.at(0).id);
        }
    }

    void retriesIntoTheSameAccountAfterTheBookingFailed()
    {
        Bench bench(onlyWallet());
        bench.typeReferencePosition(PositionViewModel::Isolated);
        bench.world.stores.held = true;
        bench.form->confirm(); // the account is created, the booking waits
        bench.world.stores.failNext = Error {ErrorCode::CannotWrite, "", "disk full"};
        bench.world.stores.release();
        QTRY_VERIFY(!bench.form->failure().isEmpty());
        QTRY_VERIFY(!bench.form->needsNewAccount());
        bench.form->confirm();
        QCOMPARE(bench.world.stores.portfolio.accounts.size(), 1U);
        QCOMPARE(bench.world.stores.portfolio.accounts.at(0).balance("BCH")->free, dec("5"));
    }

    void refusesMoreLeverageThanTheBarsAllow()
    {
        Bench bench(onlyWallet());
        bench.typeReferencePosition(PositionViewModel::Isolated);
        bench.form->setLeverage(QStringLiteral("6"));
        QVERIFY(!bench.form->confirmable());
        QVERIFY2(bench.form->leverageError().contains(QStringLiteral("at most 5")),
                 qPrintable(bench.form->leverageError()));
        QCOMPARE(bench.form->leverageChoices(),
                 QStringList({QStringLiteral("2x"), QStringLiteral("3x"), QStringLiteral("5x")}));
        bench.form->chooseLeverage(2);
        QCOMPARE(bench.form->leverage(), QStringLiteral("5"));
        QVERIFY(bench.form->confirmable());
    }

    void judgesAPairWithoutPriceByTheTypedOne()
    {
        Bench bench(onlyWallet());
        bench.form->open({});
        bench.form->setBase(QStringLiteral("NEW"));
        bench.form->setProfileIndex(0);
        bench.form->setSide(PositionViewModel::Short);
        bench.form->setOwnMoney(QStringLiteral("100"));
        QVERIFY(bench.form->price().isEmpty());
        QVERIFY(!bench.form->confirmable());
        bench.form->setPrice(QStringLiteral("10"));
        QVERIFY2(bench.form->confirmable(), qPrintable(bench.form->problem()));
        QCOMPARE(bench.form->chosen()->level(), QStringLiteral("2.00"));
        QCOMPARE(bench.form->stepsText(), QStringLiteral("Borrows 10 NEW and sells 10 NEW."));
    }

    void closesInterestFirstAndSaysWhatIsLeft()
    {
        margin::Portfolio portfolio = referencePortfolio();
        portfolio.accounts.at(2).balances.at(1).interest = dec("10");
        Bench bench(portfolio);
        auto *closing = bench.form->closing();
        closing->open(QStringLiteral("b-bchusdt"));
        QCOMPARE(closing->price(), QStringLiteral("200.00"));
        QCOMPARE(closing->steps(),
                 QStringList({QStringLiteral("Sell 5 BCH for 1,000.00 USDT"), QStringLiteral("Pay 10 USDT interest"),
                              QStringLiteral("Repay 800 USDT of the loan")}));
        QCOMPARE(closing->left(), QStringLiteral("190 USDT"));
        closing->setPrice(QStringLiteral("150"));
        QCOMPARE(closing->left(), QStringLiteral("60 USDT still owed"));
        closing->confirm();
        QCOMPARE(bench.world.stores.portfolio.accounts.at(2).balance("USDT")->borrowed, dec("60"));
        QCOMPARE(bench.world.stores.portfolio.accounts.at(2).balance("BCH")->free, dec("0"));
    }
};

PLIMSOLL_TEST(TestPositionViewModel)
#include "tst_positionviewmodel.moc"
