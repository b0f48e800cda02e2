// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/ladder.h"
#include "alarm/machine.h"
#include "alarm/notice.h"
#include "margin/moment.h"

#include <deque>
#include <map>
#include <set>
#include <vector>

namespace plimsoll::alarm {

/// Decides what is told when, and how loudly: escalation, reminders, grouping, inhibition, quiet hours and the limits
/// on nuisance. Counts in the alarms of the machine, so that a restart goes on where it was. Pure; engine thread.
/// Source: docs/alarms.md#notices.
class Planner
{
public:
    static constexpr Ms kGroup = 10 * kSecond; ///< what is not urgent waits this long for company
    static constexpr Ms kCompany =
        kMinute; ///< reminders due this soon come along with one that is due: at most one a minute of them all
    static constexpr Ms kLimitSpan = 10 * kMinute;
    static constexpr std::size_t kLimit =
        10; ///< notices in kLimitSpan; beyond, reminders and what is not urgent only replace the text
    static constexpr Ms kRestoreWait = 15
        * kSecond; ///< a stored alarm is told again at its first sample, or after this

    /// The ways to a person from now on. A way that failed hastens the next step with the next plan().
    void setLadder(const Ladder &ladder) { m_ladder = ladder; }

    /// Takes in what changed, and says what is to be told at `now`. `quietHours`: early warnings stay on the screen.
    Plan plan(Machine &machine, const std::vector<Change> &changes, bool quietHours, BootTime now);

    /// A stored, unacknowledged alarm was put back: it is told again at the first sample of its account or after
    /// kRestoreWait.
    void restored(const Key &key, BootTime now);
    /// The desktop lost its notifications: everything unacknowledged is told again at the next plan().
    void tellAgain(const Machine &machine, BootTime now);

private:
    struct Fresh {
        Cause cause = Cause::Raised;
        BootTime due;
        NoticeLine line; ///< as it was then: it may be over before it is told
    };

    struct Ended {
        NoticeLine line;
        BootTime due;
        bool quiet = false;
    };

    struct Draft; ///< a notice while its lines are collected

    void take(const Machine &machine, const Change &change, BootTime now);
    void takeRestored(Machine &machine, BootTime now);
    [[nodiscard]] bool worseIsRaised(const NoticeLine &line) const;
    void collectFresh(Machine &machine, Draft &draft, Plan &plan, BootTime now);
    void collectDue(Machine &machine, Draft &draft, BootTime now) const;
    void finish(Machine &machine, Draft &draft, Plan &plan, BootTime now);
    void tellEnded(Machine &machine, Plan &plan, bool quietHours, BootTime now);
    void tellTurned(Machine &machine, std::set<Key> waiting, Plan &plan, BootTime now);
    std::size_t toldLately(BootTime now);

    Ladder m_ladder;
    std::map<Key, Fresh> m_fresh;
    std::map<Key, Ended> m_ended;
    std::map<Key, BootTime> m_restored;
    std::set<Key> m_waiting; ///< about to clear when something was told last
    std::deque<BootTime> m_told; ///< times of the notices of the last ten minutes
    NoticeId m_newest {NoticeId::Maker::Alarms, 0};
};

} // namespace plimsoll::alarm
