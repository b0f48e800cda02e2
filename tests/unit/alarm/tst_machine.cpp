// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"
#include "testlib/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

namespace {

Sample stale(BootTime time, BootTime oldest)
{
    Sample sample = sampleOf(Sample::Kind::Stale, time);
    sample.oldestPrice = oldest;
    return sample;
}

Rule own(const char *id, const char *level, Stage stage, const char *account = "")
{
    return {id, account, Rule::Kind::Level, d(level), "", stage, true};
}

} // namespace

class TestAlarmMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    // A coin without a price that could change nothing is told once, quietly; the level is watched on.
    void what_cannot_change_the_status_is_low()
    {
        using Kind = Sample::Kind;
        for (const auto &[unpriced, condition] :
             {std::pair {Kind::Stale, Condition::Stale}, std::pair {Kind::Frozen, Condition::Frozen},
              std::pair {Kind::Incomplete, Condition::Incomplete}}) {
            Machine machine;
            Planner planner;
            const auto give = [&](const char *level, std::optional<Kind> missing, BootTime time) {
                Sample sample = at(level, time);
                sample.unpriced = missing;
                sample.oldestPrice = kStart - kHour;
                machine.judge("a", sample);
            };
            give("20", unpriced, kStart);
            QCOMPARE(stateOf(machine, condition), u"active"_s);
            QVERIFY(machine.find(key(condition))->priority == Priority::Low);
            QCOMPARE(stateOf(machine, Condition::Call), u"normal"_s);
            int notices = 0;
            for (BootTime time = kStart; time < kStart + 2 * kHour; time += kSecond) {
                machine.tick(time);
                const Plan plan = planner.plan(machine, machine.takeChanges(), false, time);
                for (const Notice &notice : plan.notices) {
                    ++notices;
                    QVERIFY(!notice.channels.has(Channel::Sound));
                }
            }
            QCOMPARE(notices, 1);
            machine.acknowledge("a", {}, kStart + 2 * kHour);
            Sample blind = sampleOf(unpriced, kStart + 2 * kHour + kSecond); // now it could
            blind.oldestPrice = kStart - kHour;
            blind.debtUnpriced = true;
            machine.judge("a", blind);
            QCOMPARE(stateOf(machine, condition), u"active"_s);
            QVERIFY(machine.find(key(condition))->priority >= Priority::High);
        }
    }

    // What is only known to be "at least" jumps with a price that comes and goes: no pace is read from it.
    void a_bound_is_no_pace()
    {
        Machine machine;
        for (BootTime time = kStart; time <= kStart + 2 * kMinute; time += 10 * kSecond) {
            machine.judge("a", at("2.1", time));
        }
        Sample bound = at("1.3", kStart + 130 * kSecond);
        bound.unpriced = Sample::Kind::Incomplete;
        machine.judge("a", bound);
        QCOMPARE(stateOf(machine, Condition::Critical), u"normal"_s);
        machine.judge("a", at("1.3", kStart + 140 * kSecond)); // the same as a level is one
        QCOMPARE(stateOf(machine, Condition::Critical), u"active"_s);
    }
    // Each bar to the last digit: at it true, one unit above not; one unit above the clear bar clear, at it not.
    void everyBarIsExact_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<QString>("bar");
        QTest::addColumn<QString>("above");
        QTest::addColumn<QString>("clear");
        QTest::addColumn<QString>("aboveClear");
        const auto row = [](Condition condition, const char *bar, const char *above, const char *clear,
                            const char *aboveClear) {
            QTest::newRow(conditionWord(condition).data())
                << static_cast<int>(condition) << bar << above << clear << aboveClear;
        };
        row(Condition::Watch, "1.175", "1.175000000000000001", "1.18675", "1.186750000000000001");
        row(Condition::Call, "1.1", "1.100000000000000001", "1.122", "1.122000000000000001");
        row(Condition::Critical, "1.075", "1.075000000000000001", "1.0875", "1.087500000000000001");
        row(Condition::Liquidation, "1.05", "1.050000000000000001", "1.071", "1.071000000000000001");
    }

    void everyBarIsExact()
    {
        QFETCH(int, condition);
        QFETCH(QString, bar);
        QFETCH(QString, above);
        QFETCH(QString, clear);
        QFETCH(QString, aboveClear);
        const auto kind = static_cast<Condition>(condition);
        const auto rowOf = [](Machine &machine, const QString &level, BootTime from, int count) {
            for (int i = 0; i < count; ++i) {
                machine.judge("a", at(level.toStdString(), from + i * 10'000));
            }
            return from + count * 10'000;
        };
        Machine over;
        rowOf(over, above, kStart, 5);
        QCOMPARE(stateOf(over, kind), u"normal"_s);
        Machine under;
        BootTime now = rowOf(under, bar, kStart, 2);
        QCOMPARE(stateOf(under, kind), u"active"_s);
        now = rowOf(under, clear, now, 20);
        QCOMPARE(stateOf(under, kind), u"active"_s);
        now = rowOf(under, aboveClear, now, 6);
        QCOMPARE(stateOf(under, kind), u"active"_s);
        rowOf(under, aboveClear, now, 1);
        const bool latches = kind == Condition::Call || kind == Condition::Critical;
        QCOMPARE(stateOf(under, kind),
                 kind == Condition::Liquidation ? u"active"_s : (latches ? u"cleared"_s : u"normal"_s));
    }

    // remembered at or below 2 MCR, on its way at or below 1.2 MCR: 2.2 and 1.32, each to the last digit
    void aLevelIsOnItsWayOnlyNearTheCall_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("now");
        QTest::addColumn<bool>("critical");
        QTest::newRow("at both") << "2.2"
                                 << "1.32" << true;
        QTest::newRow("not remembered") << "2.200000000000000001"
                                        << "1.32" << false;
        QTest::newRow("too far away") << "2.2"
                                      << "1.320000000000000001" << false;
    }

    void aLevelIsOnItsWayOnlyNearTheCall()
    {
        QFETCH(QString, before);
        QFETCH(QString, now);
        QFETCH(bool, critical);
        Machine machine;
        machine.judge("a", at(before.toStdString(), kStart));
        machine.judge("a", at(now.toStdString(), kStart + kMinute));
        QCOMPARE(stateOf(machine, Condition::Critical), critical ? u"active"_s : u"normal"_s);
        QCOMPARE(stateOf(machine, Condition::Call), u"normal"_s);
    }

    void theLevelOfFormerDebtsIsForgotten()
    {
        Machine machine;
        machine.judge("a", at("2", kStart));
        machine.judge("a", sampleOf(Sample::Kind::NoDebt, kStart + 30'000));
        machine.judge("a", at("1.3", kStart + kMinute));
        QCOMPARE(stateOf(machine, Condition::Critical), u"normal"_s);
    }

    // Before the first sample of a run nobody can say that the liquidation is over.
    void aRestoredLiquidationIsNotOverBeforeItsFirstSample()
    {
        Machine machine;
        ActiveAlarm stored;
        stored.key = key(Condition::Liquidation);
        stored.alarm.state = State::ActiveUnacknowledged;
        stored.alarm.occurrence = 2;
        machine.restore(stored);
        machine.handle("a", kStart);
        QCOMPARE(stateOf(machine, Condition::Liquidation), u"acknowledged"_s);
        machine.judge("a", at("1.2", kStart + 1));
        machine.handle("a", kStart + 2);
        QCOMPARE(stateOf(machine, Condition::Liquidation), u"normal"_s);
    }

    // Undo concerns what the last acknowledgement did, and nothing else that looks like it.
    void undoLeavesAloneWhatWasNotAcknowledged()
    {
        Machine machine;
        machine.judge("a", at("1.04", kStart));
        const std::vector<ActiveAlarm> before = machine.awake();
        machine.acknowledge("a", Condition::Call, kStart + 1);
        machine.handle("a", kStart + 2); // the liquidation counts as acknowledged by this
        QCOMPARE(machine.undo(before, kStart + 3), 1);
        QCOMPARE(stateOf(machine, Condition::Call), u"active"_s);
        QCOMPARE(stateOf(machine, Condition::Liquidation), u"acknowledged"_s);
    }

    // What came and went unseen is gone once it is acknowledged; taken back, it waits to be seen again.
    void undoBringsBackWhatHadEnded()
    {
        Machine machine;
        machine.judge("a", at("1.09", kStart));
        BootTime now = kStart;
        while (stateOf(machine, Condition::Call) != u"cleared"_s && now < kStart + kHour) {
            now += 10 * kSecond;
            machine.judge("a", at("1.5", now));
        }
        QCOMPARE(stateOf(machine, Condition::Call), u"cleared"_s);
        const std::vector<ActiveAlarm> before = machine.awake();
        QCOMPARE(machine.acknowledge("a", {}, now + 1), 1);
        QCOMPARE(stateOf(machine, Condition::Call), u"normal"_s);
        QCOMPARE(machine.undo(before, now + 2), 1);
        QCOMPARE(stateOf(machine, Condition::Call), u"cleared"_s);
    }

    void undoConcernsTheSameOccurrenceAndWhatItChanged()
    {
        Machine machine;
        machine.judge("a", at("1.09", kStart));
        const std::vector<ActiveAlarm> first = machine.awake();
        machine.acknowledge("a", {}, kStart + 1);
        BootTime now = kStart + 1;
        while (stateOf(machine, Condition::Call) != u"normal"_s && now < kStart + kHour) {
            now += 10 * kSecond;
            machine.judge("a", at("1.5", now));
        }
        machine.judge("a", at("1.09", now += 1)); // the second occurrence
        machine.acknowledge("a", {}, now += 1);
        QCOMPARE(stateOf(machine, Condition::Call), u"acknowledged"_s);
        QCOMPARE(machine.undo(first, now + 1), 0);
        const std::vector<ActiveAlarm> acknowledged = machine.awake();
        machine.acknowledge("a", {}, now); // once more: it changes nothing, and there is nothing to take back
        QCOMPARE(machine.undo(acknowledged, now + 1), 0);
        QCOMPARE(stateOf(machine, Condition::Call), u"acknowledged"_s);
    }

    // A liquidation that was handled while it flapped is at rest; that it flaps is over once samples say so.
    void whatFlappedAtRestIsCalmAgain()
    {
        Machine machine;
        ActiveAlarm handled {key(Condition::Liquidation), {}, std::nullopt, false, {}};
        handled.alarm.state = State::Normal;
        handled.alarm.flaps.flapping = true;
        machine.restore(handled);
        machine.judge("a", at("1.5", kStart));
        QVERIFY(!machine.find(key(Condition::Liquidation))->flaps.flapping);
    }

    void anOlderSampleIsIgnored()
    {
        Machine machine;
        machine.judge("a", at("1.5", kStart));
        machine.judge("a", at("1.04", kStart - 1));
        QCOMPARE(stateOf(machine, Condition::Liquidation), u"normal"_s);
        machine.judge("a", at("1.04", kStart)); // the same moment counts at once
        QCOMPARE(stateOf(machine, Condition::Liquidation), u"active"_s);
        QCOMPARE(stateOf(machine, Condition::Watch), u"pending"_s);
        machine.judge("b", at("1.5", kStart - kHour)); // another account has its own time
        QCOMPARE(stateOf(machine, key(Condition::Call, "b")), u"normal"_s);
    }

    void aFarAccountIsJudgedWithEverySample()
    {
        Machine machine;
        for (int i = 0; i < 100; ++i) {
            machine.judge("a", at("9", kStart + i * 10'000));
        }
        machine.judge("a", at("1.1", kStart + kHour));
        QCOMPARE(stateOf(machine, Condition::Call), u"active"_s);
        machine.judge("b", at("9", kStart));
        Sample changed = at("9", kStart + 10'000);
        changed.thresholds = bars("20", "10", "5");
        machine.judge("b", changed);
        QCOMPARE(stateOf(machine, key(Condition::Call, "b")), u"active"_s);
    }

    // max(6 P, 60 s), older, not as old
    void aPriceIsTooOldAfterSixPeriods_data()
    {
        QTest::addColumn<qint64>("period");
        QTest::addColumn<qint64>("limit");
        QTest::newRow("1 s") << qint64(1'000) << qint64(60'000);
        QTest::newRow("10 s") << qint64(10'000) << qint64(60'000);
        QTest::newRow("11 s") << qint64(11'000) << qint64(66'000);
        QTest::newRow("60 s") << qint64(60'000) << qint64(360'000);
    }

    void aPriceIsTooOldAfterSixPeriods()
    {
        QFETCH(qint64, period);
        QFETCH(qint64, limit);
        Machine machine;
        machine.setPollPeriod(period);
        machine.judge("a", at("1.5", kStart));
        machine.judge("a", stale(kStart + limit, kStart));
        QCOMPARE(stateOf(machine, Condition::Stale), u"normal"_s);
        machine.tick(kStart + limit);
        QCOMPARE(stateOf(machine, Condition::Stale), u"normal"_s);
        machine.tick(kStart + limit + 1); // time alone makes it too old
        QCOMPARE(stateOf(machine, Condition::Stale), u"active"_s);
    }

    void blindnessIsOfHighPriorityNearTheCallOrAfterFiveMinutes_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("level"); // known before
        QTest::addColumn<qint64>("age");
        QTest::addColumn<bool>("high");
        const auto row = [](const char *name, Sample::Kind kind, const char *level, Ms age, bool high) {
            QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(level) << qint64(age) << high;
        };
        row("stale, far", Sample::Kind::Stale, "1.375000000000000001", 61'000, false);
        row("stale, near", Sample::Kind::Stale, "1.375", 61'000, true);
        row("stale, 300 s", Sample::Kind::Stale, "2", 300'000, false);
        row("stale, older", Sample::Kind::Stale, "2", 300'001, true);
        row("frozen, far", Sample::Kind::Frozen, "2", 120'000, false);
        row("frozen, near", Sample::Kind::Frozen, "1.3", 120'000, true);
        row("frozen, older", Sample::Kind::Frozen, "2", 300'001, true);
        row("incomplete, far", Sample::Kind::Incomplete, "2", 0, false);
        row("incomplete, near", Sample::Kind::Incomplete, "1.375", 0, true);
    }

    void blindnessIsOfHighPriorityNearTheCallOrAfterFiveMinutes()
    {
        QFETCH(int, kind);
        QFETCH(QString, level);
        QFETCH(qint64, age);
        QFETCH(bool, high);
        Machine machine;
        machine.setPollPeriod(10'000);
        machine.judge("a", at(level.toStdString(), kStart));
        Sample blind = at("5", kStart + 400'000); // what is known of it: nothing to fear
        blind.kind = static_cast<Sample::Kind>(kind);
        blind.oldestPrice = blind.time - age;
        machine.judge("a", blind);
        const auto condition = static_cast<Condition>(static_cast<int>(Condition::Stale) + kind
                                                      - static_cast<int>(Sample::Kind::Stale));
        QCOMPARE(stateOf(machine, condition), u"active"_s);
        QCOMPARE(machine.find(key(condition))->priority, high ? Priority::High : Priority::Medium);
    }

    void anIncompleteAccountIsAsBadAsItsWorstCase()
    {
        const auto priority = [](const char *level, bool unpriced) {
            Machine machine;
            Sample sample = at(level, kStart);
            sample.kind = Sample::Kind::Incomplete;
            sample.debtUnpriced = unpriced;
            machine.judge("a", sample);
            return machine.find(key(Condition::Incomplete))->priority;
        };
        QCOMPARE(priority("1.100000000000000001", false), Priority::Medium);
        QCOMPARE(priority("1.1", false), Priority::High);
        QCOMPARE(priority("5", true), Priority::High);
    }

    void aWorseConditionBreaksTheSilenceOfLesserOnes()
    {
        Machine machine;
        machine.setRules(
            {own("n", "1.3", Stage::Notice), own("c", "1.2", Stage::Call), own("k", "1.08", Stage::Critical)}, kStart);
        for (int i = 0; i < 2; ++i) {
            machine.judge("a", at("1.09", kStart + i * 1'000));
        }
        QCOMPARE(machine.acknowledge("a", {}, kStart + 2'000), 4); // watch, call, n, c
        machine.judge("a", at("1.085", kStart + 3'000));
        QCOMPARE(stateOf(machine, Condition::Call), u"acknowledged"_s);
        machine.judge("a", at("1.08", kStart + 4'000)); // raises k, like critical
        for (const Key &lesser : {key(Condition::Watch), key(Condition::Call), key(Condition::Custom, "a", "n"),
                                  key(Condition::Custom, "a", "c")}) {
            QCOMPARE(stateOf(machine, lesser), u"active"_s);
        }
        machine.acknowledge("a", {}, kStart + 5'000);
        machine.judge("a", at("1.075", kStart + 6'000)); // raises critical
        QCOMPARE(stateOf(machine, Condition::Critical), u"active"_s);
        QCOMPARE(stateOf(machine, key(Condition::Custom, "a", "k")), u"acknowledged"_s); // of the same severity
        QCOMPARE(stateOf(machine, Condition::Call), u"active"_s);
    }

    void onlyWhatIsMeantIsTouchedByAPerson()
    {
        Machine machine;
        machine.judge("a", at("1.04", kStart));
        machine.judge("b", at("1.04", kStart));
        machine.report(key(Condition::Ledger, "", ""), Observation::True, Priority::High, kStart);
        QCOMPARE(machine.acknowledge("a", Condition::Call, kStart), 1);
        QCOMPARE(stateOf(machine, Condition::Call), u"acknowledged"_s);
        QCOMPARE(stateOf(machine, Condition::Critical), u"active"_s);
        QCOMPARE(stateOf(machine, key(Condition::Call, "b")), u"active"_s);
        QCOMPARE(machine.snooze("b", kMinute, kStart), 2); // not the liquidation
        QCOMPARE(stateOf(machine, key(Condition::Liquidation, "b")), u"active"_s);
        QCOMPARE(machine.acknowledge("nobody", {}, kStart), 0);
        QCOMPARE(machine.acknowledge("*", {}, kStart), 2 + 3 + 1);
        QCOMPARE(stateOf(machine, key(Condition::Ledger, "")), u"acknowledged"_s);
        QCOMPARE(machine.handle("*", kStart), 0); // still there, and acknowledged already
    }

    void rulesThatAreGoneOrDisabledEnd()
    {
        Machine machine;
        Rule rule = own("r", "1.5", Stage::Call);
        machine.setRules({rule, own("s", "1.5", Stage::Call, "b")}, kStart);
        machine.judge("a", at("1.4", kStart));
        machine.judge("b", at("1.4", kStart));
        QCOMPARE(stateOf(machine, key(Condition::Custom, "a", "r")), u"active"_s);
        QCOMPARE(stateOf(machine, key(Condition::Custom, "b", "s")), u"active"_s);
        QCOMPARE(stateOf(machine, key(Condition::Custom, "a", "s")), u"none"_s); // another account's
        machine.takeChanges();
        rule.enabled = false;
        machine.setRules({rule, own("s", "1.5", Stage::Call, "b")}, kStart + 1);
        const std::vector<Change> changes = machine.takeChanges();
        QCOMPARE(changes.size(), std::size_t(2)); // of both accounts
        for (const Change &change : changes) {
            QCOMPARE(word(change.cause), u"ended"_s);
            QCOMPARE(change.key.detail, std::string("r"));
        }
        QCOMPARE(stateOf(machine, key(Condition::Custom, "b", "s")), u"active"_s);
    }

    void aRemovedAccountEnds()
    {
        Machine machine;
        machine.judge("a", at("1.04", kStart));
        machine.takeChanges();
        machine.remove("a", kStart + 1);
        const std::vector<Change> changes = machine.takeChanges();
        QVERIFY(std::ranges::any_of(changes, [](const Change &change) {
            return change.key == key(Condition::Liquidation) && change.cause == Cause::Ended;
        }));
        QVERIFY(machine.awake().empty());
        machine.remove("a", kStart + 2);
        QVERIFY(machine.takeChanges().empty());
    }

    void theProgramReportsAboutItself()
    {
        Machine machine;
        const Key desktop = key(Condition::NotDelivered, "", "desktop");
        machine.report(desktop, Observation::Clear, Priority::Medium, kStart);
        QVERIFY(machine.awake().empty());
        machine.report(desktop, Observation::True, Priority::Medium, kStart);
        QCOMPARE(stateOf(machine, desktop), u"active"_s);
        QCOMPARE(machine.find(desktop)->priority, Priority::Medium);
        machine.report(desktop, Observation::True, Priority::High, kStart + 1);
        QCOMPARE(machine.find(desktop)->priority, Priority::High);
        machine.report(key(Condition::NotDelivered, "", "sound"), Observation::True, Priority::Medium, kStart + 2);
        machine.report(desktop, Observation::Clear, Priority::Medium, kStart + 3);
        QCOMPARE(stateOf(machine, desktop), u"normal"_s);
        QCOMPARE(stateOf(machine, key(Condition::NotDelivered, "", "sound")), u"active"_s); // one alarm per channel
    }

    void everyStepOfAChangeLeadsToTheNext()
    {
        Machine machine;
        const Key ledger = key(Condition::Ledger, "");
        machine.report(ledger, Observation::True, Priority::High, kStart);
        machine.acknowledge("*", {}, kStart);
        machine.takeChanges();
        machine.report(ledger, Observation::Clear, Priority::High,
                       kStart + kHour); // the acknowledgement ends, and so does the alarm
        const std::vector<Change> changes = machine.takeChanges();
        QCOMPARE(changes.size(), std::size_t(2));
        QCOMPARE(word(changes[0].to), u"active"_s);
        QCOMPARE(word(changes[1].from), u"active"_s);
        QCOMPARE(word(changes[1].to), u"normal"_s);
    }

    void saysWhatIsAwakeAndKnown()
    {
        Machine machine;
        machine.judge("b", at("1.09", kStart));
        machine.judge("a", at("1.23456789999", kStart));
        machine.judge("c", at("1.04", kStart));
        const std::vector<ActiveAlarm> awake = machine.awake();
        QVERIFY(std::ranges::is_sorted(awake, {}, &ActiveAlarm::key));
        QCOMPARE(machine.levelOf("a"), std::optional(d("1.23456789")));
        QVERIFY(!machine.levelOf("nobody"));
        QVERIFY(machine.nearCall("a") && !machine.nearCall("nobody"));
        QVERIFY(machine.folded(key(Condition::Call, "c")) && !machine.folded(key(Condition::Call, "b")));
        QVERIFY(machine.anyHigh());
        machine.judge("c", sampleOf(Sample::Kind::Closed, kStart + 1));
        machine.judge("b", sampleOf(Sample::Kind::NoDebt, kStart + 1));
        QVERIFY(!machine.anyHigh());
        QVERIFY(!machine.levelOf("c"));
        QVERIFY(machine.awake().empty());
    }
};

PLIMSOLL_TEST(TestAlarmMachine)
#include "tst_machine.moc"
