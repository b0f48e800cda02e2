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
struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    std::unique_ptr<TopUpViewModel> form;

    explicit Bench(const QLocale &locale = QLocale(QLocale::English, QLocale::UnitedStates))
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
        Bench bench;
        bench.form->openRepaying(QStringLiteral("b-bchusdt"));
        QVERIFY(bench.form->repays());
        QCOMPARE(bench.form->amount(), QStringLiteral("120.00"));
        bench.form->setAmount({});
        bench.form->fillToInitial();
        QCOMPARE(bench.form->amount(), QStringLiteral("120.00"));
        bench.form->setRepays(false);
        bench.form->fillToInitial();
        QCOMPARE(bench.form->amount(), QStringLiteral("150.00"));
        bench.form->setRepays(true);
        bench.form->setAmount(QStringLiteral("120"));
        bench.form->confirm();
        const auto &booked = std::get<monitor::TopUp>(bench.world.stores.requests.back().action);
        QVERIFY(booked.repays);
        bench.form->open(QStringLiteral("b-bchusdt")); // the next one starts without it
        QVERIFY(!bench.form->repays());
    }

    void nothingRepaysWhereNothingIsOwed()
    {
        Bench bench;
        bench.form->openRepaying(QStringLiteral("b-bchusdt"));
        QVERIFY(bench.form->canRepay());
        bench.form->setAssetIndex(1); // BCH is held, not owed
        QVERIFY(!bench.form->canRepay() && !bench.form->repays());
    }

    void opensOnTheMostUrgentAccountWithItsTwoAssets()
    {
        Bench bench;
        bench.form->open({});
        QVERIFY(bench.form->isOpen());
        QCOMPARE(bench.form->title(), QStringLiteral("Top up BCH/USDT isolated"));
        QCOMPARE(bench.form->assetNames(), QStringList({QStringLiteral("USDT"), QStringLiteral("BCH")}));
        QCOMPARE(bench.form->sourceNames(), QStringList({QStringLiteral("Spot wallet"), QStringLiteral("Outside")}));
        QCOMPARE(bench.form->sourceFree(), QStringLiteral("1,000.00"));
        QVERIFY(!bench.form->confirmable());
        QVERIFY(bench.form->amountError().isEmpty()); // nothing typed is not a mistake
    }

    // What the button on the card says is what the form is filled with, and it can be recorded at once.
    void isFilledWithWhatTheButtonNames()
    {
        Bench bench;
        const auto now = bench.world.relay.current();
        const auto view = viewmodels::makeAccountView(*now->find("b-bchusdt"),
                                                      {*now, bench.format, bench.world.clock.bootTime(), {}, 0});
        QCOMPARE(view.topUpText, QStringLiteral("Top up 150.00 USDT…"));
        bench.form->openSuggested(QStringLiteral("b-bchusdt"));
        QCOMPARE(bench.form->amount(), QStringLiteral("150.00"));
        QCOMPARE(bench.form->amountEcho(), QStringLiteral("= 150.00 USDT"));
        QCOMPARE(bench.form->preview()->after()->level(), QStringLiteral("1.25"));
        QVERIFY(bench.form->confirmable());
        bench.form->confirm();
        QCOMPARE(bench.world.stores.portfolio.accounts.at(2).balance("USDT")->free, dec("150"));
    }

    void suggestsNothingWhereNothingIsNamed()
    {
        Bench bench;
        bench.world.setPrice("BCHUSDT", "300");
        bench.world.evaluate();
        bench.form->openSuggested(QStringLiteral("b-bchusdt"));
        QVERIFY(bench.form->amount().isEmpty());
    }

    void whatCanBeReadInTwoWaysIsNotBooked()
    {
        Bench german(QLocale(QLocale::German, QLocale::Germany));
        german.form->open(QStringLiteral("b-bchusdt"));
        german.form->setAmount(QStringLiteral("0.001"));
        QVERIFY2(german.form->amountError().contains(QStringLiteral("0,001 or 1")),
                 qPrintable(german.form->amountError()));
        QVERIFY(german.form->amountEcho().isEmpty());
        QVERIFY(!german.form->confirmable());
        german.form->setAssetIndex(1);
        german.form->setAmount(QStringLiteral("0,5"));
        QCOMPARE(german.form->amountEcho(), QStringLiteral("= 0,5 BCH ≈ 85,00 USDT"));
        Bench english;
        english.form->open(QStringLiteral("b-bchusdt"));
        english.form->setAmount(QStringLiteral("0,123"));
        QVERIFY(english.form->amountError().contains(QStringLiteral("0.123 or 123")));
        QVERIFY(!english.form->confirmable());
    }

    void offersAmountsThatReallyGetThere()
    {
        Bench bench;
        bench.form->open(QStringLiteral("b-bchusdt"));
        QCOMPARE(bench.form->toCallText(), QStringLiteral("to call + 30.01"));
        QCOMPARE(bench.form->toInitialText(), QStringLiteral("to initial 150.00"));
        QCOMPARE(bench.form->allText(), QStringLiteral("all 1,000.00"));
        QVERIFY(bench.form->toCallFits() && bench.form->toInitialFits());
        bench.form->fillToCall();
        QCOMPARE(bench.form->amount(), QStringLiteral("30.01"));
        QVERIFY(bench.form->preview()->after()->riskState() < 3); // strictly above the call
        bench.form->setAssetIndex(1); // BCH: 30.01 / 170 rounded up at 8 decimals
        QVERIFY(bench.form->amount().isEmpty());
        QCOMPARE(bench.form->toCallText(), QStringLiteral("to call + 0.17652942: more than is there"));
        QCOMPARE(bench.form->toInitialText(), QStringLiteral("to initial 0.88235295: more than is there"));
        QVERIFY(!bench.form->toCallFits() && !bench.form->toInitialFits()); // the wallet has no BCH
        bench.form->setSourceIndex(static_cast<int>(bench.form->sourceNames().size())
                                   - 1); // from outside there is enough
        QVERIFY(bench.form->toCallFits() && bench.form->toInitialFits());
        QCOMPARE(bench.form->toCallText(), QStringLiteral("to call + 0.17652942"));
        QVERIFY(bench.form->allText().isEmpty());
    }

    void offersNoWayToTheCallWhereThereIsNone()
    {
        Bench bench;
        bench.form->open(QStringLiteral("b-ethusdt"));
        QVERIFY(bench.form->toCallText().isEmpty());
        QVERIFY(bench.form->toInitialText().isEmpty());
    }

    void previewsByTheEngine()
    {
        Bench bench;
        bench.form->open(QStringLiteral("b-bchusdt"));
        bench.form->setAmount(QStringLiteral("150"));
        auto *preview = bench.form->preview();
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
        QVERIFY(bench.form->confirmable());
    }

    void previewFollowsThePrices()
    {
        Bench bench;
        bench.form->open(QStringLiteral("b-bchusdt"));
        bench.form->setAmount(QStringLiteral("150"));
        bench.world.setPrice("BCHUSDT", "180");
        bench.world.evaluate();
        QCOMPARE(bench.form->preview()->now()->level(), QStringLiteral("1.13"));
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
        Bench bench;
        bench.form->open(QStringLiteral("b-bchusdt"));
        bench.form->setAmount(typed);
        QVERIFY(!bench.form->confirmable());
        QVERIFY2(bench.form->amountError().contains(word), qPrintable(bench.form->amountError()));
        bench.form->confirm();
        QCOMPARE(bench.world.stores.requests.size(), 0U);
        QVERIFY(!bench.form->preview()->after()->known());
    }

    void takesTheAmountAsThePersonWritesIt()
    {
        Bench bench(QLocale(QLocale::German, QLocale::Germany));
        bench.form->open(QStringLiteral("b-bchusdt"));
        bench.form->fillToCall();
        QCOMPARE(bench.form->amount(), QStringLiteral("30,01"));
        bench.form->setAmount(QStringLiteral("1.000,00"));
        QVERIFY(bench.form->confirmable());
        bench.form->confirm();
        QCOMPARE(std::get<monitor::TopUp>(bench.world.stores.requests.at(0).action).amount, dec("1000"));
    }

    void booksOnceHoweverOftenItIsClicked()
    {
        Bench bench;
        QSignalSpy booked(bench.form.get(), &TopUpViewModel::booked);
        bench.world.stores.held = true;
        bench.form->open(QStringLiteral("b-bchusdt"));
        bench.form->fillToInitial();
        for (int click = 0; click < 20; ++click) {
            bench.form->confirm();
        }
        QVERIFY(bench.form->busy());
        QCOMPARE(bench.world.stores.requests.size(), 1U);
        bench.world.stores.release();
        QTRY_COMPARE(booked.size(), 1);
        QCOMPARE(booked.at(0).at(0).toString(), QStringLiteral("Recorded: 150.00 USDT into BCH/USDT isolated"));
        QVERIFY(!bench.form->isOpen());
        bench.form->confirm();
        QCOMPARE(bench.world.stores.requests.size(), 1U);
        QCOMPARE(bench.world.stores.rows.size(), 2U); // the wallet's and the account's
    }

    void keepsItsOperationIdOverAFailureAndTakesANewOneForANewDialog()
    {
        Bench bench;
        bench.form->open(QStringLiteral("b-bchusdt"));
        bench.form->setAmount(QStringLiteral("10"));
        bench.world.stores.failNext = Error {ErrorCode::InputOutput, "", "disk"};
        bench.form->confirm();
        QVERIFY(bench.form->isOpen());
        QVERIFY(!bench.form->failure().isEmpty());
        bench.form->confirm();
        QVERIFY(!bench.form->isOpen());
        QCOMPARE(bench.world.stores.requests.at(0).id, bench.world.stores.requests.at(1).id);
        bench.world.evaluate();
        bench.form->open(QStringLiteral("b-bchusdt"));
        bench.form->setAmount(QStringLiteral("11"));
        bench.form->confirm();
        QVERIFY(bench.world.stores.requests.at(2).id != bench.world.stores.requests.at(1).id);
        QCOMPARE(bench.world.stores.requests.at(2).id.size(), 36U);
    }

    void asksBeforeTheSameTopUpWithinTenMinutes()
    {
        Bench bench;
        const auto topUp = [&bench] {
            bench.world.evaluate();
            bench.form->open(QStringLiteral("b-bchusdt"));
            bench.form->setAmount(QStringLiteral("150"));
            bench.form->confirm();
        };
        topUp();
        bench.world.clock.advance(9 * 60 * 1000);
        topUp();
        QVERIFY(bench.form->asksAgain());
        QVERIFY2(bench.form->repeatText().contains(QStringLiteral("150")), qPrintable(bench.form->repeatText()));
        bench.form->confirm(); // the second half of a double click is no answer
        QCOMPARE(bench.world.stores.requests.size(), 1U);
        bench.form->setAmount(QStringLiteral("151"));
        QVERIFY(!bench.form->asksAgain()); // another amount is another question
        bench.form->setAmount(QStringLiteral("150"));
        bench.form->confirm();
        QVERIFY(bench.form->asksAgain());
        bench.form->declineAgain();
        QVERIFY(bench.form->isOpen());
        QCOMPARE(bench.world.stores.requests.size(), 1U);
        bench.form->confirm();
        bench.form->confirmAgain();
        QCOMPARE(bench.world.stores.requests.size(), 2U);
        bench.world.clock.advance(11 * 60 * 1000);
        topUp();
        QVERIFY(!bench.form->asksAgain());
        QCOMPARE(bench.world.stores.requests.size(), 3U);
    }

    void tellsTheOutcomeEvenWhereTheDialogWasClosedMeanwhile()
    {
        Bench bench;
        QSignalSpy booked(bench.form.get(), &TopUpViewModel::booked);
        bench.world.stores.held = true;
        bench.form->open(QStringLiteral("b-bchusdt"));
        bench.form->setAmount(QStringLiteral("20"));
        bench.form->confirm();
        bench.form->close();
        bench.form->open(QStringLiteral("b-ethusdt"));
        bench.world.stores.release();
        QTRY_COMPARE(booked.size(), 1);
        QVERIFY(bench.form->isOpen()); // the new dialog is not closed by the old answer
        QVERIFY(!bench.form->busy());
    }

    void showsHostileNamesAsTheyAre()
    {
        Bench bench;
        const std::string hostile = "x<img src=\"y\"> %1 \u202e" + std::string(10'000, 'a');
        bench.world.stores.portfolio.accounts[0].name = hostile;
        bench.world.evaluate();
        bench.form->open(QStringLiteral("a-cross"));
        QVERIFY(bench.form->title().contains(QStringLiteral("x<img src=\"y\"> %1")));
        QVERIFY(bench.form->title().size() < 100);
        bench.form->setAmount(QStringLiteral("5"));
        QSignalSpy booked(bench.form.get(), &TopUpViewModel::booked);
        bench.form->confirm();
        QVERIFY(booked.at(0).at(0).toString().contains(QStringLiteral("%1")));
    }
};

PLIMSOLL_TEST(TestTopUpViewModel)
#include "tst_topupviewmodel.moc"
