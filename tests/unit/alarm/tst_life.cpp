// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

namespace {

const std::optional<Decimal> kNone;

Life in(State state)
{
    Life life;
    life.state = state;
    life.occurrence = 3;
    life.since = kStart;
    if (state == State::Pending) {
        life.samples = 1;
        life.samplesSince = kStart;
        life.newestSample = kStart;
    }
    return life;
}

// A life that has been clear since kStart.
Life clearing(State state, const Behaviour &behaviour)
{
    Life life = in(state);
    live(life, behaviour, Observation::Clear, kNone, kStart);
    return life;
}

} // namespace

class TestAlarmLife : public QObject
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
        Life life = in(stateFromWord(from.toStdString()).value());
        const Moves moves = live(life, behaviourOf(static_cast<Condition>(condition)),
                                 static_cast<Observation>(observation), kNone, kStart + 10'000);
        QCOMPARE(word(life.state), to);
        QCOMPARE(life.hold, hold);
        const bool isRaised = to == u"active"_s && from != u"active"_s;
        QCOMPARE(life.occurrence, isRaised ? 4U : 3U);
        QCOMPARE(moves.moves[0].has_value() || moves.moves[1].has_value(), from != to);
        if (from != to) {
            const Cause cause = moves.moves[1]->cause;
            const bool wasActive = isActive(stateFromWord(from.toStdString()).value());
            const Cause wanted = isRaised ? Cause::Raised
                : to == u"disarmed"_s     ? Cause::Ended
                : wasActive               ? Cause::Cleared
                                          : Cause::Judged;
            QCOMPARE(word(cause), word(wanted));
            QCOMPARE(life.since, kStart + 10'000);
        }
    }

    void theSecondSampleOfAMomentDoesNotCount()
    {
        Life life = in(State::Normal);
        const Behaviour &watch = behaviourOf(Condition::Watch);
        live(life, watch, Observation::True, kNone, kStart);
        live(life, watch, Observation::True, kNone, kStart);
        QCOMPARE(word(life.state), u"pending"_s);
        live(life, watch, Observation::True, kNone, kStart + 1);
        QCOMPARE(word(life.state), u"active"_s);

        Life stale = in(State::ActiveUnacknowledged);
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
        Life life = in(State::Normal);
        live(life, slow, Observation::True, kNone, kStart);
        live(life, slow, Observation::True, kNone, kStart + 59'999);
        QCOMPARE(word(life.state), u"pending"_s);
        live(life, slow, Observation::True, kNone, kStart + 60'000);
        QCOMPARE(word(life.state), u"active"_s);
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
        Life life = clearing(static_cast<State>(state), behaviour);
        live(life, behaviour, Observation::Clear, kNone, kStart + 59'999);
        QCOMPARE(word(life.state), word(static_cast<State>(state)));
        live(life, behaviour, Observation::Nothing, kNone, kStart + 60'000);
        QCOMPARE(word(life.state), word(static_cast<State>(state))); // only a sample clears
        const Moves moves = live(life, behaviour, Observation::Clear, kNone, kStart + 60'000);
        QCOMPARE(word(life.state), after);
        QCOMPARE(moves.moves[1].has_value(), life.state != static_cast<State>(state));
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
        Life life = clearing(State::ActiveUnacknowledged, call);
        live(life, call, static_cast<Observation>(observation), kNone, kStart + 30'000);
        live(life, call, Observation::Clear, kNone, kStart + 60'000);
        live(life, call, Observation::Clear, kNone, kStart + 119'999);
        QCOMPARE(word(life.state), u"active"_s);
        live(life, call, Observation::Clear, kNone, kStart + 120'000);
        QCOMPARE(word(life.state), u"cleared"_s);
        QVERIFY(!life.hold);
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
            Life life = in(static_cast<State>(state));
            life.until = kStart + 5'000;
            live(life, behaviourOf(Condition::Call), observation, kNone, kStart + 4'999);
            QCOMPARE(word(life.state), word(static_cast<State>(state)));
            const Moves moves = live(life, behaviourOf(Condition::Call), observation, kNone, kStart + 5'000);
            QCOMPARE(word(life.state), u"active"_s);
            QVERIFY(moves.moves[0] && !moves.moves[1]);
            QCOMPARE(word(moves.moves[0]->cause), cause);
            QCOMPARE(life.occurrence, 3U); // not a new one
        }
        Life endless = in(static_cast<State>(state));
        live(endless, behaviourOf(Condition::Call), Observation::Nothing, kNone, kStart + 1'000 * kHour);
        QCOMPARE(word(endless.state), word(static_cast<State>(state)));
    }

    void timeComesBeforeTheObservation()
    {
        const Behaviour &call = behaviourOf(Condition::Call);
        Life life = clearing(State::ActiveAcknowledged, call);
        life.until = kStart + 60'000;
        const Moves moves = live(life, call, Observation::Clear, kNone, kStart + 60'000);
        QVERIFY(moves.moves[0] && moves.moves[1]);
        QCOMPARE(word(moves.moves[0]->from), u"acknowledged"_s);
        QCOMPARE(word(moves.moves[0]->cause), u"ack_expired"_s);
        QCOMPARE(word(moves.moves[1]->from), u"active"_s);
        QCOMPARE(word(life.state), u"cleared"_s); // it was unacknowledged again, so somebody has to see it
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
        Life life = in(State::Pending);
        life.notices = 5;
        life.repeats = 4;
        life.ladder = 60'000;
        life.until = kStart + kHour;
        life.levelAt = d("1.2");
        life.byPace = true;
        life.recoveredOnce = true;
        live(life, behaviourOf(Condition::Watch), Observation::True, kNone, kStart + kSecond);
        QCOMPARE(word(life.state), u"active"_s);
        QCOMPARE(life.occurrence, 4U);
        QCOMPARE(life.raisedAt, kStart + kSecond);
        QCOMPARE(life.unacknowledgedAt, kStart + kSecond);
        QCOMPARE(life.notices, 0);
        QCOMPARE(life.repeats, 0);
        QCOMPARE(life.ladder, Ms {-1}); // no step was reached yet
        QCOMPARE(life.until, Ms {0});
        QVERIFY(!life.levelAt && !life.byPace && !life.recoveredOnce);
        QCOMPARE(life.samples, 0);
        QCOMPARE(life.samplesSince, Ms {0});
    }

    void whatIsClearedHasNoRowOfSamplesLeft()
    {
        Life life = clearing(State::ActiveAcknowledged, behaviourOf(Condition::Call));
        QCOMPARE(life.samples, 1);
        live(life, behaviourOf(Condition::Call), Observation::Clear, kNone, kStart + kMinute);
        QCOMPARE(word(life.state), u"normal"_s);
        QCOMPARE(life.samples, 0);
        QCOMPARE(life.samplesSince, Ms {0});
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
        Life life = in(static_cast<State>(state));
        life.levelAt = d("1.095");
        const Moves moves = live(life, behaviourOf(Condition::Call), Observation::True, d(level.toStdString()), kStart);
        QCOMPARE(moves.moves[0].has_value() || moves.moves[1].has_value(), worse);
        QCOMPARE(word(life.state), worse ? u"active"_s : word(static_cast<State>(state)));
        Life blind = in(static_cast<State>(state));
        blind.levelAt = d("1.095");
        live(blind, behaviourOf(Condition::Call), Observation::Blind, d(level.toStdString()), kStart);
        QCOMPARE(word(blind.state), word(static_cast<State>(state))); // only what was seen is worse
    }
};

PLIMSOLL_TEST(TestAlarmLife)
#include "tst_life.moc"
