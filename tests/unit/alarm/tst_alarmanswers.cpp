// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

namespace {

const std::optional<Decimal> kNone;

Alarm in(const QString &state)
{
    Alarm alarm;
    alarm.state = stateFromWord(state.toStdString()).value();
    alarm.occurrence = 3;
    return alarm;
}

} // namespace

/// What a person does to one alarm.
class TestAlarmAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPersonActs_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("acknowledged");
        QTest::addColumn<QString>("snoozed");
        const auto row = [](const char *from, const char *acknowledged, const char *snoozed) {
            QTest::newRow(from) << QString::fromLatin1(from) << QString::fromLatin1(acknowledged)
                                << QString::fromLatin1(snoozed);
        };
        row("disarmed", "disarmed", "disarmed");
        row("unknown", "unknown", "unknown");
        row("normal", "normal", "normal");
        row("pending", "pending", "pending");
        row("active", "acknowledged", "snoozed");
        row("acknowledged", "acknowledged", "snoozed");
        row("snoozed", "acknowledged", "snoozed");
        row("cleared", "normal", "cleared");
    }

    void aPersonActs()
    {
        QFETCH(QString, from);
        const Behaviour &call = behaviourOf(Condition::Call);
        Alarm one = in(from);
        const auto acknowledged = alarm::acknowledge(one, call, d("1.09"), kStart);
        QTEST(word(one.state), "acknowledged");
        QCOMPARE(acknowledged.has_value(), word(one.state) != from);
        QCOMPARE(one.until, acknowledged && one.state == State::ActiveAcknowledged ? kStart + 15 * kMinute : 0);
        Alarm two = in(from);
        const auto snoozed = alarm::snooze(two, call, kMinute, d("1.09"), kStart);
        QTEST(word(two.state), "snoozed");
        QCOMPARE(snoozed.has_value(), word(two.state) != from);
        QCOMPARE(two.until, snoozed ? kStart + kMinute : 0);
        QCOMPARE(one.occurrence, 3U);
        QCOMPARE(two.occurrence, 3U);
    }

    void aSnoozeIsNeverLongerThanTheTable_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<qint64>("most");
        for (int i = 0; i < kConditions; ++i) {
            const auto condition = static_cast<Condition>(i);
            if (condition != Condition::Custom) {
                QTest::newRow(conditionWord(condition).data()) << i << qint64(behaviourOf(condition).snoozeMax);
            }
        }
    }

    void aSnoozeIsNeverLongerThanTheTable()
    {
        QFETCH(int, condition);
        QFETCH(qint64, most);
        const Behaviour &behaviour = behaviourOf(static_cast<Condition>(condition));
        for (const Ms span :
             {Ms {1}, Ms {most - 1}, Ms {most}, Ms {most + 1}, 100 * kHour, std::numeric_limits<Ms>::max()}) {
            Alarm alarm = in(u"active"_s);
            alarm::snooze(alarm, behaviour, span, kNone, kStart);
            if (most == 0 || span <= 0) {
                QCOMPARE(word(alarm.state), u"active"_s);
            } else {
                QCOMPARE(word(alarm.state), u"snoozed"_s);
                QCOMPARE(alarm.until, kStart + std::min<Ms>(span, most));
            }
        }
        for (const Ms span : {Ms {0}, Ms {-1}, std::numeric_limits<Ms>::min()}) {
            Alarm alarm = in(u"active"_s);
            QVERIFY(!alarm::snooze(alarm, behaviour, span, kNone, kStart));
            QCOMPARE(word(alarm.state), u"active"_s);
        }
    }

    void aSecondAcknowledgementDoesNotLastLonger()
    {
        Alarm alarm = in(u"active"_s);
        const Behaviour &call = behaviourOf(Condition::Call);
        alarm::acknowledge(alarm, call, d("1.09"), kStart);
        QVERIFY(!alarm::acknowledge(alarm, call, d("1.08"), kStart + kMinute));
        QCOMPARE(alarm.until, kStart + 15 * kMinute);
        QCOMPARE(alarm.levelAt, std::optional(d("1.09"))); // nor does it accept a lower level
    }

    // L4: "handled" ends it where the level is back, else it counts as acknowledged
    void aLiquidationIsHandled_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<int>("last");
        QTest::addColumn<bool>("hold");
        QTest::addColumn<QString>("to");
        const auto row = [](const char *name, const char *from, Observation last, bool hold, const char *to) {
            QTest::newRow(name) << QString::fromLatin1(from) << static_cast<int>(last) << hold
                                << QString::fromLatin1(to);
        };
        row("still there", "active", Observation::True, false, "acknowledged");
        row("still there, acknowledged", "acknowledged", Observation::True, false, "acknowledged");
        row("in the dead band", "active", Observation::Between, false, "normal");
        row("back", "active", Observation::Clear, false, "normal");
        row("back, acknowledged", "acknowledged", Observation::Clear, false, "normal");
        row("cannot be judged", "active", Observation::Blind, true, "acknowledged");
        row("not there", "normal", Observation::Clear, false, "normal");
        row("unknown", "unknown", Observation::Blind, false, "unknown");
    }

    void aLiquidationIsHandled()
    {
        QFETCH(QString, from);
        QFETCH(int, last);
        QFETCH(bool, hold);
        Alarm alarm = in(from);
        alarm.hold = hold;
        const auto move = alarm::handle(alarm, behaviourOf(Condition::Liquidation), static_cast<Observation>(last),
                                        d("1.04"), kStart);
        QTEST(word(alarm.state), "to");
        QCOMPARE(move.has_value(), word(alarm.state) != from);
        QCOMPARE(alarm.until, BootTime()); // does not end with time
        QVERIFY(!hold || alarm.hold); // and is not judgeable by that
    }

    void onlyALiquidationIsHandled()
    {
        for (int i = 0; i < kConditions; ++i) {
            const auto condition = static_cast<Condition>(i);
            if (condition == Condition::Custom || condition == Condition::Liquidation || condition == Condition::Gap) {
                continue;
            }
            Alarm alarm = in(u"active"_s);
            QVERIFY(!alarm::handle(alarm, behaviourOf(condition), Observation::Clear, kNone, kStart));
            QCOMPARE(word(alarm.state), u"active"_s);
        }
    }

    void anAcknowledgedLiquidationComesBackAfterARecovery()
    {
        const Behaviour &liquidation = behaviourOf(Condition::Liquidation);
        Alarm alarm = in(u"active"_s);
        alarm::acknowledge(alarm, liquidation, d("1.05"), kStart);
        for (int i = 1; i < 100; ++i) {
            live(alarm, liquidation, i % 2 != 0 ? Observation::True : Observation::Between, d("1.05"),
                 kStart + i * kMinute);
            QCOMPARE(word(alarm.state), u"acknowledged"_s);
        }
        live(alarm, liquidation, Observation::Clear, d("1.2"), kStart + 100 * kMinute);
        live(alarm, liquidation, Observation::Between, d("1.06"), kStart + 101 * kMinute);
        QCOMPARE(word(alarm.state), u"acknowledged"_s);
        const Moves moves = live(alarm, liquidation, Observation::True, d("1.05"), kStart + 102 * kMinute);
        QCOMPARE(word(alarm.state), u"active"_s);
        QCOMPARE(alarm.occurrence, 4U);
        QCOMPARE(word(moves.moves[1]->cause), u"raised"_s);
    }

    void aGapIsOverWhenItWasSeen()
    {
        Alarm alarm = in(u"active"_s);
        const auto move = alarm::acknowledge(alarm, behaviourOf(Condition::Gap), kNone, kStart);
        QVERIFY(move);
        QCOMPARE(word(alarm.state), u"normal"_s);
    }

    void silenceIsBrokenInAcknowledgedAndSnoozedOnly_data()
    {
        QTest::addColumn<QString>("from");
        for (const char *from :
             {"disarmed", "unknown", "normal", "pending", "active", "acknowledged", "snoozed", "cleared"}) {
            QTest::newRow(from) << QString::fromLatin1(from);
        }
    }

    void silenceIsBrokenInAcknowledgedAndSnoozedOnly()
    {
        QFETCH(QString, from);
        Alarm alarm = in(from);
        alarm.until = kStart + kMinute;
        alarm.levelAt = d("1.09");
        const auto move = breakSilence(alarm, Cause::WorseBar, kStart);
        const bool breaks = from == u"acknowledged"_s || from == u"snoozed"_s;
        QCOMPARE(move.has_value(), breaks);
        QCOMPARE(word(alarm.state), breaks ? u"active"_s : from);
        QCOMPARE(alarm.occurrence, 3U);
        QVERIFY(!breaks || (alarm.until == 0 && !alarm.levelAt && move->cause == Cause::WorseBar));
    }

    // Asked for a minute ago and taken over now: a minute is over, a millisecond more is not.
    void aSnoozeRunsFromWhenItWasAskedFor()
    {
        const Behaviour &call = behaviourOf(Condition::Call);
        const Request request(kStart, kStart + kMinute);
        Alarm alarm;
        alarm.state = State::ActiveUnacknowledged;
        QVERIFY(!alarm::snooze(alarm, call, kMinute, kNone, request));
        QCOMPARE(word(alarm.state), u"active"_s);
        QVERIFY(alarm::snooze(alarm, call, kMinute + 1, kNone, request).has_value());
        QCOMPARE(alarm.until, kStart + kMinute + 1);
    }
};

PLIMSOLL_TEST(TestAlarmAnswers)
#include "tst_alarmanswers.moc"
