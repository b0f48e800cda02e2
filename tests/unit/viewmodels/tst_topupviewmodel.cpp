// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/accounts/accountview.h"
#include "viewmodels/forms/topupviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::TopUpViewModel;

namespace {

// Day N+2 of the reference example: ETH 230, BCH 170.
struct Desk {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    std::unique_ptr<TopUpViewModel> form;

    explicit Desk(const QLocale &locale = QLocale(QLocale::English, QLocale::UnitedStates))
        : format(locale)
    {
        world.stores.portfolio = referencePortfolio();
        world.setPrice("ETHUSDT", "230");
        world.setPrice("BCHUSDT", "170");
        world.evaluate();
        form = std::make_unique<TopUpViewModel>(
            viewmodels::Services {world, commands, world.stores, world.relay, world.clock, format});
    }
};

} // namespace

class TestTopUpViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Reference example, day N+2: 120 USDT of new money repay BCH's account to its initial ratio.
    void opensOnWhatRepayingNeeds()
    {
        Desk desk;
        desk.form->openRepaying(QStringLiteral("b-bchusdt"));
        QVERIFY(desk.form->repays());
        QCOMPARE(desk.form->amount(), QStringLiteral("120.00"));
        desk.form->setAmount({});
        desk.form->fillToInitial();
        QCOMPARE(desk.form->amount(), QStringLiteral("120.00"));
        desk.form->setRepays(false);
        desk.form->fillToInitial();
        QCOMPARE(desk.form->amount(), QStringLiteral("150.00"));
        desk.form->setRepays(true);
        desk.form->setAmount(QStringLiteral("120"));
        desk.form->confirm();
        const auto &booked = std::get<monitor::TopUp>(desk.world.stores.requests.back().action);
        QVERIFY(booked.repays);
        desk.form->open(QStringLiteral("b-bchusdt")); // the next one starts without it
        QVERIFY(!desk.form->repays());
    }

    void nothingRepaysWhereNothingIsOwed()
    {
        Desk desk;
        desk.form->openRepaying(QStringLiteral("b-bchusdt"));
        QVERIFY(desk.form->canRepay());
        desk.form->setAssetIndex(1); // BCH is held, not owed
        QVERIFY(!desk.form->canRepay() && !desk.form->repays());
    }

    void opensOnTheMostUrgentAccountWithItsTwoAssets()
    {
        Desk desk;
        desk.form->open({});
        QVERIFY(desk.form->isOpen());
        QCOMPARE(desk.form->title(), QStringLiteral("Top up BCH/USDT isolated"));
        QCOMPARE(desk.form->assetNames(), QStringList({QStringLiteral("USDT"), QStringLiteral("BCH")}));
        QCOMPARE(desk.form->sourceNames(), QStringList({QStringLiteral("Spot wallet"), QStringLiteral("Outside")}));
        QCOMPARE(desk.form->sourceFree(), QStringLiteral("1,000.00"));
        QVERIFY(!desk.form->confirmable());
        QVERIFY(desk.form->amountError().isEmpty()); // nothing typed is not a mistake
    }

    // What the button on the card says is what the form is filled with, and it can be recorded at once.
    void isFilledWithWhatTheButtonNames()
    {
        Desk desk;
        const auto now = desk.world.relay.current();
        const auto view = viewmodels::makeAccountView(*now->find("b-bchusdt"),
                                                      {*now, desk.format, desk.world.clock.bootMs(), {}, 0});
        QCOMPARE(view.topUpText, QStringLiteral("Top up 150.00 USDT…"));
        desk.form->openSuggested(QStringLiteral("b-bchusdt"));
        QCOMPARE(desk.form->amount(), QStringLiteral("150.00"));
        QCOMPARE(desk.form->amountEcho(), QStringLiteral("= 150.00 USDT"));
        QCOMPARE(desk.form->preview()->after()->level(), QStringLiteral("1.25"));
        QVERIFY(desk.form->confirmable());
        desk.form->confirm();
        QCOMPARE(desk.world.stores.portfolio.accounts.at(2).balance("USDT")->free, dec("150"));
    }

    void suggestsNothingWhereNothingIsNamed()
    {
        Desk desk;
        desk.world.setPrice("BCHUSDT", "300");
        desk.world.evaluate();
        desk.form->openSuggested(QStringLiteral("b-bchusdt"));
        QVERIFY(desk.form->amount().isEmpty());
    }

    void whatCanBeReadInTwoWaysIsNotBooked()
    {
        Desk german(QLocale(QLocale::German, QLocale::Germany));
        german.form->open(QStringLiteral("b-bchusdt"));
        german.form->setAmount(QStringLiteral("0.001"));
        QVERIFY2(german.form->amountError().contains(QStringLiteral("0,001 or 1")),
                 qPrintable(german.form->amountError()));
        QVERIFY(german.form->amountEcho().isEmpty());
        QVERIFY(!german.form->confirmable());
        german.form->setAssetIndex(1);
        german.form->setAmount(QStringLiteral("0,5"));
        QCOMPARE(german.form->amountEcho(), QStringLiteral("= 0,5 BCH ≈ 85,00 USDT"));
        Desk english;
        english.form->open(QStringLiteral("b-bchusdt"));
        english.form->setAmount(QStringLiteral("0,123"));
        QVERIFY(english.form->amountError().contains(QStringLiteral("0.123 or 123")));
        QVERIFY(!english.form->confirmable());
    }

    void offersAmountsThatReallyGetThere()
    {
        Desk desk;
        desk.form->open(QStringLiteral("b-bchusdt"));
        QCOMPARE(desk.form->toCallText(), QStringLiteral("to call + 30.01"));
        QCOMPARE(desk.form->toInitialText(), QStringLiteral("to initial 150.00"));
        QCOMPARE(desk.form->allText(), QStringLiteral("all 1,000.00"));
        QVERIFY(desk.form->toCallFits() && desk.form->toInitialFits());
        desk.form->fillToCall();
        QCOMPARE(desk.form->amount(), QStringLiteral("30.01"));
        QVERIFY(desk.form->preview()->after()->riskState() < 3); // strictly above the call
        desk.form->setAssetIndex(1); // BCH: 30.01 / 170 rounded up at 8 decimals
        QVERIFY(desk.form->amount().isEmpty());
        QCOMPARE(desk.form->toCallText(), QStringLiteral("to call + 0.17652942: more than is there"));
        QCOMPARE(desk.form->toInitialText(), QStringLiteral("to initial 0.88235295: more than is there"));
        QVERIFY(!desk.form->toCallFits() && !desk.form->toInitialFits()); // the wallet has no BCH
        desk.form->setSourceIndex(static_cast<int>(desk.form->sourceNames().size())
                                  - 1); // from outside there is enough
        QVERIFY(desk.form->toCallFits() && desk.form->toInitialFits());
        QCOMPARE(desk.form->toCallText(), QStringLiteral("to call + 0.17652942"));
        QVERIFY(desk.form->allText().isEmpty());
    }

    void offersNoWayToTheCallWhereThereIsNone()
    {
        Desk desk;
        desk.form->open(QStringLiteral("b-ethusdt"));
        QVERIFY(desk.form->toCallText().isEmpty());
        QVERIFY(desk.form->toInitialText().isEmpty());
    }

    void previewsByTheEngine()
    {
        Desk desk;
        desk.form->open(QStringLiteral("b-bchusdt"));
        desk.form->setAmount(QStringLiteral("150"));
        auto *preview = desk.form->preview();
        QCOMPARE(preview->now()->level(), QStringLiteral("1.06"));
        QCOMPARE(preview->after()->level(), QStringLiteral("1.25"));
        QCOMPARE(preview->now()->riskState(), 3); // margin call
        QCOMPARE(preview->after()->riskState(), 1); // normal
        QCOMPARE(preview->now()->callPrice(), QStringLiteral("BCH 176.00"));
        QCOMPARE(preview->after()->callPrice(), QStringLiteral("BCH 146.00"));
        QCOMPARE(preview->now()->liquidationPrice(), QStringLiteral("BCH 168.00"));
        QCOMPARE(preview->after()->liquidationPrice(), QStringLiteral("BCH 138.00"));
        QVERIFY(preview->nowPosition() < preview->callPosition());
        QVERIFY(preview->afterPosition() >= preview->callPosition());
        QVERIFY(desk.form->confirmable());
    }

    void previewFollowsThePrices()
    {
        Desk desk;
        desk.form->open(QStringLiteral("b-bchusdt"));
        desk.form->setAmount(QStringLiteral("150"));
        desk.world.setPrice("BCHUSDT", "180");
        desk.world.evaluate();
        QCOMPARE(desk.form->preview()->now()->level(), QStringLiteral("1.13"));
    }

    void refusesWithAReason_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("word");
        QTest::newRow("zero") << QStringLiteral("0") << QStringLiteral("above 0");
        QTest::newRow("negative") << QStringLiteral("-5") << QStringLiteral("above 0");
        QTest::newRow("typographic minus") << QStringLiteral("\u22125") << QStringLiteral("above 0");
        QTest::newRow("more than the wallet") << QStringLiteral("1000.01") << QStringLiteral("1,000");
        QTest::newRow("exponent") << QStringLiteral("1e3") << QStringLiteral("not understood");
        QTest::newRow("text") << QStringLiteral("nan") << QStringLiteral("not understood");
        QTest::newRow("foreign comma") << QStringLiteral("1,5") << QStringLiteral("1.5 or 15");
        QTest::newRow("markup") << QStringLiteral("<img src=\"y\">%1") << QStringLiteral("%1");
    }

    void refusesWithAReason()
    {
        QFETCH(QString, typed);
        QFETCH(QString, word);
        Desk desk;
        desk.form->open(QStringLiteral("b-bchusdt"));
        desk.form->setAmount(typed);
        QVERIFY(!desk.form->confirmable());
        QVERIFY2(desk.form->amountError().contains(word), qPrintable(desk.form->amountError()));
        desk.form->confirm();
        QCOMPARE(desk.world.stores.requests.size(), 0U);
        QVERIFY(!desk.form->preview()->after()->known());
    }

    void takesTheAmountAsThePersonWritesIt()
    {
        Desk desk(QLocale(QLocale::German, QLocale::Germany));
        desk.form->open(QStringLiteral("b-bchusdt"));
        desk.form->fillToCall();
        QCOMPARE(desk.form->amount(), QStringLiteral("30,01"));
        desk.form->setAmount(QStringLiteral("1.000,00"));
        QVERIFY(desk.form->confirmable());
        desk.form->confirm();
        QCOMPARE(std::get<monitor::TopUp>(desk.world.stores.requests.at(0).action).amount, dec("1000"));
    }

    void booksOnceHoweverOftenItIsClicked()
    {
        Desk desk;
        QSignalSpy booked(desk.form.get(), &TopUpViewModel::booked);
        desk.world.stores.held = true;
        desk.form->open(QStringLiteral("b-bchusdt"));
        desk.form->fillToInitial();
        for (int click = 0; click < 20; ++click) {
            desk.form->confirm();
        }
        QVERIFY(desk.form->busy());
        QCOMPARE(desk.world.stores.requests.size(), 1U);
        desk.world.stores.release();
        QTRY_COMPARE(booked.size(), 1);
        QCOMPARE(booked.at(0).at(0).toString(), QStringLiteral("Recorded: 150.00 USDT into BCH/USDT isolated"));
        QVERIFY(!desk.form->isOpen());
        desk.form->confirm();
        QCOMPARE(desk.world.stores.requests.size(), 1U);
        QCOMPARE(desk.world.stores.rows.size(), 2U); // the wallet's and the account's
    }

    void keepsItsOperationIdOverAFailureAndTakesANewOneForANewDialog()
    {
        Desk desk;
        desk.form->open(QStringLiteral("b-bchusdt"));
        desk.form->setAmount(QStringLiteral("10"));
        desk.world.stores.failNext = Error {ErrorCode::InputOutput, "", "disk"};
        desk.form->confirm();
        QVERIFY(desk.form->isOpen());
        QVERIFY(!desk.form->failure().isEmpty());
        desk.form->confirm();
        QVERIFY(!desk.form->isOpen());
        QCOMPARE(desk.world.stores.requests.at(0).id, desk.world.stores.requests.at(1).id);
        desk.world.evaluate();
        desk.form->open(QStringLiteral("b-bchusdt"));
        desk.form->setAmount(QStringLiteral("11"));
        desk.form->confirm();
        QVERIFY(desk.world.stores.requests.at(2).id != desk.world.stores.requests.at(1).id);
        QCOMPARE(desk.world.stores.requests.at(2).id.size(), 36U);
    }

    void asksBeforeTheSameTopUpWithinTenMinutes()
    {
        Desk desk;
        const auto topUp = [&desk] {
            desk.world.evaluate();
            desk.form->open(QStringLiteral("b-bchusdt"));
            desk.form->setAmount(QStringLiteral("150"));
            desk.form->confirm();
        };
        topUp();
        desk.world.clock.advance(9 * 60 * 1000);
        topUp();
        QVERIFY(desk.form->asksAgain());
        QVERIFY2(desk.form->repeatText().contains(QStringLiteral("150")), qPrintable(desk.form->repeatText()));
        desk.form->confirm(); // the second half of a double click is no answer
        QCOMPARE(desk.world.stores.requests.size(), 1U);
        desk.form->setAmount(QStringLiteral("151"));
        QVERIFY(!desk.form->asksAgain()); // another amount is another question
        desk.form->setAmount(QStringLiteral("150"));
        desk.form->confirm();
        QVERIFY(desk.form->asksAgain());
        desk.form->declineAgain();
        QVERIFY(desk.form->isOpen());
        QCOMPARE(desk.world.stores.requests.size(), 1U);
        desk.form->confirm();
        desk.form->confirmAgain();
        QCOMPARE(desk.world.stores.requests.size(), 2U);
        desk.world.clock.advance(11 * 60 * 1000);
        topUp();
        QVERIFY(!desk.form->asksAgain());
        QCOMPARE(desk.world.stores.requests.size(), 3U);
    }

    void tellsTheOutcomeEvenWhereTheDialogWasClosedMeanwhile()
    {
        Desk desk;
        QSignalSpy booked(desk.form.get(), &TopUpViewModel::booked);
        desk.world.stores.held = true;
        desk.form->open(QStringLiteral("b-bchusdt"));
        desk.form->setAmount(QStringLiteral("20"));
        desk.form->confirm();
        desk.form->close();
        desk.form->open(QStringLiteral("b-ethusdt"));
        desk.world.stores.release();
        QTRY_COMPARE(booked.size(), 1);
        QVERIFY(desk.form->isOpen()); // the new dialog is not closed by the old answer
        QVERIFY(!desk.form->busy());
    }

    void showsHostileNamesAsTheyAre()
    {
        Desk desk;
        const std::string hostile = "x<img src=\"y\"> %1 \u202e" + std::string(10'000, 'a');
        desk.world.stores.portfolio.accounts[0].name = hostile;
        desk.world.evaluate();
        desk.form->open(QStringLiteral("a-cross"));
        QVERIFY(desk.form->title().contains(QStringLiteral("x<img src=\"y\"> %1")));
        QVERIFY(desk.form->title().size() < 100);
        desk.form->setAmount(QStringLiteral("5"));
        QSignalSpy booked(desk.form.get(), &TopUpViewModel::booked);
        desk.form->confirm();
        QVERIFY(booked.at(0).at(0).toString().contains(QStringLiteral("%1")));
    }
};

PLIMSOLL_TEST(TestTopUpViewModel)
#include "tst_topupviewmodel.moc"
