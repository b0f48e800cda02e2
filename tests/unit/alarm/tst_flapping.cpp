// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"
#include "testlib/testprogram.h"

#include <QTest>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

namespace {

const std::optional<Decimal> kNone;

/// One alarm of a call, fed with one sample per period.
struct Feeder {
    Ms period;
    Alarm alarm;
    BootTime now = kStart;

    void give(Observation observation, int times = 1)
    {
        for (int i = 0; i < times; ++i) {
            now += period;
            live(alarm, behaviourOf(Condition::Call), observation, kNone, now);
        }
    }

    // until it is cleared: 60 s and one sample
    void clear() { give(Observation::Clear, static_cast<int>(kMinute / period) + 1); }
};

} // namespace

class TestAlarmFlapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // raise, clear, raise, clear, raise: the third raise makes it five changes
    void fourChangesInHalfAnHourFlap()
    {
        Feeder feeder {10 * kSecond, {}};
        feeder.alarm.state = State::Normal;
        for (int i = 0; i < 2; ++i) {
            feeder.give(Observation::True);
            QVERIFY(!feeder.alarm.flaps.flapping);
            feeder.clear();
            QCOMPARE(word(feeder.alarm.state), u"cleared"_s);
        }
        feeder.give(Observation::Clear);
        QVERIFY(!feeder.alarm.flaps.flapping); // four changes, and only a raise says that they go on
        feeder.give(Observation::True);
        QVERIFY(feeder.alarm.flaps.flapping);
        feeder.give(Observation::Clear, 100);
        QCOMPARE(word(feeder.alarm.state), u"active"_s);
        QVERIFY(feeder.alarm.flaps.flapping);
    }

    void itEndsWhenFewerThanFourAreLeft()
    {
        Feeder feeder {10 * kSecond, {}};
        feeder.alarm.state = State::Normal;
        feeder.give(Observation::True);
        feeder.clear();
        const BootTime second = feeder.now; // the second change; then four are left
        feeder.give(Observation::True);
        feeder.clear();
        feeder.give(Observation::True);
        QVERIFY(feeder.alarm.flaps.flapping);
        while (feeder.now < second + 30 * kMinute) {
            feeder.give(Observation::Clear);
            QVERIFY(feeder.alarm.flaps.flapping);
            QCOMPARE(word(feeder.alarm.state), u"active"_s);
        }
        feeder.give(Observation::Clear);
        QVERIFY(!feeder.alarm.flaps.flapping);
        QCOMPARE(word(feeder.alarm.state), u"cleared"_s); // it does not flap any more, and the clear time is long over
    }

    void changesThatAreFarApartDoNotFlap()
    {
        Feeder feeder {10 * kSecond, {}};
        feeder.alarm.state = State::Normal;
        for (int i = 0; i < 10; ++i) {
            feeder.give(Observation::True);
            QVERIFY(!feeder.alarm.flaps.flapping);
            feeder.clear();
            QCOMPARE(word(feeder.alarm.state), u"cleared"_s);
            feeder.give(Observation::Clear, 200); // 33 min
        }
    }

    // Samples 10 min apart: never four in half an hour, but much of the last 21 samples. Raise, two clear ones (the
    // second clears), raise
    // ... Changes at the intervals 0, 1, 3, 4, 6: 5 x about 1.2 of 20 are over 20 %; at the second raise 0, 1, 3 make
    // 18 %.
    void muchChangeInFewSamplesFlaps()
    {
        Feeder feeder {10 * kMinute, {}};
        feeder.alarm.state = State::Normal;
        for (int i = 0; i < 2; ++i) {
            feeder.give(Observation::True);
            QVERIFY(!feeder.alarm.flaps.flapping);
            feeder.give(Observation::Clear, 2);
            QCOMPARE(word(feeder.alarm.state), u"cleared"_s);
        }
        feeder.give(Observation::True);
        QVERIFY(feeder.alarm.flaps.flapping);
        // Between: time and samples pass, nothing clears. The newest change weighs 1.25 - 0.5 i / 19: under 1 from the
        // tenth interval on, and the one before it (clear, one interval older) is gone after the twentieth; 5 % is a
        // weight of 1.
        int samples = 0;
        while (feeder.alarm.flaps.flapping && samples < 100) {
            feeder.give(Observation::Between);
            ++samples;
        }
        QCOMPARE(samples, 19); // the older neighbour (interval 1 + 19) has just left, the newest weighs 0.75
    }

    // Changes at the intervals 0, 1, 3 and 4, the first raise just out of sight: 23.9 %.
    void aFifthOfTheWeightIsEnough()
    {
        Feeder feeder {10 * kMinute, {}};
        feeder.alarm.state = State::Normal;
        feeder.give(Observation::True);
        feeder.give(Observation::Between, 14);
        feeder.give(Observation::Clear, 2);
        feeder.give(Observation::True);
        QVERIFY(!feeder.alarm.flaps.flapping);
        feeder.give(Observation::Clear, 2);
        feeder.give(Observation::True);
        QVERIFY(feeder.alarm.flaps.flapping);
    }

    // One change left: 1.25 - 0.5 i / 19 is under 1 (5 % of 20) from the tenth interval on.
    void oneRecentChangeStillFlaps()
    {
        Feeder feeder {10 * kMinute, {}};
        feeder.alarm.state = State::Normal;
        for (int i = 0; i < 3; ++i) {
            feeder.give(Observation::True);
            feeder.give(i < 2 ? Observation::Clear : Observation::Between, i < 2 ? 2 : 17);
        }
        feeder.give(Observation::Gone);
        feeder.give(Observation::True);
        for (int i = 1; i < 10; ++i) {
            feeder.give(Observation::Between);
            QVERIFY(feeder.alarm.flaps.flapping);
        }
        feeder.give(Observation::Between);
        QVERIFY(!feeder.alarm.flaps.flapping);
    }

    // Exactly 20 %: of 20 x 4 x 19 units the raise itself weighs 95, the change i samples ago 95 - 2 i.
    void exactlyAFifthOfTheWeightIsEnough_data()
    {
        QTest::addColumn<quint32>("before"); // bit i: a change i samples before the raise, counted from 1
        QTest::addColumn<bool>("flapping");
        QTest::newRow("95 + 93 + 59 + 57 = 304, a fifth of 1520") << quint32 {1U << 0U | 1U << 17U | 1U << 18U} << true;
        QTest::newRow("95 + 91 + 59 + 57 = 302") << quint32 {1U << 1U | 1U << 17U | 1U << 18U} << false;
    }

    void exactlyAFifthOfTheWeightIsEnough()
    {
        QFETCH(quint32, before);
        Feeder feeder {kHour, {}};
        feeder.alarm.state = State::Normal;
        feeder.alarm.flaps.changedBits = before;
        feeder.give(Observation::True);
        QTEST(feeder.alarm.flaps.flapping, "flapping");
    }

    // Raise, clear, raise, clear, and a raise when the first one is half an hour and a moment ago; at rest between.
    void exactlyFourChangesInHalfAnHourAreEnough_data()
    {
        QTest::addColumn<qint64>("first"); // the first of the four, before the raise
        QTest::addColumn<bool>("flapping");
        QTest::newRow("half an hour ago") << qint64 {30 * kMinute} << true;
        QTest::newRow("a moment more") << qint64 {30 * kMinute + 1} << false;
    }

    void exactlyFourChangesInHalfAnHourAreEnough()
    {
        QFETCH(qint64, first);
        Feeder feeder {kSecond, {}};
        feeder.now = kStart + kHour;
        feeder.alarm.state = State::Normal;
        const BootTime raise = feeder.now + feeder.period;
        feeder.alarm.flaps.changes = {raise - first, raise - 20 * kMinute, raise - 10 * kMinute};
        feeder.alarm.flaps.next = 3;
        feeder.give(Observation::True);
        QTEST(feeder.alarm.flaps.flapping, "flapping");
        QCOMPARE(feeder.alarm.flaps.changes[3], raise);
    }

    // An alarm that cannot judge has one sample where it can again, not where it still cannot.
    void blindnessCountsItsClearSamples()
    {
        Alarm alarm;
        alarm.state = State::Normal;
        const auto bits = [&alarm](Observation observation, int second) {
            live(alarm, behaviourOf(Condition::Stale), observation, kNone, kStart + second * kSecond);
            return alarm.flaps.changedBits;
        };
        QCOMPARE(bits(Observation::True, 1), 0b1U);
        QCOMPARE(bits(Observation::True, 2), 0b1U);
        QCOMPARE(bits(Observation::Between, 3), 0b1U);
        QCOMPARE(bits(Observation::Clear, 4), 0b10U);
    }

    void blindSamplesDoNotCount()
    {
        Feeder feeder {10 * kMinute, {}};
        feeder.alarm.state = State::Normal;
        for (int i = 0; i < 3; ++i) {
            feeder.give(Observation::True);
            if (i < 2) {
                feeder.give(Observation::Clear, 2);
            }
        }
        QVERIFY(feeder.alarm.flaps.flapping);
        feeder.give(Observation::Blind, 500);
        QVERIFY(feeder.alarm.flaps.flapping);
    }
};

PLIMSOLL_TEST(TestAlarmFlapping)
#include "tst_flapping.moc"
