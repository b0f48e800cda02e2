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
        Bench bench;
        bench.price("230", "170");
        alarm::ActiveAlarm raised = active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, 1, "1.0625");
        raised.alarm.notices = 1;
        bench.alarms({raised});
        QVERIFY(bench.call->isOpen() && !bench.call->isFolded());
        QCOMPARE(bench.call->barText(), QStringLiteral("BCH/USDT isolated 1.06"));
        bench.call->fold(true);
        bench.alarms({raised});
        bench.call->tick();
        QVERIFY(bench.call->isFolded() && bench.call->isOpen());
        QVERIFY(bench.commands.acknowledged.empty());
        raised.alarm.notices = 2; // a reminder was told
        bench.alarms({raised});
        QVERIFY(!bench.call->isFolded());
        bench.call->fold(true);
        alarm::ActiveAlarm other = active("b-ethusdt", Condition::Call, State::ActiveUnacknowledged, 3, "1.09");
        bench.alarms({raised, other});
        QVERIFY(!bench.call->isFolded());
        QCOMPARE(bench.call->activeCount(), 2);
    }

    void oneAccountIsShownInFull()
    {
        Bench bench;
        bench.price("170", "170"); // the cross account too
        bench.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, 1, "1.0625"),
                      active("b-ethusdt", Condition::Call, State::ActiveUnacknowledged, 1, "1.0625")});
        QCOMPARE(bench.call->accounts()->count(), 3);
        QVERIFY(bench.row(0).expanded && !bench.row(1).expanded);
        bench.call->expand(bench.row(1).accountId);
        QVERIFY(!bench.row(0).expanded && bench.row(1).expanded);
        bench.call->expand(QStringLiteral("nobody"));
        QVERIFY(bench.row(0).expanded && !bench.row(1).expanded);
    }

    void theChosenWayIsWhatTheButtonSays()
    {
        Bench bench;
        bench.price("230", "170");
        bench.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, 1, "1.0625")});
        const QString id = QStringLiteral("b-bchusdt");
        QCOMPARE(bench.row(0).wayText, QStringLiteral("Top up 150.00 USDT…"));
        bench.call->choose(id, MarginCallViewModel::Repay);
        QCOMPARE(bench.row(0).wayText, QStringLiteral("Repay 120.00 USDT…"));
        bench.price("230", "169"); // the choice stays, its amount follows the prices
        QCOMPARE(bench.row(0).way, int(MarginCallViewModel::Repay));
        QVERIFY(bench.row(0).wayText != QStringLiteral("Repay 120.00 USDT…"));
        bench.call->choose(id, 7);
        QCOMPARE(bench.row(0).way, int(MarginCallViewModel::Repay));
    }

    void followsTheAlarmAndNotTheStatus()
    {
        Bench bench;
        bench.world.alarms = std::make_shared<const monitor::AlarmBoard>();
        bench.price("230", "170"); // in call, but no alarm says so yet
        QVERIFY(!bench.call->isOpen());
        QCOMPARE(bench.call->accounts()->count(), 1);
        const BootTime raised = bench.world.clock.bootTime();
        bench.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, raised)});
        QVERIFY(bench.call->isOpen());
        QCOMPARE(bench.row(0).headline, QStringLiteral("BCH/USDT isolated is at 1.06"));
        QCOMPARE(bench.row(0).sinceText, QStringLiteral("since 00:00:01"));
    }

    // In the example the prices are of another year; alarms are of this moment, in the dialog as in the bar above.
    void saysWhenInTheTimeOfThisComputer()
    {
        Bench bench;
        bench.world.storyShift = -9603LL * 3600 * 1000; // 400 days and 3 hours
        bench.world.alarms = std::make_shared<const monitor::AlarmBoard>();
        bench.price("230", "170");
        bench.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, bench.world.clock.bootTime())});
        QCOMPARE(bench.row(0).sinceText, QStringLiteral("since 00:00:01"));
        bench.alarms({});
        bench.price("230", "210");
        QCOMPARE(bench.row(0).sinceText, QStringLiteral("00:00:04"));
    }

    void acknowledgesEveryAlarmAndOffersToUndo()
    {
        Bench bench;
        bench.price("230", "170");
        const auto call = active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged,
                                 bench.world.clock.bootTime());
        bench.alarms({call});
        QSignalSpy spy(bench.call.get(), &MarginCallViewModel::acknowledged);
        bench.call->acknowledge(); // too early
        QVERIFY(bench.commands.acknowledged.empty());
        bench.acknowledge();
        QVERIFY(!bench.call->isOpen());
        QCOMPARE(spy.count(), 1);
        QCOMPARE(bench.commands.acknowledged, (std::vector {FakeAlarmCommands::Acknowledged {"*", {}}}));
        bench.alarms({call}); // a snapshot that was on its way
        QVERIFY(!bench.call->isOpen());
        auto silent = call;
        silent.alarm.state = State::ActiveAcknowledged;
        silent.alarm.since = bench.world.clock.bootTime();
        bench.alarms({silent});
        QVERIFY(!bench.call->isOpen());
        bench.call->forgetAcknowledgement();
        bench.alarms({call}); // taken back: the alarm is as it was
        QVERIFY(bench.call->isOpen());
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
        Bench bench;
        bench.price("230", "170");
        const BootTime raised = bench.world.clock.bootTime();
        bench.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, raised)});
        bench.acknowledge();
        bench.alarms({active("b-bchusdt", Condition::Call, State::ActiveAcknowledged, bench.world.clock.bootTime())});
        QVERIFY(!bench.call->isOpen());
        bench.alarms({active("b-bchusdt", static_cast<Condition>(condition), State::ActiveUnacknowledged,
                             bench.world.clock.bootTime() + 1)});
        QVERIFY(bench.call->isOpen());
        bench.call->acknowledge(); // it has just come up
        QVERIFY(bench.call->isOpen());
    }

    void acknowledgedElsewhereItCloses()
    {
        Bench bench;
        bench.price("230", "170");
        bench.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, bench.world.clock.bootTime())});
        QVERIFY(bench.call->isOpen());
        bench.alarms({active("b-bchusdt", Condition::Call, State::ActiveAcknowledged, bench.world.clock.bootTime())});
        QVERIFY(!bench.call->isOpen());
        bench.call->open(); // the person wants to look at it all the same
        bench.price("230", "171");
        QVERIFY(bench.call->isOpen());
    }

    // A line that says "has recovered" must not stand beside a liquidation that came after it.
    void whatRecoveredAndWasLostIsCalledLost()
    {
        Bench bench;
        bench.price("230", "170");
        const BootTime raised = bench.world.clock.bootTime();
        bench.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, raised)});
        bench.price("230", "200");
        bench.alarms(
            {active("b-bchusdt", Condition::Call, State::ClearedUnacknowledged, bench.world.clock.bootTime())});
        QCOMPARE(bench.row(0).headline, QStringLiteral("BCH/USDT isolated has recovered to 1.25"));
        for (margin::Account &account : bench.world.stores.portfolio.accounts) {
            if (account.id == "b-bchusdt") {
                account.liquidatedAt = bench.world.clock.wallTime();
            }
        }
        bench.price("400", "120"); // the cross account stays afloat
        QCOMPARE(bench.row(0).headline, QStringLiteral("BCH/USDT isolated was liquidated"));
        QCOMPARE(bench.row(0).state, viewmodels::RiskState::Liquidated);
    }

    void aClearedAlarmStaysAsALineUntilAcknowledged()
    {
        Bench bench;
        bench.price("230", "170");
        const BootTime raised = bench.world.clock.bootTime();
        bench.alarms({active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, raised)});
        bench.price("230", "200"); // the alarm holds for its dead band's time
        QVERIFY(bench.call->isOpen());
        QVERIFY(bench.row(0).active);
        bench.alarms(
            {active("b-bchusdt", Condition::Call, State::ClearedUnacknowledged, bench.world.clock.bootTime())});
        QVERIFY(bench.call->isOpen());
        QVERIFY(!bench.row(0).active);
        QCOMPARE(bench.row(0).headline, QStringLiteral("BCH/USDT isolated has recovered to 1.25"));
        QSignalSpy spy(bench.call.get(), &MarginCallViewModel::acknowledged);
        bench.acknowledge();
        QVERIFY(!bench.call->isOpen());
        QCOMPARE(spy.value(0).value(0).toString(), QStringLiteral("Seen. None of these alarms is active any more."));
        bench.alarms({});
        QCOMPARE(bench.call->accounts()->count(), 0);
    }

    // After the saving top-up: nothing to be done any more, and the same sentence as everywhere.
    void anAlarmThatWaitsToClearSaysSoAndNoAmounts()
    {
        Bench bench;
        bench.price("230", "170");
        auto alarm = active("b-bchusdt", Condition::Critical, State::ActiveUnacknowledged, bench.world.clock.bootTime(),
                            "1.25");
        bench.alarms({alarm});
        bench.price("230", "200");
        alarm.outlook.clearsAt = bench.world.clock.bootTime() + 1000 + 48'000;
        bench.alarms({alarm});
        QCOMPARE(bench.row(0).sayText, QStringLiteral("Safe again at 1.25; watched for another 48 s."));
        QVERIFY(bench.row(0).active && bench.row(0).depositText.isEmpty() && bench.row(0).repayText.isEmpty()
                && bench.row(0).lossText.isEmpty());
    }

    void aLiquidationThatRecoveredSaysWhatToDo()
    {
        Bench bench;
        bench.price("230", "170");
        const auto since = bench.world.clock.bootTime();
        bench.alarms({active("b-bchusdt", Condition::Liquidation, State::ActiveUnacknowledged, since, "1")});
        bench.price("230", "200");
        bench.alarms({active("b-bchusdt", Condition::Liquidation, State::ActiveUnacknowledged, since, "1.25")});
        QCOMPARE(bench.row(0).lossText,
                 QStringLiteral("It was at or below the liquidation ratio. Look at your exchange: it may have been "
                                "sold."));
        QVERIFY(bench.row(0).depositText.isEmpty());
    }

    // The bar above the accounts says "Close to liquidation" of it: the dialog must not leave it at "Margin call".
    void saysWhatTheAlarmIsCalledElsewhere()
    {
        Bench bench;
        bench.price("230", "170");
        auto alarm = active("b-bchusdt", Condition::Critical, State::ActiveUnacknowledged, bench.world.clock.bootTime(),
                            "1.0625");
        bench.alarms({alarm});
        QCOMPARE(bench.row(0).headline, QStringLiteral("BCH/USDT isolated is at 1.06: close to liquidation"));
        alarm.alarm.byPace = true; // that has words of its own
        bench.alarms({alarm});
        QCOMPARE(bench.row(0).headline, QStringLiteral("BCH/USDT isolated is at 1.06"));
    }

    void anAlarmByItsPaceIsNamedSo()
    {
        Bench bench;
        auto alarm = active("b-bchusdt", Condition::Critical, State::ActiveUnacknowledged, bench.world.clock.bootTime(),
                            "1.25");
        alarm.alarm.byPace = true;
        alarm.outlook.liquidationAt = bench.world.clock.bootTime() + 1000 + 7 * alarm::kMinute;
        bench.alarms({alarm});
        QCOMPARE(bench.row(0).lossText, QStringLiteral("Falling fast: at this pace liquidation in 7 min."));
        alarm.outlook.liquidationAt.reset();
        bench.alarms({alarm});
        QCOMPARE(bench.row(0).lossText, QStringLiteral("Falling fast."));
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
        Bench bench;
        bench.price("230", "170");
        QVERIFY(!bench.call->canSnooze()); // without alarms there is nothing to snooze
        bench.alarms({active("b-bchusdt", static_cast<Condition>(condition), State::ActiveUnacknowledged,
                             bench.world.clock.bootTime())});
        QCOMPARE(bench.call->canSnooze(), five);
        QCOMPARE(bench.call->canSnoozeLong(), fifteen);
        bench.call->snooze(5); // too early
        bench.world.clock.advance(MarginCallViewModel::kShownMs + 1);
        bench.call->snooze(15);
        QCOMPARE(bench.commands.snoozed.size(), fifteen ? 1U : 0U);
        QCOMPARE(bench.call->isOpen(), !fifteen);
        if (fifteen) {
            QCOMPARE(bench.commands.snoozed.front().first, std::string("b-bchusdt"));
            QVERIFY(bench.commands.snoozed.front().second == std::chrono::minutes(15));
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
        Bench bench;
        const alarm::Rule rule {
            "r1", "b-bchusdt", alarm::Rule::Kind::Level, dec("1.3"), {}, static_cast<alarm::Stage>(stage), true};
        bench.alarms({active("b-bchusdt", static_cast<Condition>(condition), State::ActiveUnacknowledged,
                             bench.world.clock.bootTime(), "1.25", "r1")},
                     {rule});
        QCOMPARE(bench.call->isOpen(), opens);
        if (opens) {
            QCOMPARE(bench.row(0).headline, QStringLiteral("BCH/USDT isolated is at 1.25"));
            QCOMPARE(bench.row(0).lossText, QStringLiteral("Own alarm, level 1.30 or lower."));
        }
    }

    void aFoldedAlarmIsToldByTheWorseOne()
    {
        Bench bench;
        bench.price("230", "170");
        auto folded = active("b-bchusdt", Condition::Call, State::ActiveUnacknowledged, bench.world.clock.bootTime());
        folded.folded = true;
        bench.alarms({active("b-bchusdt", Condition::Critical, State::ActiveAcknowledged, bench.world.clock.bootTime()),
                      folded});
        QVERIFY(!bench.call->isOpen());
    }
};

PLIMSOLL_TEST(TestMarginCallAlarms)
#include "tst_margincallalarms.moc"
