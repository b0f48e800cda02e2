// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/miniviewmodel.h"
#include "desktopkit.h"
#include "testlib/testprogram.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::desktopkit;
using namespace Qt::StringLiterals;
using alarm::Channel;
using alarm::Condition;
using alarm::State;
using desktop::MiniViewModel;
using viewmodels::RiskState;

namespace {

struct Bench {
    World world {"230", "170"};
    MiniViewModel mini {world.alarms, world.monitor.relay, world.monitor.clock, world.format};

    void tell(std::vector<alarm::ActiveAlarm> active, std::vector<alarm::Rule> rules = {})
    {
        world.monitor.clock.advance(1000);
        monitor::AlarmBoard board;
        board.active = std::move(active);
        board.rules = std::move(rules);
        world.tell(board);
    }

    void present(Condition condition = Condition::Call, const QString &account = u"b-bchusdt"_s)
    {
        mini.present(delivery(Channel::MiniWindow, condition, account));
    }
};

} // namespace

class TestMiniViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheWorstAndWhatSavesIt()
    {
        Bench bench;
        bench.tell({active("b-bchusdt", Condition::Call), active("a-cross", Condition::Call)});
        QVERIFY(!bench.mini.isWanted()); // only a delivery brings it up
        bench.present();
        QVERIFY(bench.mini.isWanted());
        QCOMPARE(bench.mini.title(), u"BCH/USDT isolated"_s);
        QCOMPARE(bench.mini.levelText(), u"1.06"_s);
        QCOMPARE(bench.mini.riskState(), int(RiskState::MarginCall));
        QVERIFY2(bench.mini.distanceText().contains(u"to liquidation"), qPrintable(bench.mini.distanceText()));
        // (850 + x) / 800 = 1.25 -> x = 150
        QVERIFY2(bench.mini.saveText().contains(u"150.00 USDT"), qPrintable(bench.mini.saveText()));
        QCOMPARE(bench.mini.moreText(), u"+1 more"_s);
        QVERIFY(bench.mini.canSnooze());
    }

    void closesWhenNothingLoudIsUnacknowledged_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("stays");
        QTest::newRow("call") << int(Condition::Call) << int(State::ActiveUnacknowledged) << true;
        QTest::newRow("critical") << int(Condition::Critical) << int(State::ActiveUnacknowledged) << true;
        QTest::newRow("liquidation") << int(Condition::Liquidation) << int(State::ActiveUnacknowledged) << true;
        QTest::newRow("came and went") << int(Condition::Call) << int(State::ClearedUnacknowledged) << true;
        QTest::newRow("acknowledged") << int(Condition::Call) << int(State::ActiveAcknowledged) << false;
        QTest::newRow("snoozed") << int(Condition::Call) << int(State::Snoozed) << false;
        QTest::newRow("early warning only") << int(Condition::Watch) << int(State::ActiveUnacknowledged) << false;
        QTest::newRow("a gap, medium") << int(Condition::Gap) << int(State::ActiveUnacknowledged) << false;
        QTest::newRow("the journal cannot be written")
            << int(Condition::Ledger) << int(State::ActiveUnacknowledged) << true;
        QTest::newRow("prices only") << int(Condition::Stale) << int(State::ActiveUnacknowledged) << false;
    }

    void closesWhenNothingLoudIsUnacknowledged()
    {
        QFETCH(int, condition);
        QFETCH(int, state);
        QFETCH(bool, stays);
        Bench bench;
        QSignalSpy wanted(&bench.mini, &MiniViewModel::wantedChanged);
        bench.present();
        bench.tell({active("b-bchusdt", static_cast<Condition>(condition), static_cast<State>(state))});
        QCOMPARE(bench.mini.isWanted(), stays);
        QCOMPARE(wanted.size(), stays ? 1 : 2);
    }

    // The delivery comes by itself and may be ahead of the snapshot that knows its alarm.
    void aDeliveryAheadOfItsSnapshotShowsItsOwnWords()
    {
        Bench bench;
        bench.world.tell({});
        bench.present();
        QVERIFY(bench.mini.isWanted());
        QCOMPARE(bench.mini.title(), u"title of the notice"_s);
        QCOMPARE(bench.mini.distanceText(), u"first line"_s);
        bench.tell({active("b-bchusdt", Condition::Call)});
        QCOMPARE(bench.mini.title(), u"BCH/USDT isolated"_s);
        bench.tell({});
        QVERIFY(!bench.mini.isWanted());
    }

    // docs/alarms.md: a channel that failed uses the mini window while a call or worse is active, acknowledged or not.
    void whatWasNotDeliveredStaysWhileACallIsActive()
    {
        Bench bench;
        bench.present(Condition::NotDelivered, {});
        bench.tell(
            {active("", Condition::NotDelivered), active("b-bchusdt", Condition::Call, State::ActiveAcknowledged)});
        QVERIFY(bench.mini.isWanted());
        QCOMPARE(bench.mini.title(), u"An alarm was not delivered"_s); // not the notice's, which counts the others too
        bench.tell({active("", Condition::NotDelivered)});
        QVERIFY(!bench.mini.isWanted());
    }

    void ownAlarmsCountByTheirStage()
    {
        Bench bench;
        alarm::ActiveAlarm own = active("b-bchusdt", Condition::Custom);
        own.key.detail = "r1";
        alarm::Rule rule;
        rule.id = "r1";
        rule.stage = alarm::Stage::Call;
        bench.present(Condition::Custom);
        bench.tell({own}, {rule});
        QVERIFY(bench.mini.isWanted());
        rule.stage = alarm::Stage::Notice;
        own.alarm.priority = alarm::Priority::Low;
        bench.tell({own}, {rule});
        QVERIFY(!bench.mini.isWanted());
    }

    void buttonsActOnWhatIsShown()
    {
        Bench bench;
        bench.tell({active("b-bchusdt", Condition::Call)});
        bench.present();
        bench.mini.acknowledge(); // struck in the moment it came up
        bench.mini.snooze();
        QVERIFY(bench.world.alarms.acknowledged.empty() && bench.world.alarms.snoozed.empty());
        bench.world.monitor.clock.advance(MiniViewModel::kShownMs + 1);
        bench.mini.snooze();
        bench.mini.acknowledge();
        QCOMPARE(bench.world.alarms.acknowledged, std::vector<std::string> {"b-bchusdt"});
        QCOMPARE(bench.world.alarms.snoozed.size(), 1U);
        QCOMPARE(bench.world.alarms.snoozed[0].first, std::string("b-bchusdt"));
        bench.tell({active("a-cross", Condition::Critical)}); // another took its place: it must settle anew
        bench.mini.acknowledge();
        QCOMPARE(bench.world.alarms.acknowledged.size(), 1U);
    }

    void aNewOccurrenceBeginsAnew()
    {
        Bench bench;
        bench.tell({active("b-bchusdt", Condition::Call)});
        bench.present();
        bench.world.monitor.clock.advance(MiniViewModel::kShownMs + 1);
        bench.tell({active("b-bchusdt", Condition::Critical, State::ActiveUnacknowledged, 2)});
        bench.mini.acknowledge();
        QVERIFY(bench.world.alarms.acknowledged.empty());
    }

    void aLiquidationCannotBeSnoozed()
    {
        Bench bench;
        bench.world.prices("230", "160"); // 800/800 = 1
        bench.tell({active("b-bchusdt", Condition::Liquidation)});
        bench.present(Condition::Liquidation);
        bench.world.monitor.clock.advance(MiniViewModel::kShownMs + 1);
        QVERIFY(!bench.mini.canSnooze());
        bench.mini.snooze();
        QVERIFY(bench.world.alarms.snoozed.empty());
        QCOMPARE(bench.mini.riskState(), int(RiskState::Liquidation));
    }

    // The level came back before anyone looked: what the exchange did in between is not known here.
    void aLiquidationThatRecoveredLooksNotNormal()
    {
        Bench bench;
        bench.world.prices("230", "200"); // 1000/800 = 1.25
        bench.tell({active("b-bchusdt", Condition::Liquidation)});
        bench.present(Condition::Liquidation);
        QCOMPARE(bench.mini.riskState(), int(RiskState::Liquidation));
        QCOMPARE(bench.mini.distanceText(), u"It was at or below the liquidation ratio."_s);
        QVERIFY(bench.mini.saveText().contains(u"exchange"));
        QCOMPARE(bench.mini.levelText(), u"1.25"_s);
    }

    // After the saving top-up: the same sentence as everywhere, and nothing to be done any more.
    void whatIsAboutToClearSaysSoAndNoAmounts()
    {
        Bench bench;
        bench.world.prices("230", "200");
        auto call = active("b-bchusdt", Condition::Call);
        call.level = testlib::dec("1.25");
        call.outlook.clearsAt = bench.world.monitor.clock.bootTime() + 1000 + 48'000;
        bench.tell({call});
        bench.present();
        QCOMPARE(bench.mini.distanceText(), u"Safe again at 1.25; watched for another 48 s"_s);
        QVERIFY(bench.mini.saveText().isEmpty());
        QCOMPARE(bench.mini.levelText(), u"1.25"_s);
    }

    void anUnknownLevelSaysSo()
    {
        Bench bench;
        bench.world.monitor.setPrice("BCHUSDT", "");
        bench.world.monitor.evaluate();
        bench.tell({active("b-bchusdt", Condition::Call)});
        bench.present();
        QCOMPARE(bench.mini.riskState(), int(RiskState::Unknown));
        QVERIFY(bench.mini.distanceText().contains(u"BCHUSDT"));
    }

    void aTestTouchesNoAlarm()
    {
        Bench bench;
        bench.tell({active("b-bchusdt", Condition::Watch)});
        monitor::Delivery test = delivery(Channel::MiniWindow, Condition::Call, {});
        test.isTest = true;
        bench.mini.present(test);
        QVERIFY(bench.mini.isWanted());
        QCOMPARE(bench.mini.title(), u"title of the notice"_s);
        QVERIFY(!bench.mini.canSnooze());
        bench.tell({});
        QVERIFY(bench.mini.isWanted()); // a person may look at it
        bench.world.monitor.clock.advance(MiniViewModel::kShownMs + 1);
        bench.mini.acknowledge();
        QVERIFY(!bench.mini.isWanted());
        QVERIFY(bench.world.alarms.acknowledged.empty());
    }

    void aTestDoesNotReplaceAnAlarm()
    {
        Bench bench;
        bench.tell({active("b-bchusdt", Condition::Call)});
        bench.present();
        monitor::Delivery test = delivery(Channel::MiniWindow, Condition::Call, {});
        test.isTest = true;
        bench.mini.present(test);
        QCOMPARE(bench.mini.title(), u"BCH/USDT isolated"_s);
    }
};

PLIMSOLL_TEST(TestMiniViewModel)
#include "tst_miniviewmodel.moc"
