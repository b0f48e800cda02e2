// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/condition.h"
#include "alarm/rule.h"
#include "testlib/testprogram.h"

#include <QTest>

#include <vector>

using namespace plimsoll::alarm;

namespace {

constexpr Ms kUntilCleared = 0;
constexpr Ms kDay = 24 * kHour;

} // namespace

class TestAlarmCondition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // docs/alarms.md#conditions, row by row.
    void behavesAsTheTableSays_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("priority");
        QTest::addColumn<int>("raiseSamples");
        QTest::addColumn<qint64>("raiseAfter");
        QTest::addColumn<int>("clearSamples");
        QTest::addColumn<qint64>("clearAfter");
        QTest::addColumn<bool>("clears");
        QTest::addColumn<bool>("latches");
        QTest::addColumn<qint64>("ackLasts");
        QTest::addColumn<qint64>("snoozeMax");
        QTest::addColumn<qint64>("ladderStart");
        const auto row = [](const char *name, Priority priority, int raiseSamples, Ms raiseAfter, int clearSamples,
                            Ms clearAfter, bool clears, bool latches, Ms ack, Ms snooze, Ms ladder) {
            QTest::newRow(name) << QString::fromLatin1(name) << static_cast<int>(priority) << raiseSamples
                                << qint64(raiseAfter) << clearSamples << qint64(clearAfter) << clears << latches
                                << qint64(ack) << qint64(snooze) << qint64(ladder);
        };
        row("watch", Priority::Low, 2, 0, 1, kMinute, true, false, kDay, kDay, 0);
        row("call", Priority::High, 1, 0, 1, kMinute, true, true, 15 * kMinute, 15 * kMinute, 0);
        row("critical", Priority::High, 1, 0, 1, kMinute, true, true, 5 * kMinute, 5 * kMinute, kMinute);
        row("liquidation", Priority::Highest, 1, 0, 1, kMinute, false, false, kUntilCleared, 0, kMinute);
        row("stale", Priority::Medium, 1, 0, 2, 0, true, false, 15 * kMinute, 15 * kMinute, 0);
        row("frozen", Priority::Medium, 1, 0, 1, 0, true, false, 30 * kMinute, 30 * kMinute, 0);
        row("incomplete", Priority::Medium, 1, 0, 1, 0, true, false, 15 * kMinute, 15 * kMinute, 0);
        row("not_delivered", Priority::Medium, 1, 0, 1, 0, true, false, kUntilCleared, 0, 0);
        row("thread_dead", Priority::High, 1, 0, 1, 0, true, false, kUntilCleared, 0, 0);
        row("clock", Priority::Medium, 2, 0, 1, 0, true, false, kDay, kDay, 0);
        row("gap", Priority::Medium, 1, 0, 1, 0, false, false, kUntilCleared, 0, 0);
        row("ledger", Priority::High, 1, 0, 1, 0, true, false, kHour, 0, 0);
    }

    void behavesAsTheTableSays()
    {
        QFETCH(QString, name);
        const auto condition = conditionFromWord(name.toStdString());
        QVERIFY(condition);
        const Behaviour &behaviour = behaviourOf(*condition);
        QTEST(static_cast<int>(behaviour.priority), "priority");
        QTEST(behaviour.raiseSamples, "raiseSamples");
        QTEST(qint64(behaviour.raiseAfter), "raiseAfter");
        QTEST(behaviour.clearSamples, "clearSamples");
        if (behaviour.clears) {
            QTEST(qint64(behaviour.clearAfter), "clearAfter");
        }
        QTEST(behaviour.clears, "clears");
        QTEST(behaviour.latches, "latches");
        QTEST(qint64(std::max(behaviour.ackLasts, kUntilCleared)), "ackLasts");
        QTEST(qint64(behaviour.snoozeMax), "snoozeMax");
        QTEST(qint64(behaviour.ladderStart), "ladderStart");
        QCOMPARE(behaviour.endsWhenAcknowledged, *condition == Condition::Gap);
    }

    void remindsAsTheTableSays_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<int>>("seconds");
        QTest::newRow("watch") << "watch" << QList<int> {};
        QTest::newRow("call") << "call" << QList<int> {60, 180, 300, 600, 900, 1200};
        QTest::newRow("critical") << "critical" << QList<int> {60, 120, 180, 240, 300};
        QTest::newRow("liquidation") << "liquidation" << QList<int> {60, 120, 180, 240, 300};
        QTest::newRow("stale") << "stale" << QList<int> {300, 600, 900};
        QTest::newRow("frozen") << "frozen" << QList<int> {900, 1800};
        QTest::newRow("incomplete") << "incomplete" << QList<int> {300, 600};
        QTest::newRow("not_delivered") << "not_delivered" << QList<int> {};
        QTest::newRow("thread_dead") << "thread_dead" << QList<int> {60, 120};
        QTest::newRow("clock") << "clock" << QList<int> {3600, 7200};
        QTest::newRow("gap") << "gap" << QList<int> {};
        QTest::newRow("ledger") << "ledger" << QList<int> {900, 1800};
    }

    void remindsAsTheTableSays()
    {
        QFETCH(QString, name);
        QFETCH(QList<int>, seconds);
        const Behaviour &behaviour = behaviourOf(conditionFromWord(name.toStdString()).value());
        for (int i = 0; i < seconds.size(); ++i) {
            QCOMPARE(repeatAt(behaviour, i), std::optional<Ms>(seconds[i] * kSecond));
        }
        QCOMPARE(repeatAt(behaviour, 1000).has_value(), !seconds.isEmpty());
    }

    // every 60 s, 30 times, then every 10 min
    void remindsOfALiquidationMoreSeldomAfterHalfAnHour()
    {
        const Behaviour &behaviour = behaviourOf(Condition::Liquidation);
        QCOMPARE(repeatAt(behaviour, 28), std::optional<Ms>(29 * kMinute));
        QCOMPARE(repeatAt(behaviour, 29), std::optional<Ms>(30 * kMinute));
        QCOMPARE(repeatAt(behaviour, 30), std::optional<Ms>(40 * kMinute));
        QCOMPARE(repeatAt(behaviour, 31), std::optional<Ms>(50 * kMinute));
    }

    void remindsMoreSeldomAfterTheFirstReminderAlready()
    {
        Behaviour behaviour;
        behaviour.repeatEvery = kMinute;
        behaviour.slowEvery = kHour;
        QCOMPARE(repeatAt(behaviour, 2), std::optional<Ms>(3 * kMinute)); // never slower
        behaviour.repeatsBeforeSlow = 1;
        QCOMPARE(repeatAt(behaviour, 0), std::optional<Ms>(kMinute));
        QCOMPARE(repeatAt(behaviour, 1), std::optional<Ms>(kMinute + kHour));
    }

    void anOwnAlarmBehavesLikeItsStage_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("like");
        QTest::newRow("notice") << static_cast<int>(Stage::Notice) << static_cast<int>(Condition::Watch);
        QTest::newRow("call") << static_cast<int>(Stage::Call) << static_cast<int>(Condition::Call);
        QTest::newRow("critical") << static_cast<int>(Stage::Critical) << static_cast<int>(Condition::Critical);
    }

    void anOwnAlarmBehavesLikeItsStage()
    {
        QFETCH(int, stage);
        QFETCH(int, like);
        const Behaviour &own = behaviourOf(static_cast<Stage>(stage));
        const Behaviour &builtIn = behaviourOf(static_cast<Condition>(like));
        QCOMPARE(own.priority, builtIn.priority);
        QCOMPARE(own.raiseSamples, builtIn.raiseSamples);
        QCOMPARE(own.latches, builtIn.latches);
        QCOMPARE(own.clearAfter, kMinute);
        QCOMPARE(own.ackLasts, builtIn.ackLasts);
        QCOMPARE(own.snoozeMax, builtIn.snoozeMax);
        QCOMPARE(own.ladderStart, builtIn.ladderStart);
        QCOMPARE(repeatAt(own, 0), repeatAt(builtIn, 0));
    }

    void wordsAreReadBack()
    {
        std::vector<std::string_view> words;
        for (int i = 0; i < kConditions; ++i) {
            const auto condition = static_cast<Condition>(i);
            QCOMPARE(conditionFromWord(conditionWord(condition)), std::optional(condition));
            QVERIFY(std::ranges::find(words, conditionWord(condition)) == words.end());
            words.push_back(conditionWord(condition));
        }
        QVERIFY(!conditionFromWord("Call"));
        QVERIFY(!conditionFromWord(""));
        QCOMPARE(priorityWord(Priority::Highest), std::string_view("highest"));
    }

    void kindsOfConditions()
    {
        for (int i = 0; i < kConditions; ++i) {
            QCOMPARE(isLevel(static_cast<Condition>(i)), i < 4);
            QCOMPARE(isBlindness(static_cast<Condition>(i)), i >= 5 && i <= 7);
        }
    }
};

PLIMSOLL_TEST(TestAlarmCondition)
#include "tst_condition.moc"
