// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/accounts/margincallviewmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::DisplayFormat;
using viewmodels::MarginCallView;
using viewmodels::MarginCallViewModel;
using viewmodels::RiskState;

namespace {

struct Desk {
    FakeMonitor world;
    FakeAlarmCommands commands;
    DisplayFormat format {QLocale::c()};
    std::unique_ptr<MarginCallViewModel> call;

    Desk()
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

} // namespace

class TestMarginCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensByItselfAndSaysEverything()
    {
        Desk desk;
        QVERIFY(!desk.call->isOpen());
        desk.price("230", "170");
        QVERIFY(desk.call->isOpen());
        QCOMPARE(desk.call->accounts()->count(), 1);
        const MarginCallView &row = desk.row(0);
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
        Desk desk;
        desk.price("230", "170");
        desk.price("230", "172");
        QCOMPARE(desk.row(0).headline, QStringLiteral("BCH/USDT isolated is at 1.08"));
        QCOMPARE(desk.row(0).sinceText, QStringLiteral("since 00:00:01"));
        desk.world.clock.advance(3000);
        desk.call->tick();
        QVERIFY(desk.row(0).sayText.contains(QStringLiteral("3 s old")));
        QCOMPARE(desk.call->updatedText(), QStringLiteral("updated 3 s ago"));
    }

    void aStrayKeyDoesNotAcknowledge()
    {
        Desk desk;
        desk.price("230", "170");
        desk.call->acknowledge();
        QVERIFY(desk.call->isOpen());
        desk.world.clock.advance(MarginCallViewModel::kShownMs);
        desk.call->acknowledge();
        QVERIFY(desk.call->isOpen());
        desk.world.clock.advance(1);
        desk.call->acknowledge();
        QVERIFY(!desk.call->isOpen());
        QVERIFY(desk.call->hasActive());
    }

    void aCallBetweenTwoSnapshotsIsTold()
    {
        Desk desk;
        const monitor::StatusEvent event {desk.world.clock.wallMs(),  "b-bchusdt", margin::Status::Normal,
                                          margin::Status::MarginCall, {},          {}};
        desk.call->onStatusChanged(event);
        QVERIFY(desk.call->isOpen());
        desk.price("230", "200"); // the next snapshot knows nothing of it any more
        QVERIFY(desk.call->isOpen());
        QCOMPARE(desk.call->accounts()->count(), 1);
        QVERIFY(!desk.row(0).active);
    }

    void aCallThatComesAgainBetweenSnapshotsBreaksTheAcknowledgement()
    {
        Desk desk;
        desk.price("230", "170");
        desk.acknowledge();
        QVERIFY(!desk.call->isOpen());
        const std::int64_t now = desk.world.clock.wallMs();
        desk.call->onStatusChanged({now, "b-bchusdt", margin::Status::MarginCall, margin::Status::Normal, {}, {}});
        desk.call->onStatusChanged({now, "b-bchusdt", margin::Status::Normal, margin::Status::MarginCall, {}, {}});
        QVERIFY(desk.call->isOpen());
    }

    void liquidationIsToldAgainAfterTheLevelHadRisenToTheCallZone()
    {
        Desk desk;
        desk.price("230", "160");
        desk.acknowledge();
        desk.price("230", "170");
        QVERIFY(!desk.call->isOpen());
        desk.price("230", "160");
        QVERIFY(desk.call->isOpen());
    }

    void aWallClockThatStepsBackHidesNothing()
    {
        Desk desk;
        desk.price("230", "170");
        desk.acknowledge();
        desk.world.clock.jumpWall(-86'400'000);
        desk.price("230", "200"); // recovered
        desk.price("230", "170"); // and in call again
        QVERIFY(desk.call->isOpen());
    }

    void anAcknowledgedCallIsQuietUntilItGetsWorse()
    {
        Desk desk;
        desk.price("230", "170");
        desk.acknowledge();
        desk.price("230", "171");
        QVERIFY(!desk.call->isOpen());
        desk.price("230", "167"); // liquidation
        QVERIFY(desk.call->isOpen());
        QCOMPARE(desk.row(0).state, RiskState::Liquidation);
        QVERIFY(desk.row(0).canRecordLiquidation);
        desk.acknowledge();
        desk.price("230", "171"); // back into the call: not worse
        QVERIFY(!desk.call->isOpen());
        desk.price("230", "200"); // recovered unseen and acknowledged: nothing left to say
        QVERIFY(!desk.call->isOpen());
        QCOMPARE(desk.call->accounts()->count(), 0);
        desk.price("230", "170");
        QVERIFY(desk.call->isOpen()); // a new call
    }

