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

struct Desk {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    std::unique_ptr<PositionViewModel> form;

    explicit Desk(const margin::Portfolio &portfolio)
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
        Desk desk(onlyWallet());
        desk.typeReferencePosition(PositionViewModel::Isolated);
        QVERIFY(desk.form->needsNewAccount());
        auto *chosen = desk.form->chosen();
        QCOMPARE(chosen->level(), QStringLiteral("1.25"));
        QCOMPARE(chosen->assets(), QStringLiteral("1,000.00"));
        QCOMPARE(chosen->debt(), QStringLiteral("800.00"));
        QCOMPARE(chosen->callPrice(), QStringLiteral("BCH 176.00"));
        QCOMPARE(chosen->liquidationPrice(), QStringLiteral("BCH 168.00"));
        QCOMPARE(desk.form->stepsText(), QStringLiteral("Borrows 800 USDT and buys 5 BCH."));
        QVERIFY(desk.form->other()->known());
        QVERIFY(desk.form->otherRemark().isEmpty());
        QVERIFY(desk.form->confirmable());
    }

    void sharesTheRiskOfTheCrossAccountInTheOtherMode()
    {
        Desk desk(referencePortfolio());
        desk.form->open(QStringLiteral("a-cross"));
        desk.form->setBase(QStringLiteral("ETH"));
        desk.form->setOwnMoney(QStringLiteral("200"));
        desk.form->setLeverage(QStringLiteral("5"));
        QCOMPARE(desk.form->mode(), PositionViewModel::Cross);
        // cross at exactly 1.25 may not borrow more before the own money is in; 200 more lifts it above
        QVERIFY2(desk.form->problem().isEmpty(), qPrintable(desk.form->problem()));
        QCOMPARE(desk.form->chosen()->assets(), QStringLiteral("3,000.00"));
        QCOMPARE(desk.form->chosen()->debt(), QStringLiteral("2,400.00"));
        QCOMPARE(desk.form->chosen()->level(), QStringLiteral("1.25"));
        QCOMPARE(desk.form->other()->assets(), QStringLiteral("1,000.00"));
        QCOMPARE(desk.form->other()->level(), QStringLiteral("1.25"));
    }

    void theBarPriceIsThatOfTheAssetInHand()
    {
        Desk desk(referencePortfolio());
        desk.form->open(QStringLiteral("a-cross")); // it holds ETH before BCH
        desk.form->setBase(QStringLiteral("BCH"));
        desk.form->setOwnMoney(QStringLiteral("200"));
        QVERIFY2(desk.form->chosen()->callPrice().startsWith(QStringLiteral("BCH ")),
                 qPrintable(desk.form->chosen()->callPrice()));
        QVERIFY(!desk.form->chosen()->callPrice().contains(QStringLiteral("ETH")));
        QVERIFY(!desk.form->preview()->now()->callPrice().contains(QStringLiteral("ETH")));
        QCOMPARE(desk.form->priceEcho(), QStringLiteral("= 200.00 USDT for 1 BCH"));
    }

    void newAccountsAskForTheirBars()
    {
        margin::Portfolio portfolio = referencePortfolio();
        portfolio.accounts.at(1).profile = "isolated-10x-tier-1"; // two kinds of isolated bars, so there is a choice
        Desk desk(portfolio);
        desk.form->open({});
        desk.form->setBase(QStringLiteral("SOL"));
        desk.form->setOwnMoney(QStringLiteral("100"));
        desk.form->setPrice(QStringLiteral("150"));
        QVERIFY(desk.form->needsNewAccount());
        QCOMPARE(desk.form->profileIndex(), -1);
        QVERIFY2(desk.form->problem().contains(QStringLiteral("Choose the bars")), qPrintable(desk.form->problem()));
        QVERIFY(desk.form->profileNames().filter(QStringLiteral("Cross")).isEmpty());
        desk.form->setProfileIndex(
            static_cast<int>(desk.form->profileNames().indexOf(QStringLiteral("Isolated 5x, tier 1"))));
        QVERIFY2(desk.form->confirmable(), qPrintable(desk.form->problem()));
    }

    void createsTheAccountAndBooksOneOperation()
    {
        Desk desk(onlyWallet());
        QSignalSpy booked(desk.form.get(), &PositionViewModel::booked);
        desk.typeReferencePosition(PositionViewModel::Isolated);
        desk.form->confirm();
        desk.form->confirm();
        QCOMPARE(booked.size(), 1);
        const auto &accounts = desk.world.stores.portfolio.accounts;
        QCOMPARE(accounts.size(), 1U);
        QCOMPARE(accounts.at(0).symbol, std::string("BCHUSDT"));
        QCOMPARE(accounts.at(0).profile, std::string("faq-2020-5x"));
        QCOMPARE(accounts.at(0).contributed, dec("200"));
        QCOMPARE(accounts.at(0).balance("BCH")->free, dec("5"));
        QCOMPARE(accounts.at(0).balance("USDT")->borrowed, dec("800"));
        QCOMPARE(desk.world.stores.portfolio.wallets.at(0).free("USDT"), dec("800"));
        QCOMPARE(desk.world.stores.requests.size(), 1U);
        for (const auto &row : desk.world.stores.rows) {
            QCOMPARE(row.operationId, desk.world.stores.requests.at(0).id);
        }
    }

    void retriesIntoTheSameAccountAfterTheBookingFailed()
    {
        Desk desk(onlyWallet());
        desk.typeReferencePosition(PositionViewModel::Isolated);
        desk.world.stores.held = true;
        desk.form->confirm(); // the account is created, the booking waits
        desk.world.stores.failNext = Error {ErrorCode::CannotWrite, "", "disk full"};
        desk.world.stores.release();
        QTRY_VERIFY(!desk.form->failure().isEmpty());
        QTRY_VERIFY(!desk.form->needsNewAccount());
        desk.form->confirm();
        QCOMPARE(desk.world.stores.portfolio.accounts.size(), 1U);
        QCOMPARE(desk.world.stores.portfolio.accounts.at(0).balance("BCH")->free, dec("5"));
    }

    void refusesMoreLeverageThanTheBarsAllow()
    {
        Desk desk(onlyWallet());
        desk.typeReferencePosition(PositionViewModel::Isolated);
        desk.form->setLeverage(QStringLiteral("6"));
        QVERIFY(!desk.form->confirmable());
        QVERIFY2(desk.form->leverageError().contains(QStringLiteral("at most 5")),
                 qPrintable(desk.form->leverageError()));
        QCOMPARE(desk.form->leverageChoices(),
                 QStringList({QStringLiteral("2x"), QStringLiteral("3x"), QStringLiteral("5x")}));
        desk.form->chooseLeverage(2);
        QCOMPARE(desk.form->leverage(), QStringLiteral("5"));
        QVERIFY(desk.form->confirmable());
    }

    void judgesAPairWithoutPriceByTheTypedOne()
    {
        Desk desk(onlyWallet());
        desk.form->open({});
        desk.form->setBase(QStringLiteral("NEW"));
        desk.form->setProfileIndex(0);
        desk.form->setSide(PositionViewModel::Short);
        desk.form->setOwnMoney(QStringLiteral("100"));
        QVERIFY(desk.form->price().isEmpty());
        QVERIFY(!desk.form->confirmable());
        desk.form->setPrice(QStringLiteral("10"));
        QVERIFY2(desk.form->confirmable(), qPrintable(desk.form->problem()));
        QCOMPARE(desk.form->chosen()->level(), QStringLiteral("2.00"));
        QCOMPARE(desk.form->stepsText(), QStringLiteral("Borrows 10 NEW and sells 10 NEW."));
    }

    void closesInterestFirstAndSaysWhatIsLeft()
    {
        margin::Portfolio portfolio = referencePortfolio();
        portfolio.accounts.at(2).balances.at(1).interest = dec("10");
        Desk desk(portfolio);
        auto *closing = desk.form->closing();
        closing->open(QStringLiteral("b-bchusdt"));
        QCOMPARE(closing->price(), QStringLiteral("200.00"));
        QCOMPARE(closing->steps(),
                 QStringList({QStringLiteral("Sell 5 BCH for 1,000.00 USDT"), QStringLiteral("Pay 10 USDT interest"),
                              QStringLiteral("Repay 800 USDT of the loan")}));
        QCOMPARE(closing->left(), QStringLiteral("190 USDT"));
        closing->setPrice(QStringLiteral("150"));
        QCOMPARE(closing->left(), QStringLiteral("60 USDT still owed"));
        closing->confirm();
        QCOMPARE(desk.world.stores.portfolio.accounts.at(2).balance("USDT")->borrowed, dec("60"));
        QCOMPARE(desk.world.stores.portfolio.accounts.at(2).balance("BCH")->free, dec("0"));
    }
};

PLIMSOLL_TEST(TestPositionViewModel)
#include "tst_positionviewmodel.moc"
