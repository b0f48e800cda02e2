// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

namespace {

Rule own(const char *id, const char *level, Stage stage)
{
    return {id, "", Rule::Kind::Level, d(level), "", stage, true};
}

Rule ownPrice(const char *id, const char *price, Stage stage)
{
    return {id, "a", Rule::Kind::PriceBelow, d(price), "BCHUSDT", stage, true};
}

Sample priced(const std::string &level, const char *price, BootTime time)
{
    Sample sample = at(level, time);
    sample.prices = {{"BCHUSDT", d(price)}};
    return sample;
}

// From 3 to 2.2 and to 1.3 within two minutes: at that pace liquidation is near.
BootTime fall(Machine &machine)
{
    machine.judge("a", at("3", kStart));
    BootTime now = kStart + kSecond;
    for (; now <= kStart + 2 * kMinute; now += 10 * kSecond) {
        machine.judge("a", at("2.2", now));
    }
    machine.judge("a", at("1.3", now));
    return now;
}

const Key kCustom = key(Condition::Custom, "a", "r1");

} // namespace

/// What the alarms of one account do to each other, and what is said of them as a whole.
class TestAccountAlarms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // An alarm of somebody's own that is like a margin call or worse counts as one.
    void aRuleLikeACallOrWorseIsHigh_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<bool>("isPrice");
        QTest::addColumn<bool>("high");
        QTest::newRow("notice") << static_cast<int>(Stage::Notice) << false << false;
        QTest::newRow("call") << static_cast<int>(Stage::Call) << false << true;
        QTest::newRow("critical") << static_cast<int>(Stage::Critical) << false << true;
        QTest::newRow("price, notice") << static_cast<int>(Stage::Notice) << true << false;
        QTest::newRow("price, call") << static_cast<int>(Stage::Call) << true << true;
    }

    void aRuleLikeACallOrWorseIsHigh()
    {
        QFETCH(int, stage);
        QFETCH(bool, isPrice);
        QFETCH(bool, high);
        const auto loudness = static_cast<Stage>(stage);
        Machine machine;
        machine.setRules({isPrice ? ownPrice("r1", "180", loudness) : own("r1", "1.5", loudness)}, kStart);
        machine.judge("a", priced("1.6", "181", kStart)); // far from every bar
        QVERIFY(!machine.anyHigh());
        for (int i = 1; i <= 2; ++i) {
            machine.judge("a", priced("1.5", "180", kStart + i * kSecond));
        }
        QCOMPARE(stateOf(machine, kCustom), u"active"_s);
        QCOMPARE(machine.anyHigh(), high);
        machine.acknowledge("a", {}, kStart + 3 * kSecond); // it stands, seen or not
        QCOMPARE(machine.anyHigh(), high);
        machine.setRules({}, kStart + 4 * kSecond);
        QVERIFY(!machine.anyHigh());
    }

    void aRuleBehavesLikeItsStageAndAnUnknownOneLikeANotice()
    {
        Machine machine;
        machine.setRules({own("r1", "1.5", Stage::Critical)}, kStart);
        QCOMPARE(&machine.behaviour(kCustom), &behaviourOf(Condition::Critical));
        QCOMPARE(&machine.behaviour(key(Condition::Custom, "a", "r2")), &behaviourOf(Condition::Watch));
        QCOMPARE(&machine.behaviour(key(Condition::Call)), &behaviourOf(Condition::Call));
    }

    void aCallIsHighAndAnEarlyWarningIsNot()
    {
        Machine machine;
        for (int i = 0; i < 2; ++i) {
            machine.judge("a", at("1.12", kStart + i * kSecond));
        }
        QCOMPARE(stateOf(machine, Condition::Watch), u"active"_s);
        QVERIFY(!machine.anyHigh());
        machine.judge("a", at("1.09", kStart + 2 * kSecond));
        QVERIFY(machine.anyHigh());
    }

    void onlyASampleThatSaysSomethingCountsAsJudged_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("judged");
        const auto row = [](const char *name, Sample::Kind kind, bool judged) {
            QTest::newRow(name) << static_cast<int>(kind) << judged;
        };
        row("valid", Sample::Kind::Valid, true);
        row("stale", Sample::Kind::Stale, false);
        row("frozen", Sample::Kind::Frozen, false);
        row("incomplete", Sample::Kind::Incomplete, false);
        row("no debt", Sample::Kind::NoDebt, true);
        row("closed", Sample::Kind::Closed, true);
    }

    void onlyASampleThatSaysSomethingCountsAsJudged()
    {
        QFETCH(int, kind);
        QFETCH(bool, judged);
        Machine machine;
        Sample sample = at("2", kStart);
        sample.kind = static_cast<Sample::Kind>(kind);
        machine.judge("a", sample);
        QCOMPARE(machine.judged("a"), judged);
        machine.judge("a", at("2", kStart + 1));
        sample.time = kStart + 2;
        machine.judge("a", sample);
        QVERIFY(machine.judged("a")); // once is enough
        QVERIFY(!machine.judged("nobody"));
    }

    void eachKindOfBlindnessHasItsOwnAlarm_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("states"); // stale, frozen, incomplete
        const auto row = [](const char *name, Sample::Kind kind, const char *states) {
            QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(states);
        };
        row("valid", Sample::Kind::Valid, "normal normal normal");
        row("stale", Sample::Kind::Stale, "active normal normal");
        row("frozen", Sample::Kind::Frozen, "normal active normal");
        row("incomplete", Sample::Kind::Incomplete, "normal normal active");
        row("no debt", Sample::Kind::NoDebt, "disarmed disarmed disarmed");
        row("closed", Sample::Kind::Closed, "disarmed disarmed disarmed");
    }

    void eachKindOfBlindnessHasItsOwnAlarm()
    {
        QFETCH(int, kind);
        Machine machine;
        Sample sample = at("2", kStart);
        sample.kind = static_cast<Sample::Kind>(kind);
        sample.oldestPrice = kStart - kHour;
        machine.judge("a", sample);
        QTEST((QStringList {stateOf(machine, Condition::Stale), stateOf(machine, Condition::Frozen),
                            stateOf(machine, Condition::Incomplete)}
                   .join(u' ')),
              "states");
    }

    // Two valid samples end "stale"; time alone does not, and what is known of the level again makes it no worse.
    void onlySamplesEndBlindness()
    {
        Machine machine;
        machine.judge("a", at("2", kStart));
        Sample stale = sampleOf(Sample::Kind::Stale, kStart + 61 * kSecond);
        stale.oldestPrice = kStart;
        machine.judge("a", stale);
        QCOMPARE(machine.find(key(Condition::Stale))->priority, Priority::Medium);
        machine.acknowledge("a", {}, kStart + 62 * kSecond);
        machine.judge("a", at("1.3", kStart + 63 * kSecond)); // near the call
        for (int i = 64; i < 80; ++i) {
            machine.tick(kStart + i * kSecond);
        }
        QCOMPARE(stateOf(machine, Condition::Stale), u"acknowledged"_s);
        QCOMPARE(machine.find(key(Condition::Stale))->priority, Priority::Medium);
        machine.judge("a", at("1.3", kStart + 80 * kSecond));
        QCOMPARE(stateOf(machine, Condition::Stale), u"normal"_s);
    }

    // A price that cannot change the status gets too old by time alone, although every other alarm rests.
    void aHarmlessPriceGetsTooOldToo()
    {
        Machine machine;
        machine.setPollPeriod(10 * kSecond);
        machine.judge("a", at("5", kStart));
        Sample sample = at("5", kStart + 30 * kSecond);
        sample.unpriced = Sample::Kind::Stale;
        sample.oldestPrice = kStart;
        machine.judge("a", sample);
        QCOMPARE(stateOf(machine, Condition::Stale), u"normal"_s);
        machine.tick(kStart + kMinute);
        QCOMPARE(stateOf(machine, Condition::Stale), u"normal"_s);
        machine.tick(kStart + kMinute + 1);
        QCOMPARE(stateOf(machine, Condition::Stale), u"active"_s);
        QCOMPARE(machine.find(key(Condition::Stale))->priority, Priority::Low);
    }

    void aPriceIsJudgedInTheMomentOfTheSample()
    {
        Machine machine;
        machine.setRules({ownPrice("r1", "180", Stage::Call)}, kStart);
        machine.judge("a", at("2", kStart));
        QCOMPARE(stateOf(machine, kCustom), u"normal"_s);
        machine.judgeRules("a", priced("2", "180", kStart));
        QCOMPARE(stateOf(machine, kCustom), u"active"_s);
    }

    void aRuleIsJudgedOnceWithEverySample()
    {
        Machine machine;
        machine.setRules({own("r1", "1.5", Stage::Call), own("r2", "1.5", Stage::Critical)}, kStart);
        machine.judge("a", at("1.5", kStart));
        const auto changes = [&machine] {
            return std::pair(machine.find(kCustom)->flaps.changedBits,
                             machine.find(key(Condition::Custom, "a", "r2"))->flaps.changedBits);
        };
        QCOMPARE(changes(), std::pair(0b1U, 0b1U));
        machine.judge("a", at("1.5", kStart + kSecond));
        QCOMPARE(changes(), std::pair(0b10U, 0b10U));
        machine.judgeRules("a", at("1.5", kStart + 2 * kSecond));
        QCOMPARE(changes(), std::pair(0b100U, 0b100U));
    }

    // 20 samples is how long a change is remembered; also by an alarm that rests.
    void aChangeIsForgottenSampleBySample()
    {
        Machine machine;
        machine.judge("a", at("1.09", kStart));
        machine.acknowledge("a", {}, kStart);
        const Alarm &call = *machine.find(key(Condition::Call));
        int second = 1;
        for (; call.state != State::Normal && second < 100; ++second) {
            machine.judge("a", at("1.2", kStart + second * kSecond));
        }
        QCOMPARE(second, 62); // clear for 60 s, from the first second on
        QCOMPARE(call.flaps.changedBits, 0b1U); // the raise is 61 samples ago
        for (int i = 0; i < 3; ++i) {
            machine.judge("a", at("1.2", kStart + (second + i) * kSecond));
        }
        QCOMPARE(call.flaps.changedBits, 0b1000U);
    }

    void aRuleThatChangesGoesOnCounting()
    {
        Machine machine;
        machine.setRules({own("r0", "1.5", Stage::Call), own("r1", "1.5", Stage::Call)}, kStart);
        machine.judge("a", at("1.5", kStart));
        machine.judge("a", at("2", kStart + kSecond));
        QCOMPARE(machine.find(kCustom)->occurrence, 1U);
        machine.setRules({own("r0", "1.5", Stage::Call), own("r1", "1.4", Stage::Call)}, kStart + 2 * kSecond);
        QCOMPARE(machine.find(kCustom)->occurrence, 1U);
        QCOMPARE(machine.find(kCustom)->state, State::Disarmed);
        machine.judge("a", at("1.4", kStart + 3 * kSecond));
        QCOMPARE(machine.find(kCustom)->occurrence, 2U);
        QCOMPARE(machine.find(key(Condition::Custom, "a", "r0"))->occurrence, 1U);
    }

    // 2.2 is twice the call at 1.1: from there down it is remembered how fast a level falls.
    void aFallFromExactlyTwiceTheCallIsRemembered()
    {
        Machine machine;
        const BootTime now = fall(machine);
        QCOMPARE(stateOf(machine, Condition::Critical), u"active"_s);
        QVERIFY(machine.find(key(Condition::Critical))->byPace);
        QVERIFY(machine.outlook(key(Condition::Critical)).liquidationAt > now);
        QVERIFY(!machine.outlook(key(Condition::Call)).liquidationAt);
        machine.judge("a", at("1.3", now + kSecond));
        QVERIFY(machine.find(key(Condition::Critical))->byPace); // still above its bar
        machine.judge("a", at("1.075", now + 2 * kSecond)); // at its bar
        QVERIFY(!machine.find(key(Condition::Critical))->byPace);
        QVERIFY(!machine.outlook(key(Condition::Critical)).liquidationAt);
        machine.judge("a", at("1.08", now + 3 * kSecond)); // above it again, and not clear
        QVERIFY(!machine.find(key(Condition::Critical))->byPace);
    }

    void whatIsAtItsBarIsNotByPace()
    {
        for (const char *level : {"1.075", "1.06"}) {
            Machine machine;
            machine.judge("a", at(level, kStart));
            QCOMPARE(stateOf(machine, Condition::Critical), u"active"_s);
            QVERIFY(!machine.find(key(Condition::Critical))->byPace);
        }
    }

    // docs/alarms.md: a worse built-in level alarm speaks for a lesser one; a price, or blindness, is another matter.
    void onlyLevelsAreSpokenFor()
    {
        Machine machine;
        machine.setRules(
            {own("r1", "1.5", Stage::Notice), own("r2", "1.5", Stage::Call), ownPrice("p", "180", Stage::Notice)},
            kStart);
        for (int i = 0; i < 2; ++i) {
            machine.judge("a", priced("1.09", "180", kStart + i * kSecond));
        }
        QVERIFY(machine.folded(kCustom));
        QVERIFY(machine.folded(key(Condition::Watch)));
        QVERIFY(!machine.folded(key(Condition::Custom, "a", "r2"))); // as bad as a call
        QVERIFY(!machine.folded(key(Condition::Custom, "a", "p")));
        QVERIFY(!machine.folded(key(Condition::Custom, "a", "no such rule")));
        for (const Condition blindness : {Condition::Stale, Condition::Frozen, Condition::Incomplete}) {
            QVERIFY(!machine.folded(key(blindness)));
        }
    }

    void whatHasRecoveredSpeaksForNothingWorseThanAnEarlyWarning()
    {
        Machine machine;
        for (int i = 0; i < 2; ++i) {
            machine.judge("a", at("1.04", kStart + i * kSecond));
        }
        QVERIFY(machine.folded(key(Condition::Critical)) && machine.folded(key(Condition::Watch)));
        machine.judge("a", at("1.08", kStart + 2 * kSecond)); // above 1.071: the liquidation is over, though not seen
        QVERIFY(!machine.folded(key(Condition::Critical)));
        QVERIFY(machine.folded(key(Condition::Watch)));
        machine.judge("a", at("1.06", kStart + 3 * kSecond)); // between its bars: it was over once
        QVERIFY(!machine.folded(key(Condition::Critical)));
    }

    void aCallThatWasSeenAndHasRecoveredDoesNotSpeakForAnEarlyWarning()
    {
        Machine machine;
        for (int i = 0; i < 2; ++i) {
            machine.judge("a", at("1.09", kStart + i * kSecond));
        }
        QVERIFY(machine.folded(key(Condition::Watch)));
        machine.judge("a", at("1.13", kStart + 2 * kSecond)); // above 1.122
        QVERIFY(machine.folded(key(Condition::Watch))); // nobody has seen the call
        machine.acknowledge("a", Condition::Call, kStart + 3 * kSecond);
        QVERIFY(!machine.folded(key(Condition::Watch)));
    }

    void whenAnAlarmClearsIsForeseen()
    {
        Machine machine;
        machine.setRules({own("r1", "1.5", Stage::Call)}, kStart);
        machine.judge("a", at("1.09", kStart));
        QVERIFY(!machine.outlook(kCustom).clearsAt && !machine.outlook(key(Condition::Call)).clearsAt);
        machine.judge("a", at("2", kStart + 5 * kSecond));
        QCOMPARE(machine.outlook(kCustom).clearsAt, std::optional(kStart + 65 * kSecond));
        QCOMPARE(machine.outlook(key(Condition::Call)).clearsAt, std::optional(kStart + 65 * kSecond));
        QVERIFY(!machine.outlook(key(Condition::Custom, "a", "no such rule")).clearsAt);
    }

    // Above the bar of "close to liquidation", below that of the call: nothing is safe yet, whatever clears.
    void nothingIsSafeAgainWhileACallStands()
    {
        Machine machine;
        machine.setRules({own("r1", "1.08", Stage::Call)}, kStart);
        machine.judge("a", at("1.07", kStart)); // critical, and the person's own bar
        machine.judge("a", at("1.0995", kStart + 5 * kSecond)); // above both, but not above 1.10
        QVERIFY(!machine.folded(key(Condition::Call)));
        QVERIFY(!machine.outlook(key(Condition::Critical)).clearsAt);
        QVERIFY(!machine.outlook(kCustom).clearsAt);
        machine.judge("a", at("1.2", kStart + 10 * kSecond));
        QCOMPARE(machine.outlook(key(Condition::Critical)).clearsAt, std::optional(kStart + 65 * kSecond));
        QCOMPARE(machine.outlook(kCustom).clearsAt, std::optional(kStart + 65 * kSecond));
        QCOMPARE(machine.outlook(key(Condition::Call)).clearsAt, std::optional(kStart + 70 * kSecond));
    }

    void aWorseBarIsHeardByAnEarlyWarningThatWasSilenced()
    {
        Machine machine;
        for (int i = 0; i < 2; ++i) {
            machine.judge("a", at("1.15", kStart + i * kSecond));
        }
        machine.acknowledge("a", {}, kStart + 2 * kSecond);
        QCOMPARE(stateOf(machine, Condition::Watch), u"acknowledged"_s);
        machine.judge("a", at("1.1", kStart + 3 * kSecond)); // the call, and 4 % lower
        QCOMPARE(stateOf(machine, Condition::Watch), u"active"_s);
    }
};

PLIMSOLL_TEST(TestAccountAlarms)
#include "tst_accountalarms.moc"
