// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/planner.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace plimsoll;
using namespace plimsoll::alarm;
using namespace plimsoll::test;

namespace {

constexpr BootTime kBegin = 1'000'000;

Channel channelAt(int i)
{
    return static_cast<Channel>(i);
}

// Any settings a person can make, any ways that are there.
Ladder anyLadder(Chance &chance)
{
    static constexpr std::array<Ms, 6> waits {0, 7 * kSecond, kMinute, 90 * kSecond, 3 * kMinute, 5 * kMinute};
    Ladder ladder;
    ladder.usable = {Channel::Screen};
    for (int i = 0; i < kChannels; ++i) {
        if (channelAt(i) == Channel::Screen) {
            continue;
        }
        if (chance.oneIn(2)) {
            auto &step = ladder.steps[static_cast<std::size_t>(i)];
            step = {static_cast<Priority>(chance.between(0, 3)), waits[static_cast<std::size_t>(chance.between(0, 5))]};
        }
        if (!chance.oneIn(4)) {
            ladder.usable.add(channelAt(i));
        }
    }
    return ladder;
}

Sample sampleAt(const char *level, BootTime now)
{
    Sample sample;
    sample.time = now;
    sample.kind = Sample::Kind::Valid;
    sample.thresholds = referenceBars();
    sample.level = {margin::Wide::product(d("1000"), d(level)), margin::Wide::product(d("1000"), d("1"))};
    sample.oldestPrice = now;
    return sample;
}

// The steps of docs/alarms.md as a list of groups, walked by hand.
class Staircase
{
public:
    Staircase(const Ladder &ladder, Priority priority)
    {
        std::set<Ms> waits;
        for (int i = 0; i < kChannels; ++i) {
            if (uses(ladder, priority, i)) {
                waits.insert(ladder.steps[static_cast<std::size_t>(i)].after);
            }
        }
        for (const Ms wait : waits) {
            Channels group;
            for (int i = 0; i < kChannels; ++i) {
                if (uses(ladder, priority, i) && ladder.steps[static_cast<std::size_t>(i)].after == wait) {
                    group.add(channelAt(i));
                }
            }
            m_groups.emplace_back(wait, group);
        }
    }

    void climb(Ms waited, Channels failed)
    {
        while (m_reached < m_groups.size()
               && (m_reached == 0 || m_groups[m_reached].first <= waited
                   || isLost(m_groups[m_reached - 1].second, failed))) {
            ++m_reached;
        }
    }

    [[nodiscard]] Channels told() const
    {
        Channels all;
        for (std::size_t i = 0; i < m_reached; ++i) {
            all.add(m_groups[i].second);
        }
        return all;
    }

private:
    static bool uses(const Ladder &ladder, Priority priority, int i)
    {
        return ladder.usable.has(channelAt(i)) && ladder.steps[static_cast<std::size_t>(i)].from <= priority;
    }

    static bool isLost(Channels group, Channels failed)
    {
        for (int i = 0; i < kChannels; ++i) {
            if (group.has(channelAt(i)) && failed.has(channelAt(i))) {
                return true;
            }
        }
        group.remove(Channel::Screen);
        return group.empty();
    }

    std::vector<std::pair<Ms, Channels>> m_groups;
    std::size_t m_reached = 0;
};

} // namespace

class PropAlarmLadder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Whatever way to a person fails, the next one is tried in the same moment; no way is used before its time
    // otherwise.
    void whatever_way_fails_the_next_is_tried_at_once()
    {
        Chance chance;
        int hastened = 0;
        for (int run = 0; run < 3'000; ++run) {
            Ladder ladder = anyLadder(chance);
            const bool isWorse = chance.oneIn(2);
            const Ms start = isWorse ? kMinute : 0; // a critical one begins at the step of 60 s
            Machine machine;
            Planner planner;
            Staircase stairs(ladder, Priority::High);
            Channels told;
            machine.judge("a", sampleAt(isWorse ? "1.07" : "1.09", kBegin));
            for (BootTime now = kBegin; now < kBegin + 6 * kMinute; now += kSecond) {
                const Channel any = channelAt(static_cast<int>(chance.between(0, kChannels - 1)));
                if (chance.oneIn(20)) {
                    chance.oneIn(2) ? ladder.failed.add(any) : ladder.failed.remove(any);
                }
                planner.setLadder(ladder);
                machine.tick(now);
                for (const Notice &notice : planner.plan(machine, machine.takeChanges(), false, now).notices) {
                    told.add(notice.channels);
                }
                stairs.climb(now - kBegin + start, ladder.failed);
                Staircase byTime(ladder, Priority::High);
                byTime.climb(now - kBegin + start, {});
                hastened += stairs.told() == byTime.told() ? 0 : 1;
                QVERIFY2(told == stairs.told(),
                         qPrintable(QStringLiteral("run %1, after %2 ms").arg(run).arg(now - kBegin)));
            }
        }
        QVERIFY2(hastened > 10'000, "the cases must be able to fail");
    }

    // However few ways are there: where any is on for a margin call, one besides the screen is tried in the moment of
    // the raise.
    void somebody_is_told_at_once()
    {
        Chance chance;
        for (int run = 0; run < 20'000; ++run) {
            Ladder ladder = anyLadder(chance);
            for (int i = 0; i < kChannels; ++i) {
                ladder.steps[static_cast<std::size_t>(i)].from = std::min(
                    ladder.steps[static_cast<std::size_t>(i)].from, Priority::High);
            }
            Machine machine;
            Planner planner;
            planner.setLadder(ladder);
            machine.judge("a", sampleAt("1.09", kBegin));
            const Plan plan = planner.plan(machine, machine.takeChanges(), false, kBegin);
            QCOMPARE(plan.notices.size(), std::size_t(1));
            Channels ways = ladder.usable;
            Channels told = plan.notices[0].channels;
            ways.remove(Channel::Screen);
            told.remove(Channel::Screen);
            QVERIFY(ways.empty() == told.empty());
        }
    }
};

PLIMSOLL_TEST(PropAlarmLadder)
#include "prop_alarmladder.moc"
