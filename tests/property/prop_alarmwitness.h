// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/planner.h"
#include "margin/moment.h"
#include "prop_alarmpromise.h"
#include "prop_alarmwalk.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace plimsoll::test {

/// Leads a machine and its planner through a walk and checks after every step what must hold whatever happens. The
/// numbers in the messages are those of the comments in the implementation.
class AlarmWitness
{
public:
    explicit AlarmWitness(alarm::Ms period);

    /// Everything of one round. What was broken, in words; empty where all is well.
    std::string live(const std::vector<WalkEvent> &round);
    /// To be called at the end: the sums.
    std::string finish();

    [[nodiscard]] const alarm::Machine &machine() const { return m_machine; }
    [[nodiscard]] std::int64_t raises() const { return m_raises; }
    [[nodiscard]] std::int64_t notices() const { return m_notices; }
    [[nodiscard]] const AlarmPromise &promise() const { return m_promise; }
    [[nodiscard]] std::int64_t quieted() const { return m_quieted; } ///< by the limit of ten in ten minutes
    [[nodiscard]] std::int64_t headed() const { return m_headed; } ///< notices shown below something worse

    /// Every change and notice so far as text, for comparing two runs.
    void keepRecord() { m_keeps = true; }
    [[nodiscard]] const std::string &record() const { return m_record; }

private:
    struct Entry { // into ActiveUnacknowledged
        BootTime time;
        std::uint32_t occurrence = 0;
        alarm::Priority priority = alarm::Priority::Low;
        bool told = false;
        bool maybe = false; // taken back, or over before anyone could tell: may be told, need not
    };

    struct Count { // of one account
        std::int64_t entries = 0;
        std::int64_t repeats = 0; // that the table allows
        std::int64_t notices = 0;
    };

    void apply(const WalkEvent &event);
    void restart(const WalkEvent &event);
    void check(bool holds, const std::string &what);
    void checkSample(const WalkEvent &event);
    void checkChanges(const std::vector<alarm::Change> &changes);
    void checkClearing(const alarm::Change &change);
    void checkSilence(const alarm::Change &change);
    void checkTimes(const alarm::Change &change);
    void checkPlan(const alarm::Plan &plan, BootTime now);
    void checkHead(const alarm::Plan &plan);
    void checkTold(const alarm::NoticeLine &line, bool isFolded);
    void checkReplay();
    void leave(const alarm::Key &key, BootTime now);
    std::vector<alarm::Key> keysOf(const std::string &account) const;

    alarm::Ms m_period;
    alarm::Machine m_machine;
    alarm::Planner m_planner;
    std::vector<alarm::Rule> m_rules;
    std::vector<alarm::ActiveAlarm> m_before;
    std::map<std::string, alarm::Sample> m_samples; // the newest accepted
    std::map<std::string, BootTime> m_ruleTimes; // when own rules were judged last
    std::set<std::string> m_touched; // by a person since that sample
    std::map<alarm::Key, alarm::State> m_replayed;
    std::map<alarm::Key, Entry> m_entries;
    std::map<alarm::Key, std::optional<BootTime>> m_restored; // since when; nothing: told already for another reason
    std::map<alarm::Key, BootTime> m_changedAt; // the newest change of each
    std::map<std::string, Count> m_counts;
    AlarmPromise m_promise;
    std::vector<alarm::Change> m_pending; // changes of this moment
    std::int64_t m_raises = 0;
    std::int64_t m_notices = 0;
    std::int64_t m_quieted = 0;
    std::int64_t m_headed = 0;
    std::string m_broken;
    bool m_keeps = false;
    std::string m_record;
};

} // namespace plimsoll::test
