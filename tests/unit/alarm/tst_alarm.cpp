// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

namespace {

const std::optional<Decimal> kNone;

Alarm in(State state)
{
    Alarm alarm;
    alarm.state = state;
    alarm.occurrence = 3;
    alarm.since = kStart;
    if (state == State::Pending) {
        alarm.samples = 1;
        alarm.samplesSince = kStart;
        alarm.newestSample = kStart;
    }
    return alarm;
}

// An alarm that has been clear since kStart.
Alarm clearing(State state, const Behaviour &behaviour)
{
    Alarm alarm = in(state);
    live(alarm, behaviour, Observation::Clear, kNone, kStart);
    return alarm;
}

} // namespace

class TestAlarm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // docs/alarms.md#life-cycle: what one observation does to each state, the clear time not yet over.
    void everyEdge_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("observation");
        QTest::addColumn<QString>("to");
        QTest::addColumn<bool>("hold");
        const std::array names {"nothing", "true", "between", "clear", "blind", "gone"};
        const auto rows = [&](Condition condition, const char *from, const QStringList &to, bool holdsWhenBlind) {
            for (int i = 0; i < 6; ++i) {
                const QByteArray name = QByteArray(conditionWord(condition).data()) + ' ' + from + ' '
                    + names[static_cast<std::size_t>(i)];
                const bool isBlind = static_cast<Observation>(i) == Observation::Blind;
                QTest::newRow(name.constData()) << static_cast<int>(condition) << QString::fromLatin1(from) << i
                                                << to[i] << (isBlind && holdsWhenBlind);
            }
        };
        const auto list = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
        // at once, latching; the words are for: nothing, true, between, clear, blind, gone
        rows(Condition::Call, "disarmed", list("disarmed active normal normal unknown disarmed"), false);
        rows(Condition::Call, "unknown", list("unknown active normal normal unknown disarmed"), false);
        rows(Condition::Call, "normal", list("normal active normal normal unknown disarmed"), false);
        rows(Condition::Call, "active", list("active active active active active disarmed"), true);
        rows(Condition::Call, "acknowledged",
             list("acknowledged acknowledged acknowledged acknowledged acknowledged disarmed"), true);
        rows(Condition::Call, "snoozed", list("snoozed snoozed snoozed snoozed snoozed disarmed"), true);
        rows(Condition::Call, "cleared", list("cleared active cleared cleared cleared disarmed"), true);
        // after two samples
        rows(Condition::Watch, "disarmed", list("disarmed pending normal normal unknown disarmed"), false);
        rows(Condition::Watch, "unknown", list("unknown pending normal normal unknown disarmed"), false);
        rows(Condition::Watch, "normal", list("normal pending normal normal unknown disarmed"), false);
        rows(Condition::Watch, "pending", list("pending active normal normal unknown disarmed"), false);
        rows(Condition::Watch, "active", list("active active active active active disarmed"), true);
        // by a person only
        rows(Condition::Liquidation, "normal", list("normal active normal normal unknown disarmed"), false);
        rows(Condition::Liquidation, "active", list("active active active active active disarmed"), true);
        rows(Condition::Liquidation, "acknowledged",
             list("acknowledged acknowledged acknowledged acknowledged acknowledged disarmed"), true);
        // cleared by one sample
        rows(Condition::Incomplete, "normal", list("normal active normal normal unknown disarmed"), false);
        rows(Condition::Incomplete, "active", list("active active active normal active disarmed"), true);
        rows(Condition::Incomplete, "acknowledged",
             list("acknowledged acknowledged acknowledged normal acknowledged disarmed"), true);
        rows(Condition::Incomplete, "snoozed", list("snoozed snoozed snoozed normal snoozed disarmed"), true);
        // by two
        rows(Condition::Stale, "active", list("active active active active active disarmed"), true);
    }

    void everyEdge()
    {
        QFETCH(int, condition);
        QFETCH(QString, from);
        QFETCH(int, observation);
        QFETCH(QString, to);
        QFETCH(bool, hold);
        Alarm alarm = in(stateFromWord(from.toStdString()).value());
        const Moves moves = live(alarm, behaviourOf(static_cast<Condition>(condition)),
                                 static_cast<Observation>(observation), kNone, kStart + 10'000);
        QCOMPARE(word(alarm.state), to);
        QCOMPARE(alarm.hold, hold);
        const bool isRaised = to == u"active"_s && from != u"active"_s;
        QCOMPARE(alarm.occurrence, isRaised ? 4U : 3U);
        QCOMPARE(moves.moves[0].has_value() || moves.moves[1].has_value(), from != to);
        if (from != to) {
            const Cause cause = moves.moves[1]->cause;
            const bool wasActive = isActive(stateFromWord(from.toStdString()).value());
            const Cause wanted = isRaised ? Cause::Raised
                : to == u"disarmed"_s     ? Cause::Ended
                : wasActive               ? Cause::Cleared
                                          : Cause::Judged;
            QCOMPARE(word(cause), word(wanted));
            QCOMPARE(alarm.since, kStart + 10'000);
        }
    }

    void theSecondSampleOfAMomentDoesNotCount()
    {
        Alarm alarm = in(State::Normal);
        const Behaviour &watch = behaviourOf(Condition::Watch);
        live(alarm, watch, Observation::True, kNone, kStart);
        live(alarm, watch, Observation::True, kNone, kStart);
        QCOMPARE(word(alarm.state), u"pending"_s);
        live(alarm, watch, Observation::True, kNone, kStart + 1);
        QCOMPARE(word(alarm.state), u"active"_s);

        Alarm stale = in(State::ActiveUnacknowledged);
        live(stale, behaviourOf(Condition::Stale), Observation::Clear, kNone, kStart);
        live(stale, behaviourOf(Condition::Stale), Observation::Clear, kNone, kStart);
        QCOMPARE(word(stale.state), u"active"_s);
        live(stale, behaviourOf(Condition::Stale), Observation::Clear, kNone, kStart + 1);
        QCOMPARE(word(stale.state), u"normal"_s);
    }

    void aDelayInTimeNeedsTheWholeTime()
    {
        Behaviour slow;
        slow.raiseAfter = 60'000;
        Alarm alarm = in(State::Normal);
        live(alarm, slow, Observation::True, kNone, kStart);
        live(alarm, slow, Observation::True, kNone, kStart + 59'999);
        QCOMPARE(word(alarm.state), u"pending"_s);
        live(alarm, slow, Observation::True, kNone, kStart + 60'000);
        QCOMPARE(word(alarm.state), u"active"_s);
    }

    void clearsAfterItsTimeAndNotBefore_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("after");
        const auto row = [](const char *name, Condition condition, State state, const char *after) {
            QTest::newRow(name) << static_cast<int>(condition) << static_cast<int>(state) << QString::fromLatin1(after);
        };
        row("call", Condition::Call, State::ActiveUnacknowledged, "cleared");
        row("call, acknowledged", Condition::Call, State::ActiveAcknowledged, "normal");
        row("call, snoozed", Condition::Call, State::Snoozed, "cleared");
        row("critical", Condition::Critical, State::ActiveUnacknowledged, "cleared");
        row("watch", Condition::Watch, State::ActiveUnacknowledged, "normal");
        row("watch, acknowledged", Condition::Watch, State::ActiveAcknowledged, "normal");
        row("watch, snoozed", Condition::Watch, State::Snoozed, "normal");
        row("liquidation", Condition::Liquidation, State::ActiveUnacknowledged, "active");
        row("liquidation, acknowledged", Condition::Liquidation, State::ActiveAcknowledged, "acknowledged");
    }

    void clearsAfterItsTimeAndNotBefore()
    {
        QFETCH(int, condition);
        QFETCH(int, state);
        QFETCH(QString, after);
        const Behaviour &behaviour = behaviourOf(static_cast<Condition>(condition));
        Alarm alarm = clearing(static_cast<State>(state), behaviour);
        live(alarm, behaviour, Observation::Clear, kNone, kStart + 59'999);
        QCOMPARE(word(alarm.state), word(static_cast<State>(state)));
        live(alarm, behaviour, Observation::Nothing, kNone, kStart + 60'000);
        QCOMPARE(word(alarm.state), word(static_cast<State>(state))); // only a sample clears
        const Moves moves = live(alarm, behaviour, Observation::Clear, kNone, kStart + 60'000);
        QCOMPARE(word(alarm.state), after);
        QCOMPARE(moves.moves[1].has_value(), alarm.state != static_cast<State>(state));
    }

    void anythingButClearBreaksTheClearTime_data()
    {
        QTest::addColumn<int>("observation");
        QTest::newRow("true") << static_cast<int>(Observation::True);
        QTest::newRow("between") << static_cast<int>(Observation::Between);
        QTest::newRow("blind") << static_cast<int>(Observation::Blind);
    }

    void anythingButClearBreaksTheClearTime()
    {
        QFETCH(int, observation);
        const Behaviour &call = behaviourOf(Condition::Call);
        Alarm alarm = clearing(State::ActiveUnacknowledged, call);
        live(alarm, call, static_cast<Observation>(observation), kNone, kStart + 30'000);
        live(alarm, call, Observation::Clear, kNone, kStart + 60'000);
        live(alarm, call, Observation::Clear, kNone, kStart + 119'999);
        QCOMPARE(word(alarm.state), u"active"_s);
        live(alarm, call, Observation::Clear, kNone, kStart + 120'000);
        QCOMPARE(word(alarm.state), u"cleared"_s);
        QVERIFY(!alarm.hold);
    }

    void timersEndExactlyAtTheirEnd_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("cause");
        QTest::newRow("acknowledged") << static_cast<int>(State::ActiveAcknowledged) << "ack_expired";
        QTest::newRow("snoozed") << static_cast<int>(State::Snoozed) << "snooze_over";
    }

    void timersEndExactlyAtTheirEnd()
    {
        QFETCH(int, state);
        QFETCH(QString, cause);
        for (const Observation observation :
             {Observation::Nothing, Observation::True, Observation::Between, Observation::Blind}) {
            Alarm alarm = in(static_cast<State>(state));
            alarm.until = kStart + 5'000;
            live(alarm, behaviourOf(Condition::Call), observation, kNone, kStart + 4'999);
            QCOMPARE(word(alarm.state), word(static_cast<State>(state)));
            const Moves moves = live(alarm, behaviourOf(Condition::Call), observation, kNone, kStart + 5'000);
            QCOMPARE(word(alarm.state), u"active"_s);
            QVERIFY(moves.moves[0] && !moves.moves[1]);
            QCOMPARE(word(moves.moves[0]->cause), cause);
            QCOMPARE(alarm.occurrence, 3U); // not a new one
        }
        Alarm endless = in(static_cast<State>(state));
        live(endless, behaviourOf(Condition::Call), Observation::Nothing, kNone, kStart + 1'000 * kHour);
        QCOMPARE(word(endless.state), word(static_cast<State>(state)));
    }

    void timeComesBeforeTheObservation()
    {
        const Behaviour &call = behaviourOf(Condition::Call);
        Alarm alarm = clearing(State::ActiveAcknowledged, call);
        alarm.until = kStart + 60'000;
        const Moves moves = live(alarm, call, Observation::Clear, kNone, kStart + 60'000);
        QVERIFY(moves.moves[0] && moves.moves[1]);
        QCOMPARE(word(moves.moves[0]->from), u"acknowledged"_s);
        QCOMPARE(word(moves.moves[0]->cause), u"ack_expired"_s);
        QCOMPARE(word(moves.moves[1]->from), u"active"_s);
        QCOMPARE(word(alarm.state), u"cleared"_s); // it was unacknowledged again, so somebody has to see it
    }

    void wordsAreReadBack()
    {
        for (int i = 0; i <= static_cast<int>(State::ClearedUnacknowledged); ++i) {
            QCOMPARE(stateFromWord(stateWord(static_cast<State>(i))), std::optional(static_cast<State>(i)));
        }
        for (int i = 0; i <= static_cast<int>(Cause::Restored); ++i) {
            QCOMPARE(causeFromWord(causeWord(static_cast<Cause>(i))), std::optional(static_cast<Cause>(i)));
        }
        QCOMPARE(stateFromWord("acknowledged"), std::optional(State::ActiveAcknowledged));
        QCOMPARE(causeFromWord("worse_bar"), std::optional(Cause::WorseBar));
        QVERIFY(!stateFromWord("Normal") && !causeFromWord("") && !causeFromWord("gone"));
    }

    void aRaiseBeginsAnew()
    {
        Alarm alarm = in(State::Pending);
        alarm.notices = 5;
        alarm.repeats = 4;
        alarm.ladder = 60'000;
        alarm.until = kStart + kHour;
        alarm.levelAt = d("1.2");
        alarm.byPace = true;
        alarm.recoveredOnce = true;
        live(alarm, behaviourOf(Condition::Watch), Observation::True, kNone, kStart + kSecond);
        QCOMPARE(word(alarm.state), u"active"_s);
        QCOMPARE(alarm.occurrence, 4U);
        QCOMPARE(alarm.raisedAt, kStart + kSecond);
        QCOMPARE(alarm.unacknowledgedAt, kStart + kSecond);
        QCOMPARE(alarm.notices, 0);
        QCOMPARE(alarm.repeats, 0);
        QCOMPARE(alarm.ladder, Ms {-1}); // no step was reached yet
        QCOMPARE(alarm.until, BootTime());
        QVERIFY(!alarm.levelAt && !alarm.byPace && !alarm.recoveredOnce);
        QCOMPARE(alarm.samples, 0);
        QCOMPARE(alarm.samplesSince, BootTime());
    }

    void whatIsClearedHasNoRowOfSamplesLeft()
    {
        Alarm alarm = clearing(State::ActiveAcknowledged, behaviourOf(Condition::Call));
        QCOMPARE(alarm.samples, 1);
        live(alarm, behaviourOf(Condition::Call), Observation::Clear, kNone, kStart + kMinute);
        QCOMPARE(word(alarm.state), u"normal"_s);
        QCOMPARE(alarm.samples, 0);
        QCOMPARE(alarm.samplesSince, BootTime());
    }

    void onePercentLowerIsWorse_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("level");
        QTest::addColumn<bool>("worse");
        for (const State state : {State::ActiveAcknowledged, State::Snoozed}) {
            QTest::newRow(qPrintable(word(state) + u" 1 %"_s)) << static_cast<int>(state) << "1.08405" << true;
            QTest::newRow(qPrintable(word(state) + u" a little less"_s))
                << static_cast<int>(state) << "1.08405001" << false;
            QTest::newRow(qPrintable(word(state) + u" more"_s)) << static_cast<int>(state) << "0.5" << true;
        }
        QTest::newRow("active") << static_cast<int>(State::ActiveUnacknowledged) << "0.5" << false;
    }

    void onePercentLowerIsWorse()
    {
        QFETCH(int, state);
        QFETCH(QString, level);
        QFETCH(bool, worse);
        Alarm alarm = in(static_cast<State>(state));
        alarm.levelAt = d("1.095");
        const Moves moves = live(alarm, behaviourOf(Condition::Call), Observation::True, d(level.toStdString()),
                                 kStart);
        QCOMPARE(moves.moves[0].has_value() || moves.moves[1].has_value(), worse);
        QCOMPARE(word(alarm.state), worse ? u"active"_s : word(static_cast<State>(state)));
        Alarm blind = in(static_cast<State>(state));
        blind.levelAt = d("1.095");
        live(blind, behaviourOf(Condition::Call), Observation::Blind, d(level.toStdString()), kStart);
        QCOMPARE(word(blind.state), word(static_cast<State>(state))); // only what was seen is worse
    }

    // Answered before a level was known: the first one that is known since counts.
    void aLevelThatWasNotKnownIsTheFirstSince()
    {
        for (const State state : {State::ActiveAcknowledged, State::Snoozed}) {
            Alarm alarm = in(state);
            const auto see = [&alarm](const char *level, BootTime time) {
                live(alarm, behaviourOf(Condition::Call), Observation::True, d(level), time);
            };
            see("1.095", kStart);
            QCOMPARE(word(alarm.state), word(state));
            see("1.08405001", kStart + 1);
            QCOMPARE(word(alarm.state), word(state));
            see("1.08405", kStart + 2);
            QCOMPARE(word(alarm.state), u"active"_s);
        }
        Alarm asked = in(State::ActiveUnacknowledged);
        live(asked, behaviourOf(Condition::Call), Observation::True, d("1.095"), kStart);
        QVERIFY(!asked.levelAt);
    }
};

PLIMSOLL_TEST(TestAlarm)
#include "tst_alarm.moc"
