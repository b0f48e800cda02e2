// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/machine.h"
#include "alarm/saved.h"
#include "margin/moment.h"

#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace plimsoll::test {

/// One thing that happens to the alarms.
struct WalkEvent {
    enum class Kind { Judge, JudgeRules, Tick, Acknowledge, Snooze, Handle, Undo, Rules, Restart };

    Kind kind = Kind::Tick;
    BootTime time;
    std::string account; // "*" = all
    alarm::Sample sample;
    std::optional<alarm::Condition> condition;
    alarm::Ms span = 0;
    BootTime made; // a request: when; at most `time`
    std::vector<alarm::Rule> rules;
    alarm::SavedMoment then; // Restart
    alarm::SavedMoment now;

    [[nodiscard]] std::string text() const;
};

/// PLIMSOLL_SEED, or the seed of every day; printed.
std::uint64_t walkSeed();

/// A repeatable random alarm of a few accounts: levels on and around their bars, samples lost, doubled and out of
/// order, prices that fail, a person who acknowledges and snoozes, changing rules and bars, restarts. Knows nothing of
/// what the alarms make of it.
class AlarmWalk
{
public:
    explicit AlarmWalk(std::uint64_t seed);

    [[nodiscard]] alarm::Ms period() const { return m_period; }
    /// What happens until every account had its turn once.
    std::vector<WalkEvent> round();

private:
    enum class Mode { Park, Drift, Noise, Sag, Climb, Spike, Still };

    struct Walker {
        std::string name;
        margin::Decimal debt;
        margin::Int128 level = 0;
        margin::Int128 target = 0;
        margin::Thresholds thresholds;
        Mode mode = Mode::Still;
        int modeLeft = 0;
        alarm::Sample::Kind kind = alarm::Sample::Kind::Valid;
        int kindLeft = 0;
        BootTime goodSince; // boot time of the last price that was fine
        alarm::Sample last;
    };

    std::int64_t between(std::int64_t low, std::int64_t high);
    bool oneIn(std::int64_t n) { return between(1, n) == 1; }

    margin::Thresholds anyThresholds();
    margin::Int128 anyTarget(const Walker &walker);
    std::vector<alarm::Rule> anyRules();
    void move(Walker &walker);
    alarm::Sample sample(Walker &walker);
    void addFigures(alarm::Sample &sample, const Walker &walker);
    void addRuleSamples(std::vector<WalkEvent> &events);
    void addSample(Walker &walker, std::vector<WalkEvent> &events);
    void addPerson(std::vector<WalkEvent> &events, bool samplesFollow);
    void addRestart(std::vector<WalkEvent> &events);
    [[nodiscard]] WalkEvent at(WalkEvent::Kind kind) const;

    std::mt19937_64 m_engine;
    alarm::Ms m_period = 0;
    bool m_jitters = false;
    BootTime m_now;
    WallTime m_wall = 1'700'000'000'000;
    int m_boot = 0;
    std::vector<Walker> m_walkers;
};

} // namespace plimsoll::test
