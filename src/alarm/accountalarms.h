// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/alarm.h"
#include "alarm/blindness.h"
#include "alarm/levelwindow.h"
#include "alarm/rule.h"
#include "alarm/sample.h"
#include "margin/moment.h"

#include <array>
#include <map>
#include <optional>
#include <ranges>
#include <string>
#include <vector>

namespace plimsoll::alarm {

/// The alarms of one account: turns a sample into an observation per condition and lets each alarm live it. Pure value
/// with behaviour; Machine owns them.
class AccountAlarms
{
public:
    static constexpr std::size_t kBuiltIn = 7; ///< Watch, Call, Critical, Liquidation, Stale, Frozen, Incomplete

    AccountAlarms(std::string account, Ms period);

    void setPeriod(Ms period) { m_blindness.setPeriod(period); }
    void setRules(const std::vector<Rule> &all, BootTime now, std::vector<Change> &changes);

    void judge(const Sample &sample, std::vector<Change> &changes);
    /// Only the person's own rules: something that they read moved, or a second passed.
    void judgeRules(const Sample &sample, std::vector<Change> &changes);
    [[nodiscard]] bool hasRules() const { return !m_own.empty(); }
    void tick(BootTime now, std::vector<Change> &changes);
    void end(BootTime now, std::vector<Change> &changes);

    /// Nothing to be told, nothing pending, no clock running: tick() would do nothing.
    [[nodiscard]] bool calm() const { return m_calm; }

    Alarm *find(const Key &key);
    [[nodiscard]] const Alarm *find(const Key &key) const;
    [[nodiscard]] bool folded(
        const Key &key) const; ///< a worse built-in level alarm that has not recovered speaks for it
    [[nodiscard]] Outlook outlook(const Key &key) const;
    [[nodiscard]] const std::optional<margin::Decimal> &level() const;
    [[nodiscard]] bool nearCall() const;
    [[nodiscard]] bool judged() const { return m_judged; } ///< it had a sample that says something
    [[nodiscard]] bool anyHigh() const;
    /// Calls visit(key, alarm, behaviour, last observation) for every alarm, worst level condition first.
    template<typename Visit>
    void each(Visit &&visit)
    {
        for (std::size_t i = 0; i < kBuiltIn; ++i) {
            visit(builtInKey(kOrder[i]), m_builtIn[kOrder[i]], behaviour(kOrder[i]), m_last[kOrder[i]]);
        }
        for (Own &own : m_own) {
            visit(Key {m_account, Condition::Custom, own.rule.id}, own.alarm, alarm::behaviourOf(own.rule.stage),
                  own.last);
        }
    }

    /// Appends the alarms that went on or off hold since the last call: nothing a person needs to hear, but what is
    /// stored must say it.
    void takeHolds(std::vector<Key> &keys);

    void refreshCalm();
    void put(const Key &key, const Alarm &alarm); ///< a stored alarm; a rule that is not known is dropped

private:
    static constexpr std::size_t kFirstBlindness = 4;
    static constexpr auto kLevelAlarms = std::views::iota(std::size_t {0}, kFirstBlindness);
    static constexpr std::array<Condition, kBuiltIn> kConditionOf {
        Condition::Watch, Condition::Call,   Condition::Critical,  Condition::Liquidation,
        Condition::Stale, Condition::Frozen, Condition::Incomplete};
    static constexpr std::array<std::size_t, kBuiltIn> kOrder {3, 2, 1, 0, 4, 5, 6};

    struct Own {
        Rule rule;
        Alarm alarm;
        Observation last = Observation::Nothing;
    };

    [[nodiscard]] Key builtInKey(std::size_t index) const;
    [[nodiscard]] const Behaviour &behaviour(std::size_t index) const;
    [[nodiscard]] Observation observe(std::size_t index, const Sample &sample, bool projected) const;
    [[nodiscard]] int severity(const Key &key) const;
    [[nodiscard]] const Own *ownOf(const Key &key) const;
    [[nodiscard]] bool isInCall() const;
    [[nodiscard]] bool speaksFor(int severity, std::size_t index) const;
    void judgeOwn(int severity, const Sample &sample, std::vector<Change> &changes);
    void notePace(const Sample &sample, const std::optional<Ms> &pace);
    void apply(const Key &key, Alarm &alarm, const Behaviour &behaviour, Observation observation, BootTime now,
               std::vector<Change> &changes);
    void breakLower(int worse, BootTime now, std::vector<Change> &changes);
    void judgeBlindness(BootTime now, bool isSample, std::vector<Change> &changes);
    void takeSums(const Sample &sample);

    std::string m_account;
    std::array<Alarm, kBuiltIn> m_builtIn;
    std::array<Observation, kBuiltIn> m_last {};
    std::vector<Own> m_own;
    margin::Thresholds m_thresholds;
    Bars m_bars;
    Behaviour m_call; ///< with the clear time that follows from the dead band
    Behaviour m_critical;
    LevelWindow m_window;
    std::optional<BootTime>
        m_liquidationAt; ///< at the pace of the newest valid sample; nothing where it is not on its way
    bool m_seen = false;
    bool m_judged = false;
    BootTime m_time;
    Blindness m_blindness;
    std::optional<margin::Level> m_newest; ///< known level
    std::vector<Key> m_holds;
    mutable std::optional<margin::Decimal> m_level; ///< of those sums, made when asked for
    bool m_near = false; ///< at or below twice the call: how fast it falls is remembered from every answer, whether a
                         ///< price moved or not
    bool m_calm = true;
};

} // namespace plimsoll::alarm
