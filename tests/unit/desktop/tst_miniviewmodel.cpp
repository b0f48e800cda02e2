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

struct Desk {
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
        Desk desk;
        desk.tell({active("b-bchusdt", Condition::Call), active("a-cross", Condition::Call)});
        QVERIFY(!desk.mini.isWanted()); // only a delivery brings it up
        desk.present();
        QVERIFY(desk.mini.isWanted());
        QCOMPARE(desk.mini.title(), u"BCH/USDT isolated"_s);
        QCOMPARE(desk.mini.levelText(), u"1.06"_s);
        QCOMPARE(desk.mini.riskState(), int(RiskState::MarginCall));
        QVERIFY2(desk.mini.distanceText().contains(u"to liquidation"), qPrintable(desk.mini.distanceText()));
        // (850 + x) / 800 = 1.25 -> x = 150
        QVERIFY2(desk.mini.saveText().contains(u"150.00 USDT"), qPrintable(desk.mini.saveText()));
        QCOMPARE(desk.mini.moreText(), u"+1 more"_s);
        QVERIFY(desk.mini.canSnooze());
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
        Desk desk;
        QSignalSpy wanted(&desk.mini, &MiniViewModel::wantedChanged);
        desk.present();
        desk.tell({active("b-bchusdt", static_cast<Condition>(condition), static_cast<State>(state))});
        QCOMPARE(desk.mini.isWanted(), stays);
        QCOMPARE(wanted.size(), stays ? 1 : 2);
    }

    // The delivery comes by itself and may be ahead of the snapshot that knows its alarm.
    void aDeliveryAheadOfItsSnapshotShowsItsOwnWords()
    {
        Desk desk;
        desk.world.tell({});
        desk.present();
        QVERIFY(desk.mini.isWanted());
        QCOMPARE(desk.mini.title(), u"title of the notice"_s);
        QCOMPARE(desk.mini.distanceText(), u"first line"_s);
        desk.tell({active("b-bchusdt", Condition::Call)});
        QCOMPARE(desk.mini.title(), u"BCH/USDT isolated"_s);
        desk.tell({});
        QVERIFY(!desk.mini.isWanted());
    }

    // docs/alarms.md: a channel that failed uses the mini window while a call or worse is active, acknowledged or not.
    void whatWasNotDeliveredStaysWhileACallIsActive()
    {
        Desk desk;
        desk.present(Condition::NotDelivered, {});
        desk.tell(
            {active("", Condition::NotDelivered), active("b-bchusdt", Condition::Call, State::ActiveAcknowledged)});
        QVERIFY(desk.mini.isWanted());
        QCOMPARE(desk.mini.title(), u"An alarm was not delivered"_s); // not the notice's, which counts the others too
        desk.tell({active("", Condition::NotDelivered)});
        QVERIFY(!desk.mini.isWanted());
    }

    void ownAlarmsCountByTheirStage()
    {
        Desk desk;
        alarm::ActiveAlarm own = active("b-bchusdt", Condition::Custom);
        own.key.detail = "r1";
        alarm::Rule rule;
        rule.id = "r1";
        rule.stage = alarm::Stage::Call;
        desk.present(Condition::Custom);
        desk.tell({own}, {rule});
        QVERIFY(desk.mini.isWanted());
        rule.stage = alarm::Stage::Notice;
        own.alarm.priority = alarm::Priority::Low;
        desk.tell({own}, {rule});
        QVERIFY(!desk.mini.isWanted());
    }

    void buttonsActOnWhatIsShown()
    {
        Desk desk;
        desk.tell({active("b-bchusdt", Condition::Call)});
        desk.present();
        desk.mini.acknowledge(); // struck in the moment it came up
        desk.mini.snooze();
        QVERIFY(desk.world.alarms.acknowledged.empty() && desk.world.alarms.snoozed.empty());
        desk.world.monitor.clock.advance(MiniViewModel::kShownMs + 1);
        desk.mini.snooze();
        desk.mini.acknowledge();
        QCOMPARE(desk.world.alarms.acknowledged, std::vector<std::string> {"b-bchusdt"});
        QCOMPARE(desk.world.alarms.snoozed.size(), 1U);
        QCOMPARE(desk.world.alarms.snoozed[0].first, std::string("b-bchusdt"));
        desk.tell({active("a-cross", Condition::Critical)}); // another took its place: it must settle anew
        desk.mini.acknowledge();
        QCOMPARE(desk.world.alarms.acknowledged.size(), 1U);
    }

    void aNewOccurrenceBeginsAnew()
    {
        Desk desk;
        desk.tell({active("b-bchusdt", Condition::Call)});
        desk.present();
        desk.world.monitor.clock.advance(MiniViewModel::kShownMs + 1);
        desk.tell({active("b-bchusdt", Condition::Critical, State::ActiveUnacknowledged, 2)});
        desk.mini.acknowledge();
        QVERIFY(desk.world.alarms.acknowledged.empty());
    }

    void aLiquidationCannotBeSnoozed()
    {
        Desk desk;
        desk.world.prices("230", "160"); // 800/800 = 1
        desk.tell({active("b-bchusdt", Condition::Liquidation)});
        desk.present(Condition::Liquidation);
        desk.world.monitor.clock.advance(MiniViewModel::kShownMs + 1);
        QVERIFY(!desk.mini.canSnooze());
        desk.mini.snooze();
        QVERIFY(desk.world.alarms.snoozed.empty());
        QCOMPARE(desk.mini.riskState(), int(RiskState::Liquidation));
    }

    // After the saving top-up: the same sentence as everywhere, and nothing to be done any more.
    void whatIsAboutToClearSaysSoAndNoAmounts()
    {
        Desk desk;
        desk.world.prices("230", "200");
        auto call = active("b-bchusdt", Condition::Call);
        call.level = testlib::dec("1.25");
        call.outlook.clearsAt = desk.world.monitor.clock.bootTime() + 1000 + 48'000;
        desk.tell({call});
        desk.present();
        QCOMPARE(desk.mini.distanceText(), u"Safe again at 1.25; watched for another 48 s"_s);
        QVERIFY(desk.mini.saveText().isEmpty());
        QCOMPARE(desk.mini.levelText(), u"1.25"_s);
    }

    void anUnknownLevelSaysSo()
    {
        Desk desk;
        desk.world.monitor.setPrice("BCHUSDT", "");
        desk.world.monitor.evaluate();
        desk.tell({active("b-bchusdt", Condition::Call)});
        desk.present();
        QCOMPARE(desk.mini.riskState(), int(RiskState::Unknown));
        QVERIFY(desk.mini.distanceText().contains(u"BCHUSDT"));
    }

    void aTestTouchesNoAlarm()
    {
        Desk desk;
        desk.tell({active("b-bchusdt", Condition::Watch)});
        monitor::Delivery test = delivery(Channel::MiniWindow, Condition::Call, {});
        test.isTest = true;
        desk.mini.present(test);
        QVERIFY(desk.mini.isWanted());
        QCOMPARE(desk.mini.title(), u"title of the notice"_s);
        QVERIFY(!desk.mini.canSnooze());
        desk.tell({});
        QVERIFY(desk.mini.isWanted()); // a person may look at it
        desk.world.monitor.clock.advance(MiniViewModel::kShownMs + 1);
        desk.mini.acknowledge();
        QVERIFY(!desk.mini.isWanted());
        QVERIFY(desk.world.alarms.acknowledged.empty());
    }

    void aTestDoesNotReplaceAnAlarm()
    {
        Desk desk;
        desk.tell({active("b-bchusdt", Condition::Call)});
        desk.present();
        monitor::Delivery test = delivery(Channel::MiniWindow, Condition::Call, {});
        test.isTest = true;
        desk.mini.present(test);
        QCOMPARE(desk.mini.title(), u"BCH/USDT isolated"_s);
    }
};

PLIMSOLL_TEST(TestMiniViewModel)
#include "tst_miniviewmodel.moc"
