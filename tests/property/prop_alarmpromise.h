// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/planner.h"
#include "margin/moment.h"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace plimsoll::test {

/// Holds the planner to its promise: a raise of a margin call, or of anything worse, is told at once and by its own
/// name; what nobody acknowledged is told again; and the limit on notices keeps neither back. Knows nothing of how the
/// planner decides: it compares what was raised with what was told.
class AlarmPromise
{
public:
    /// One decision: what changed before it, and what it told. What was broken, in words; empty where all is well.
    std::string check(const std::vector<alarm::Change> &changes, const alarm::Plan &plan, BootTime now);
    /// A sample that counts: whether a liquidation has recovered since.
    void sample(const std::string &account, const alarm::Sample &sample);
    void restart(const std::vector<alarm::ActiveAlarm> &stored, BootTime now);

    [[nodiscard]] std::int64_t promises() const { return m_promises; }
    [[nodiscard]] std::int64_t beyondLimit() const { return m_beyondLimit; } ///< rang although ten had rung

private:
    struct Watched { // in some active state
        alarm::State state = alarm::State::ActiveUnacknowledged;
        BootTime told; // or since when it asks
    };

    void broken(const std::string &what);
    void checkRaises(const std::vector<alarm::Change> &changes, const alarm::Plan &plan);
    void checkLimit(const alarm::Plan &plan, BootTime now);
    void follow(const std::vector<alarm::Change> &changes);
    void checkReminders(const alarm::Plan &plan, BootTime now);
    [[nodiscard]] bool isTold(const alarm::Key &key, const alarm::Plan &plan) const;
    [[nodiscard]] bool hasWorse(const alarm::Key &key) const;

    std::map<alarm::Key, Watched> m_watched; // Call to Liquidation
    std::map<std::string, std::array<bool, 4>>
        m_isClear; // per condition: the newest sample off the bar was above the clear bar
    std::deque<BootTime> m_loud;
    std::int64_t m_promises = 0;
    std::int64_t m_beyondLimit = 0;
    std::string m_broken;
};

} // namespace plimsoll::test
