// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarmkit.h"
#include "margin/moment.h"

#include <set>
#include <tuple>
#include <vector>

namespace plimsoll::test {

/// A machine with its planner, led by hand: every step is followed by one decision.
struct Bench {
    alarm::Machine machine;
    alarm::Planner planner;
    std::vector<alarm::Notice> notices;
    std::vector<alarm::NoticeLine> folded;
    bool quietHours = false;
    BootTime now = kStart;

    Bench() { machine.setPollPeriod(10 * alarm::kSecond); }

    void evaluate()
    {
        const alarm::Plan plan = planner.plan(machine, machine.takeChanges(), quietHours, now);
        notices.insert(notices.end(), plan.notices.begin(), plan.notices.end());
        folded.insert(folded.end(), plan.folded.begin(), plan.folded.end());
    }

    void evaluate(BootTime time)
    {
        now = time;
        evaluate();
    }

    void judge(const std::string &account, const alarm::Sample &sample)
    {
        passUntil(sample.time);
        machine.judge(account, sample);
        evaluate();
    }

    /// Time passes in steps of one second.
    void passUntil(BootTime time)
    {
        while (now < time) {
            now = std::min(now + alarm::kSecond, time);
            machine.tick(now);
            evaluate();
        }
    }

    [[nodiscard]] int loud(BootTime from, BootTime to) const
    {
        return static_cast<int>(std::count_if(notices.begin(), notices.end(), [&](const alarm::Notice &notice) {
            return !notice.quiet && notice.time >= from && notice.time < to;
        }));
    }
};

/// "desktop sound screen": the channels of a notice.
inline QString channels(const alarm::Notice &notice)
{
    QStringList words;
    for (int i = 0; i < alarm::kChannels; ++i) {
        if (notice.channels.has(static_cast<alarm::Channel>(i))) {
            const std::string_view text = alarm::channelWord(static_cast<alarm::Channel>(i));
            words << QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
        }
    }
    return words.join(u' ');
}

} // namespace plimsoll::test
