// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/alarm.h"
#include "alarm/rule.h"
#include "alarm/sample.h"
#include "margin/exact.h"
#include "margin/moment.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::test {

/// A second, slow and obvious implementation of docs/alarms.md: Watch to Liquidation, Stale to Incomplete and own
/// rules. It keeps every observation and looks back through them at each step, and computes with unbounded integers.
/// Shares only value types with src/alarm.
class NaiveAlarms
{
public:
    using Integer = margin::exact::Integer;
    using Ms = alarm::Ms;

    struct Seen {
        BootTime time;
        alarm::Observation what;
    };

    struct Turn { // a raise or a clear
        BootTime time;
        std::int64_t validSamples; // of this alarm until then
    };

    struct Alarm {
        alarm::State state = alarm::State::Disarmed;
        bool hold = false;
        std::uint32_t occurrence = 0;
        alarm::Priority priority = alarm::Priority::Low;
        std::optional<BootTime> until;
        BootTime raisedAt;
        BootTime asksSince; // of the newest time it became active and unacknowledged
        std::optional<Integer> levelSaid; // when acknowledged or snoozed, scale 8
        bool recovered = false;
        bool flaps = false;
        bool judged = false; // in this run
        std::int64_t validSamples = 0;
        std::uint64_t moves = 0; // changes of state so far
        std::vector<Seen> seen;
        std::vector<Turn> turns;
    };

    void setPollPeriod(Ms period) { m_period = period; }
    void setRules(std::vector<alarm::Rule> rules);
    void judge(const std::string &account, const alarm::Sample &sample);
    void judgeRules(const std::string &account, const alarm::Sample &sample);
    void tick(BootTime now);

    // `made`: when a person asked for it; at most `now`
    void acknowledge(const std::string &account, std::optional<alarm::Condition> condition, BootTime made,
                     BootTime now);
    void snooze(const std::string &account, Ms span, BootTime made, BootTime now);
    void handle(const std::string &account, BootTime made, BootTime now);
    void undo(); ///< the last acknowledge()

    /// The program ends and begins again: only alarms that are not at rest are known, with their times moved by
    /// `shift`.
    void restart(Ms shift);

    [[nodiscard]] const std::map<alarm::Key, Alarm> &lives() const { return m_lives; }

private:
    struct Account {
        std::vector<alarm::Sample> samples;
        std::vector<std::pair<BootTime, Integer>> remembered; // levels, scale 8
    };

    struct Numbers { // a row of the table of conditions
        alarm::Priority priority;
        std::size_t raiseSamples;
        std::size_t clearSamples;
        Ms clearAfter;
        bool clears;
        bool latches;
        std::optional<Ms> ack;
        Ms snooze; // 0 = never
        int severity; // 0 = not about the level
    };

    struct Undo {
        alarm::Key key;
        Alarm before;
        std::uint64_t movesAfter;
    };

    static Integer eightDigits(const alarm::Sample &sample);
    static const alarm::Sample *known(const Account &account);
    static bool isMemorable(const Account &account);
    [[nodiscard]] Numbers numbersOf(const alarm::Key &key) const;
    [[nodiscard]] const alarm::Rule *ruleOf(const std::string &id) const;
    [[nodiscard]] alarm::Observation observeLevel(alarm::Condition condition, const Account &account) const;
    static bool isOurs(const alarm::Rule &rule, const std::string &account);
    static alarm::Observation observePrice(const alarm::Rule &rule, const alarm::Sample &sample);
    [[nodiscard]] alarm::Observation observeRule(const alarm::Rule &rule, const alarm::Sample &sample) const;
    [[nodiscard]] alarm::Observation observeBlindness(alarm::Condition condition, const alarm::Sample &sample,
                                                      BootTime now) const;
    [[nodiscard]] bool isOnItsWay(const Account &account) const;
    [[nodiscard]] alarm::Priority priorityOf(alarm::Condition condition, const Account &account, BootTime now) const;

    Alarm &alarmOf(const alarm::Key &key);
    bool live(Alarm &alarm, const Numbers &numbers, alarm::Observation what, const Account &account, bool isValid,
              BootTime now);
    void raise(Alarm &alarm, alarm::Priority priority, BootTime now);
    void watchPriority(Alarm &alarm, alarm::Priority priority, BootTime now);
    void endTimes(Alarm &alarm, BootTime now);
    void become(Alarm &alarm, alarm::State state, BootTime now);
    void breakLower(const std::string &account, int severity, BootTime now);
    void judgeOwn(const std::string &name, int severity, const alarm::Sample &sample);

    Ms m_period = 5 * alarm::kSecond;
    std::vector<alarm::Rule> m_rules;
    std::map<std::string, Account> m_accounts;
    std::map<alarm::Key, Alarm> m_lives;
    std::vector<Undo> m_undo;
};

} // namespace plimsoll::test
