// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/sent.h"
#include "testlib/testprogram.h"
#include "viewmodels/accounts/margincallviewmodel.h"
#include "viewmodels/app/dashboardviewmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::MarginCallView;
using viewmodels::MarginCallViewModel;
using viewmodels::RiskState;

namespace {

struct Bench {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale::c()};
    std::unique_ptr<MarginCallViewModel> call;

    Bench()
    {
        world.stores.portfolio = referencePortfolio();
        world.setPrice("ETHUSDT", "230");
        world.setPrice("BCHUSDT", "200");
        world.evaluate();
        make();
    }

    void make()
    {
        call = std::make_unique<MarginCallViewModel>(
            viewmodels::Services {world, commands, world.stores, world.relay, world.clock, format});
    }

    void price(const char *eth, const char *bch)
    {
        world.clock.advance(1000);
        world.setPrice("ETHUSDT", eth);
        world.setPrice("BCHUSDT", bch);
        world.evaluate();
    }

    const MarginCallView &row(std::size_t index) const { return call->accounts()->rows().at(index); }

    void acknowledge()
    {
        world.clock.advance(MarginCallViewModel::kShownMs + 1);
        call->acknowledge();
    }
};

QString sinceOnCard(const viewmodels::DashboardViewModel &board, const char *account)
{
    for (const viewmodels::AccountView &view : board.isolated()) {
        if (view.accountId == QString::fromLatin1(account)) {
            return view.sinceText;
        }
    }
    return QStringLiteral("not there");
}

} // namespace

class TestMarginCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensByItselfAndSaysEverything()
    {
        Bench bench;
        QVERIFY(!bench.call->isOpen());
        bench.price("230", "170");
        QVERIFY(bench.call->isOpen());
        QCOMPARE(bench.call->accounts()->count(), 1);
        const MarginCallView &row = bench.row(0);
        QCOMPARE(row.headline, QStringLiteral("BCH/USDT isolated is at 1.06"));
        QCOMPARE(row.sinceText, QStringLiteral("since 00:00:01"));
        QCOMPARE(row.sayText, QStringLiteral("BCH 170.00 (test, 0 s old). Liquidation at 168.00, 1.17 % below."));
        QVERIFY(row.lossText.contains(QStringLiteral("50.00 USDT")));
        QVERIFY(row.lossText.contains(QStringLiteral("nothing is added automatically")));
        QCOMPARE(row.depositText, QStringLiteral("150.00 USDT"));
        QCOMPARE(row.depositResult, QStringLiteral("level 1.25"));
        QCOMPARE(row.repayText, QStringLiteral("120.00 USDT"));
        QCOMPARE(row.sellText, QStringLiteral("600.00 USDT"));
        QCOMPARE(row.sellResult, QStringLiteral("3.5295 BCH sold"));
        QVERIFY(!row.canRecordLiquidation);
        QVERIFY(row.position > row.liquidationPosition && row.position <= row.callPosition);
    }

    void staysLive()
    {
        Bench bench;
        bench.price("230", "170");
        bench.price("230", "172");
        QCOMPARE(bench.row(0).headline, QStringLiteral("BCH/USDT isolated is at 1.08"));
        QCOMPARE(bench.row(0).sinceText, QStringLiteral("since 00:00:01"));
        bench.world.clock.advance(3000);
        bench.call->tick();
        QVERIFY(bench.row(0).sayText.contains(QStringLiteral("3 s old")));
        QCOMPARE(bench.call->updatedText(), QStringLiteral("updated 3 s ago"));
    }

    void aStrayKeyDoesNotAcknowledge()
    {
        Bench bench;
        bench.price("230", "170");
        bench.call->acknowledge();
        QVERIFY(bench.call->isOpen());
        bench.world.clock.advance(MarginCallViewModel::kShownMs);
        bench.call->acknowledge();
        QVERIFY(bench.call->isOpen());
        bench.world.clock.advance(1);
        bench.call->acknowledge();
        QVERIFY(!bench.call->isOpen());
        QVERIFY(bench.call->hasActive());
    }

    void aCallBetweenTwoSnapshotsIsTold()
    {
        Bench bench;
        const monitor::StatusEvent event {bench.world.clock.wallTime(), "b-bchusdt", margin::Status::Normal,
                                          margin::Status::MarginCall,   {},          {}};
        bench.call->onStatusChanged(event);
        QVERIFY(bench.call->isOpen());
        bench.price("230", "200"); // the next snapshot knows nothing of it any more
        QVERIFY(bench.call->isOpen());
        QCOMPARE(bench.call->accounts()->count(), 1);
        QVERIFY(!bench.row(0).active);
    }

    void aCallThatComesAgainBetweenSnapshotsBreaksTheAcknowledgement()
    {
        Bench bench;
        bench.price("230", "170");
        bench.acknowledge();
        QVERIFY(!bench.call->isOpen());
        const WallTime now = bench.world.clock.wallTime();
        bench.call->onStatusChanged({now, "b-bchusdt", margin::Status::MarginCall, margin::Status::Normal, {}, {}});
        bench.call->onStatusChanged({now, "b-bchusdt", margin::Status::Normal, margin::Status::MarginCall, {}, {}});
        QVERIFY(bench.call->isOpen());
    }

    void liquidationIsToldAgainAfterTheLevelHadRisenToTheCallZone()
    {
        Bench bench;
        bench.price("230", "160");
        bench.acknowledge();
        bench.price("230", "170");
        QVERIFY(!bench.call->isOpen());
        bench.price("230", "160");
        QVERIFY(bench.call->isOpen());
    }

    void aWallClockThatStepsBackHidesNothing()
    {
        Bench bench;
        bench.price("230", "170");
        bench.acknowledge();
        bench.world.clock.jumpWall(-86'400'000);
        bench.price("230", "200"); // recovered
        bench.price("230", "170"); // and in call again
        QVERIFY(bench.call->isOpen());
    }

    void anAcknowledgedCallIsQuietUntilItGetsWorse()
    {
        Bench bench;
        bench.price("230", "170");
        bench.acknowledge();
        bench.price("230", "171");
        QVERIFY(!bench.call->isOpen());
        bench.price("230", "167"); // liquidation
        QVERIFY(bench.call->isOpen());
        QCOMPARE(bench.row(0).state, RiskState::Liquidation);
        QVERIFY(bench.row(0).canRecordLiquidation);
        bench.acknowledge();
        bench.price("230", "171"); // back into the call: not worse
        QVERIFY(!bench.call->isOpen());
        bench.price("230", "200"); // recovered unseen and acknowledged: nothing left to say
        QVERIFY(!bench.call->isOpen());
        QCOMPARE(bench.call->accounts()->count(), 0);
        bench.price("230", "170");
        QVERIFY(bench.call->isOpen()); // a new call
    }

    void recoveryStaysUntilSeen()
    {
        Bench bench;
        bench.price("230", "170");
        bench.price("230", "210");
        QVERIFY(bench.call->isOpen()); // never dismisses itself
        QVERIFY(!bench.call->hasActive());
        QVERIFY(!bench.row(0).active);
        QCOMPARE(bench.row(0).headline, QStringLiteral("BCH/USDT isolated has recovered to 1.31"));
        bench.acknowledge();
        QVERIFY(!bench.call->isOpen());
        QCOMPARE(bench.call->accounts()->count(), 0);
    }

    void aTopUpRecovers()
    {
        Bench bench;
        bench.price("230", "170");
        monitor::OperationRequest request {"00000000-0000-4000-8000-000000000001",
                                           "b-bchusdt",
                                           monitor::TopUp {"USDT", dec("150"), "spot"},
                                           {},
                                           bench.world.relay.current()->rates};
        testlib::sent(bench.world.book(request));
        bench.world.evaluate();
        QVERIFY(!bench.row(0).active);
        QCOMPARE(bench.row(0).headline, QStringLiteral("BCH/USDT isolated has recovered to 1.25"));
    }

    void mostUrgentFirstAndRecoveredLast()
    {
        Bench bench;
        const QAbstractItemModelTester tester(bench.call->accounts(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.price("175", "170"); // everything is in call; BCH nearest to liquidation, then cross, then ETH
        QCOMPARE(bench.call->accounts()->count(), 3);
        QCOMPARE(bench.row(0).accountId, QStringLiteral("b-bchusdt"));
        QCOMPARE(bench.row(1).accountId, QStringLiteral("a-cross"));
        QCOMPARE(bench.row(2).accountId, QStringLiteral("b-ethusdt"));
        QVERIFY(bench.row(1).lossText.contains(QStringLiteral("everything in the cross account")));
        bench.price("160", "230");
        QCOMPARE(bench.row(0).accountId, QStringLiteral("b-ethusdt"));
        QCOMPARE(bench.row(0).state, RiskState::Liquidation);
        QVERIFY(!bench.row(1).active && !bench.row(2).active);
        QCOMPARE(bench.call->worstState(), static_cast<int>(RiskState::Liquidation));
    }

    void unknownIsNotRecovered()
    {
        Bench bench;
        bench.price("230", "170");
        bench.price("230", "");
        QVERIFY(bench.call->isOpen());
        QVERIFY(bench.row(0).active);
        QCOMPARE(bench.row(0).state, RiskState::Unknown);
        QVERIFY(bench.row(0).sayText.contains(QStringLiteral("BCHUSDT missing")));
    }

    void liquidatedIsSaid()
    {
        Bench bench;
        bench.price("230", "120");
        for (margin::Account &account : bench.world.stores.portfolio.accounts) {
            if (account.id == "b-bchusdt") {
                account.liquidatedAt = bench.world.clock.wallTime();
            }
        }
        bench.world.evaluate();
        QVERIFY(bench.call->isOpen());
        QCOMPARE(bench.row(0).accountId, QStringLiteral("a-cross")); // 1750 / 1600 = 1.09: a call of its own
        QCOMPARE(bench.row(1).headline, QStringLiteral("BCH/USDT isolated was liquidated"));
        QVERIFY(!bench.row(1).active);
    }

    void aCallFromBeforeTheStartKeepsItsTime()
    {
        Bench bench;
        bench.price("230", "170");
        monitor::StatusRecord record;
        record.account = "b-bchusdt";
        record.from = margin::Status::Normal;
        record.to = margin::Status::MarginCall;
        record.time = bench.world.clock.wallTime() - 3'600'000;
        bench.world.stores.statuses.push_back(record);
        record.from.reset(); // this program's own first evaluation
        record.time = bench.world.clock.wallTime() - 10;
        bench.world.stores.statuses.push_back(record);
        bench.make();
        QVERIFY(bench.call->isOpen());
        viewmodels::DashboardViewModel board(bench.world.relay, bench.world.clock, bench.format);
        board.setCalls(*bench.call);
        QTRY_COMPARE(bench.row(0).sinceText, QStringLiteral("since 3 Jun 2020 23:00:01"));
        board.tick();
        QCOMPARE(sinceOnCard(board, "b-bchusdt"), bench.row(0).sinceText);
    }

    // The card and the dialog say one time; it begins anew with every crossing, and ends with the call.
    void theCardSaysSinceWhen()
    {
        Bench bench;
        viewmodels::DashboardViewModel board(bench.world.relay, bench.world.clock, bench.format);
        board.setCalls(*bench.call);
        QCOMPARE(sinceOnCard(board, "b-bchusdt"), QString());
        bench.price("230", "170");
        QCOMPARE(sinceOnCard(board, "b-bchusdt"), QStringLiteral("since 00:00:01"));
        QCOMPARE(sinceOnCard(board, "b-ethusdt"), QString());
        bench.price("230", "171");
        QCOMPARE(sinceOnCard(board, "b-bchusdt"), QStringLiteral("since 00:00:01"));
        bench.price("230", "160"); // 800 / 800, below 1.05
        QCOMPARE(sinceOnCard(board, "b-bchusdt"), QStringLiteral("since 00:00:03"));
        bench.price("230", "200");
        QCOMPARE(sinceOnCard(board, "b-bchusdt"), QString());
    }

    void aRemovedAccountLeaves()
    {
        Bench bench;
        bench.price("230", "170");
        QVERIFY(bench.world.book({"removal", "b-bchusdt", monitor::RemoveAccount {}, {}, nullptr}).result().hasValue());
        bench.world.evaluate();
        QCOMPARE(bench.call->accounts()->count(), 0);
    }
};

PLIMSOLL_TEST(TestMarginCall)
#include "tst_margincall.moc"