    void recoveryStaysUntilSeen()
    {
        Desk desk;
        desk.price("230", "170");
        desk.price("230", "210");
        QVERIFY(desk.call->isOpen()); // never dismisses itself
        QVERIFY(!desk.call->hasActive());
        QVERIFY(!desk.row(0).active);
        QCOMPARE(desk.row(0).headline, QStringLiteral("BCH/USDT isolated has recovered to 1.31"));
        desk.acknowledge();
        QVERIFY(!desk.call->isOpen());
        QCOMPARE(desk.call->accounts()->count(), 0);
    }

    void aTopUpRecovers()
    {
        Desk desk;
        desk.price("230", "170");
        monitor::OperationRequest request {"00000000-0000-4000-8000-000000000001",
                                           "b-bchusdt",
                                           monitor::TopUp {"USDT", dec("150"), "spot"},
                                           {},
                                           desk.world.relay.current()->rates};
        desk.world.book(request);
        desk.world.evaluate();
        QVERIFY(!desk.row(0).active);
        QCOMPARE(desk.row(0).headline, QStringLiteral("BCH/USDT isolated has recovered to 1.25"));
    }

    void mostUrgentFirstAndRecoveredLast()
    {
        Desk desk;
        const QAbstractItemModelTester tester(desk.call->accounts(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        desk.price("175", "170"); // everything is in call; BCH nearest to liquidation, then cross, then ETH
        QCOMPARE(desk.call->accounts()->count(), 3);
        QCOMPARE(desk.row(0).accountId, QStringLiteral("b-bchusdt"));
        QCOMPARE(desk.row(1).accountId, QStringLiteral("a-cross"));
        QCOMPARE(desk.row(2).accountId, QStringLiteral("b-ethusdt"));
        QVERIFY(desk.row(1).lossText.contains(QStringLiteral("everything in the cross account")));
        desk.price("160", "230");
        QCOMPARE(desk.row(0).accountId, QStringLiteral("b-ethusdt"));
        QCOMPARE(desk.row(0).state, RiskState::Liquidation);
        QVERIFY(!desk.row(1).active && !desk.row(2).active);
        QCOMPARE(desk.call->worstState(), static_cast<int>(RiskState::Liquidation));
    }

    void unknownIsNotRecovered()
    {
        Desk desk;
        desk.price("230", "170");
        desk.price("230", "");
        QVERIFY(desk.call->isOpen());
        QVERIFY(desk.row(0).active);
        QCOMPARE(desk.row(0).state, RiskState::Unknown);
        QVERIFY(desk.row(0).sayText.contains(QStringLiteral("BCHUSDT missing")));
    }

    void liquidatedIsSaid()
    {
        Desk desk;
        desk.price("230", "120");
        for (margin::Account &account : desk.world.stores.portfolio.accounts) {
            if (account.id == "b-bchusdt") {
                account.liquidatedAt = desk.world.clock.wallMs();
            }
        }
        desk.world.evaluate();
        QVERIFY(desk.call->isOpen());
        QCOMPARE(desk.row(0).accountId, QStringLiteral("a-cross")); // 1750 / 1600 = 1.09: a call of its own
        QCOMPARE(desk.row(1).headline, QStringLiteral("BCH/USDT isolated was liquidated"));
        QVERIFY(!desk.row(1).active);
    }

    void aCallFromBeforeTheStartKeepsItsTime()
    {
        Desk desk;
        desk.price("230", "170");
        monitor::StatusRecord record;
        record.account = "b-bchusdt";
        record.from = margin::Status::Normal;
        record.to = margin::Status::MarginCall;
        record.time = desk.world.clock.wallMs() - 3'600'000;
        desk.world.stores.statuses.push_back(record);
        record.from.reset(); // this program's own first evaluation
        record.time = desk.world.clock.wallMs() - 10;
        desk.world.stores.statuses.push_back(record);
        desk.make();
        QVERIFY(desk.call->isOpen());
        QTRY_COMPARE(desk.row(0).sinceText, QStringLiteral("since 3 Jun 2020 23:00:01"));
    }

    void aRemovedAccountLeaves()
    {
        Desk desk;
        desk.price("230", "170");
        QVERIFY(desk.world.book({"removal", "b-bchusdt", monitor::RemoveAccount {}, {}, nullptr}).result().hasValue());
        desk.world.evaluate();
        QCOMPARE(desk.call->accounts()->count(), 0);
    }
};

PLIMSOLL_TEST(TestMarginCall)
#include "tst_margincall.moc"
