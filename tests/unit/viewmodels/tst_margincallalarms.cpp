// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakealarmcommands.h"
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/accounts/margincallviewmodel.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using alarm::Condition;
using alarm::State;
using viewmodels::DisplayFormat;
using viewmodels::MarginCallView;
using viewmodels::MarginCallViewModel;

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

    /// The same prices, with these alarms decided now.
    void alarms(std::vector<alarm::ActiveAlarm> active, std::vector<alarm::Rule> rules = {})
    {
        world.clock.advance(1000);
        world.alarms = std::make_shared<const monitor::AlarmBoard>(boardOf(std::move(active), std::move(rules)));
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

/// How the margin-call dialog follows the alarms; what it says about an account is tested in tst_margincall.
class TestMarginCallAlarms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Folding answers nothing; the next notice about it brings it back, a tick does not.
    void newsUnfoldIt()
    {
        Desk desk;
        desk.price("230", "170");
        alarm::ActiveAlarm raised = active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, 1, "1.0625");
        raised.alarm.notices = 1;
        desk.alarms({raised});
        QVERIFY(desk.call->isOpen() && !desk.call->isFolded());
        QCOMPARE(desk.call->barText(), QStringLiteral("BCH/USDT isolated 1.06"));
        desk.call->fold(true);
        desk.alarms({raised});
        desk.call->tick();
        QVERIFY(desk.call->isFolded() && desk.call->isOpen());
        QVERIFY(desk.commands.acknowledged.empty());
        raised.alarm.notices = 2; // a reminder was told
        desk.alarms({raised});
        QVERIFY(!desk.call->isFolded());
        desk.call->fold(true);
        alarm::ActiveAlarm other = active("b-ethusdt", Condition::Call, State::ActiveUnacknowledged, 3, "1.09");
        desk.alarms({raised, other});
        QVERIFY(!desk.call->isFolded());
        QCOMPARE(desk.call->activeCount(), 2);
    }

    void oneAccountIsShownInFull()
    {
        Desk desk;
        desk.price("170", "170"); // the cross account too
        desk.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, 1, "1.0625"),
                     active("b-ethusdt", Condition::Call, State::ActiveUnacknowledged, 1, "1.0625")});
        QCOMPARE(desk.call->accounts()->count(), 3);
        QVERIFY(desk.row(0).expanded && !desk.row(1).expanded);
        desk.call->expand(desk.row(1).accountId);
        QVERIFY(!desk.row(0).expanded && desk.row(1).expanded);
        desk.call->expand(QStringLiteral("nobody"));
        QVERIFY(desk.row(0).expanded && !desk.row(1).expanded);
    }

    void theChosenWayIsWhatTheButtonSays()
    {
        Desk desk;
        desk.price("230", "170");
        desk.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, 1, "1.0625")});
        const QString id = QStringLiteral("b-bchusdt");
        QCOMPARE(desk.row(0).wayText, QStringLiteral("Top up 150.00 USDT…"));
        desk.call->choose(id, MarginCallViewModel::Repay);
        QCOMPARE(desk.row(0).wayText, QStringLiteral("Repay 120.00 USDT…"));
        desk.price("230", "169"); // the choice stays, its amount follows the prices
        QCOMPARE(desk.row(0).way, int(MarginCallViewModel::Repay));
        QVERIFY(desk.row(0).wayText != QStringLiteral("Repay 120.00 USDT…"));
        desk.call->choose(id, 7);
        QCOMPARE(desk.row(0).way, int(MarginCallViewModel::Repay));
    }

    void followsTheAlarmAndNotTheStatus()
    {
        Desk desk;
        desk.world.alarms = std::make_shared<const monitor::AlarmBoard>();
        desk.price("230", "170"); // in call, but no alarm says so yet
        QVERIFY(!desk.call->isOpen());
        QCOMPARE(desk.call->accounts()->count(), 1);
        const alarm::Ms raised = desk.world.clock.bootMs();
        desk.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, raised)});
        QVERIFY(desk.call->isOpen());
        QCOMPARE(desk.row(0).headline, QStringLiteral("BCH/USDT isolated is at 1.06"));
        QCOMPARE(desk.row(0).sinceText, QStringLiteral("since 00:00:01"));
    }

    // In the example the prices are of another year; alarms are of this moment, in the dialog as in the bar above.
    void saysWhenInTheTimeOfThisComputer()
    {
        Desk desk;
        desk.world.storyShift = -9603LL * 3600 * 1000; // 400 days and 3 hours
        desk.world.alarms = std::make_shared<const monitor::AlarmBoard>();
        desk.price("230", "170");
        desk.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, desk.world.clock.bootMs())});
        QCOMPARE(desk.row(0).sinceText, QStringLiteral("since 00:00:01"));
        desk.alarms({});
        desk.price("230", "210");
        QCOMPARE(desk.row(0).sinceText, QStringLiteral("00:00:04"));
    }

    void acknowledgesEveryAlarmAndOffersToUndo()
    {
        Desk desk;
        desk.price("230", "170");
        const auto call = active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, desk.world.clock.bootMs());
        desk.alarms({call});
        QSignalSpy spy(desk.call.get(), &MarginCallViewModel::acknowledged);
        desk.call->acknowledge(); // too early
        QVERIFY(desk.commands.acknowledged.empty());
        desk.acknowledge();
        QVERIFY(!desk.call->isOpen());
        QCOMPARE(spy.count(), 1);
        QCOMPARE(desk.commands.acknowledged, (std::vector {FakeAlarmCommands::Acknowledged {"*", {}}}));
        desk.alarms({call}); // a snapshot that was on its way
        QVERIFY(!desk.call->isOpen());
        auto silent = call;
        silent.alarm.state = State::ActiveAcknowledged;
        silent.alarm.since = desk.world.clock.bootMs();
        desk.alarms({silent});
        QVERIFY(!desk.call->isOpen());
        desk.call->forgetAcknowledgement();
        desk.alarms({call}); // taken back: the alarm is as it was
        QVERIFY(desk.call->isOpen());
    }

    void comesBackWhenTheAlarmDoes_data()
    {
        // What the alarm machine does on its own: the acknowledgement ends, the level falls by 1 %, a worse bar is
        // reached.
        QTest::addColumn<int>("condition");
        QTest::newRow("ack expired or worsened: the same alarm is active since a later moment")
            << static_cast<int>(Condition::Call);
        QTest::newRow("a worse bar of the account") << static_cast<int>(Condition::Critical);
    }

    void comesBackWhenTheAlarmDoes()
    {
        QFETCH(int, condition);
        Desk desk;
        desk.price("230", "170");
        const alarm::Ms raised = desk.world.clock.bootMs();
        desk.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, raised)});
        desk.acknowledge();
        desk.alarms({active("b-bchusdt", Condition::Call, State::ActiveAcknowledged, desk.world.clock.bootMs())});
        QVERIFY(!desk.call->isOpen());
        desk.alarms({active("b-bchusdt", static_cast<Condition>(condition), State::ActiveUnacknowledged,
                            desk.world.clock.bootMs() + 1)});
        QVERIFY(desk.call->isOpen());
        desk.call->acknowledge(); // it has just come up
        QVERIFY(desk.call->isOpen());
    }

    void acknowledgedElsewhereItCloses()
    {
        Desk desk;
        desk.price("230", "170");
        desk.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, desk.world.clock.bootMs())});
        QVERIFY(desk.call->isOpen());
        desk.alarms({active("b-bchusdt", Condition::Call, State::ActiveAcknowledged, desk.world.clock.bootMs())});
        QVERIFY(!desk.call->isOpen());
        desk.call->open(); // the person wants to look at it all the same
        desk.price("230", "171");
        QVERIFY(desk.call->isOpen());
    }

    // A line that says "has recovered" must not stand beside a liquidation that came after it.
    void whatRecoveredAndWasLostIsCalledLost()
    {
        Desk desk;
        desk.price("230", "170");
        const alarm::Ms raised = desk.world.clock.bootMs();
        desk.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, raised)});
        desk.price("230", "200");
        desk.alarms({active("b-bchusdt", Condition::Call, State::ClearedUnacknowledged, desk.world.clock.bootMs())});
        QCOMPARE(desk.row(0).headline, QStringLiteral("BCH/USDT isolated has recovered to 1.25"));
        for (margin::Account &account : desk.world.stores.portfolio.accounts) {
            if (account.id == "b-bchusdt") {
                account.liquidatedAt = desk.world.clock.wallMs();
            }
        }
        desk.price("400", "120"); // the cross account stays afloat
        QCOMPARE(desk.row(0).headline, QStringLiteral("BCH/USDT isolated was liquidated"));
        QCOMPARE(desk.row(0).state, viewmodels::RiskState::Liquidated);
    }

    void aClearedAlarmStaysAsALineUntilAcknowledged()
    {
        Desk desk;
        desk.price("230", "170");
        const alarm::Ms raised = desk.world.clock.bootMs();
        desk.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, raised)});
        desk.price("230", "200"); // the alarm holds for its dead band's time
        QVERIFY(desk.call->isOpen());
        QVERIFY(desk.row(0).active);
        desk.alarms({active("b-bchusdt", Condition::Call, State::ClearedUnacknowledged, desk.world.clock.bootMs())});
        QVERIFY(desk.call->isOpen());
        QVERIFY(!desk.row(0).active);
        QCOMPARE(desk.row(0).headline, QStringLiteral("BCH/USDT isolated has recovered to 1.25"));
        QSignalSpy spy(desk.call.get(), &MarginCallViewModel::acknowledged);
        desk.acknowledge();
        QVERIFY(!desk.call->isOpen());
        QCOMPARE(spy.value(0).value(0).toString(), QStringLiteral("Seen. None of these alarms is active any more."));
        desk.alarms({});
        QCOMPARE(desk.call->accounts()->count(), 0);
    }

    // After the saving top-up: nothing to be done any more, and the same sentence as everywhere.
    void anAlarmThatWaitsToClearSaysSoAndNoAmounts()
    {
        Desk desk;
        desk.price("230", "170");
        auto alarm = active("b-bchusdt", Condition::Critical, State::ActiveUnacknowledged, desk.world.clock.bootMs(),
                            "1.25");
        desk.alarms({alarm});
        desk.price("230", "200");
        alarm.outlook.clearsAt = desk.world.clock.bootMs() + 1000 + 48'000;
        desk.alarms({alarm});
        QCOMPARE(desk.row(0).sayText, QStringLiteral("Safe again at 1.25; watched for another 48 s."));
        QVERIFY(desk.row(0).active && desk.row(0).depositText.isEmpty() && desk.row(0).repayText.isEmpty()
                && desk.row(0).lossText.isEmpty());
    }

    // The bar above the accounts says "Close to liquidation" of it: the dialog must not leave it at "Margin call".
    void saysWhatTheAlarmIsCalledElsewhere()
    {
        Desk desk;
        desk.price("230", "170");
        auto alarm = active("b-bchusdt", Condition::Critical, State::ActiveUnacknowledged, desk.world.clock.bootMs(),
                            "1.0625");
        desk.alarms({alarm});
        QCOMPARE(desk.row(0).headline, QStringLiteral("BCH/USDT isolated is at 1.06: close to liquidation"));
        alarm.alarm.byPace = true; // that has words of its own
        desk.alarms({alarm});
        QCOMPARE(desk.row(0).headline, QStringLiteral("BCH/USDT isolated is at 1.06"));
    }

    void anAlarmByItsPaceIsNamedSo()
    {
        Desk desk;
        auto alarm = active("b-bchusdt", Condition::Critical, State::ActiveUnacknowledged, desk.world.clock.bootMs(),
                            "1.25");
        alarm.alarm.byPace = true;
        alarm.outlook.liquidationAt = desk.world.clock.bootMs() + 1000 + 7 * alarm::kMinute;
        desk.alarms({alarm});
        QCOMPARE(desk.row(0).lossText, QStringLiteral("Falling fast: at this pace liquidation in 7 min."));
        alarm.outlook.liquidationAt.reset();
        desk.alarms({alarm});
        QCOMPARE(desk.row(0).lossText, QStringLiteral("Falling fast."));
    }

    void snoozesWhereAllAllowIt_data()
    {
        // Longest snooze: call 15 min, critical 5 min, liquidation none. Source: docs/alarms.md#conditions.
        QTest::addColumn<int>("condition");
        QTest::addColumn<bool>("five");
        QTest::addColumn<bool>("fifteen");
        QTest::newRow("call") << static_cast<int>(Condition::Call) << true << true;
        QTest::newRow("critical") << static_cast<int>(Condition::Critical) << true << false;
        QTest::newRow("liquidation") << static_cast<int>(Condition::Liquidation) << false << false;
    }

    void snoozesWhereAllAllowIt()
    {
        QFETCH(int, condition);
        QFETCH(bool, five);
        QFETCH(bool, fifteen);
        Desk desk;
        desk.price("230", "170");
        QVERIFY(!desk.call->canSnooze()); // without alarms there is nothing to snooze
        desk.alarms({active("b-bchusdt", static_cast<Condition>(condition), State::ActiveUnacknowledged,
                            desk.world.clock.bootMs())});
        QCOMPARE(desk.call->canSnooze(), five);
        QCOMPARE(desk.call->canSnoozeLong(), fifteen);
        desk.call->snooze(5); // too early
        desk.world.clock.advance(MarginCallViewModel::kShownMs + 1);
        desk.call->snooze(15);
        QCOMPARE(desk.commands.snoozed.size(), fifteen ? 1U : 0U);
        QCOMPARE(desk.call->isOpen(), !fifteen);
        if (fifteen) {
            QCOMPARE(desk.commands.snoozed.front().first, std::string("b-bchusdt"));
            QVERIFY(desk.commands.snoozed.front().second == std::chrono::minutes(15));
        }
    }

    void onlyWhatIsUrgentOpensIt_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<int>("stage");
        QTest::addColumn<bool>("opens");
        const auto row = [](const char *name, Condition condition, alarm::Stage stage, bool opens) {
            QTest::newRow(name) << static_cast<int>(condition) << static_cast<int>(stage) << opens;
        };
        row("early warning", Condition::Watch, alarm::Stage::Notice, false);
        row("stale prices", Condition::Stale, alarm::Stage::Notice, false);
        row("own alarm like an early warning", Condition::Custom, alarm::Stage::Notice, false);
        row("own alarm like a margin call", Condition::Custom, alarm::Stage::Call, true);
        row("own alarm like closeness to liquidation", Condition::Custom, alarm::Stage::Critical, true);
    }

    void onlyWhatIsUrgentOpensIt()
    {
        QFETCH(int, condition);
        QFETCH(int, stage);
        QFETCH(bool, opens);
        Desk desk;
        const alarm::Rule rule {
            "r1", "b-bchusdt", alarm::Rule::Kind::Level, dec("1.3"), {}, static_cast<alarm::Stage>(stage), true};
        desk.alarms({active("b-bchusdt", static_cast<Condition>(condition), State::ActiveUnacknowledged,
                            desk.world.clock.bootMs(), "1.25", "r1")},
                    {rule});
        QCOMPARE(desk.call->isOpen(), opens);
        if (opens) {
            QCOMPARE(desk.row(0).headline, QStringLiteral("BCH/USDT isolated is at 1.25"));
            QCOMPARE(desk.row(0).lossText, QStringLiteral("Own alarm, level 1.30 or lower."));
        }
    }

    void aFoldedAlarmIsToldByTheWorseOne()
    {
        Desk desk;
        desk.price("230", "170");
        auto folded = active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, desk.world.clock.bootMs());
        folded.folded = true;
        desk.alarms(
            {active("b-bchusdt", Condition::Critical, State::ActiveAcknowledged, desk.world.clock.bootMs()), folded});
        QVERIFY(!desk.call->isOpen());
    }
};

PLIMSOLL_TEST(TestMarginCallAlarms)
#include "tst_margincallalarms.moc"
