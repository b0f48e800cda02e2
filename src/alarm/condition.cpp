// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/condition.h"

#include <cassert>

namespace plimsoll::alarm {

namespace {

constexpr std::array<std::string_view, kConditions> kWords {
    "watch",      "call",          "critical",    "liquidation", "custom", "stale", "frozen",
    "incomplete", "not_delivered", "thread_dead", "clock",       "gap",    "ledger"};
constexpr std::array<std::string_view, 4> kPriorityWords {"low", "medium", "high", "highest"};
constexpr Ms kDay = 24 * kHour;

Behaviour watch()
{
    Behaviour b;
    b.raiseSamples = 2;
    b.clearAfter = kMinute;
    b.ackLasts = kDay;
    b.snoozeMax = kDay;
    return b;
}

Behaviour call()
{
    Behaviour b;
    b.priority = Priority::High;
    b.clearAfter = kMinute;
    b.latches = true;
    b.firstRepeats = {kMinute, 3 * kMinute, 5 * kMinute};
    b.repeatEvery = 5 * kMinute;
    b.ackLasts = 15 * kMinute;
    b.snoozeMax = 15 * kMinute;
    return b;
}

Behaviour critical()
{
    Behaviour b = call();
    b.firstRepeats = {Behaviour::kNever, Behaviour::kNever, Behaviour::kNever};
    b.repeatEvery = kMinute;
    b.ackLasts = 5 * kMinute;
    b.snoozeMax = 5 * kMinute;
    b.ladderStart = kMinute;
    return b;
}

Behaviour liquidation()
{
    Behaviour b = critical();
    b.priority = Priority::Highest;
    b.clears = false;
    b.latches = false;
    b.repeatsBeforeSlow = 30;
    b.slowEvery = 10 * kMinute;
    b.ackLasts = Behaviour::kUntilRecovered;
    b.snoozeMax = 0;
    return b;
}

Behaviour blindness(Ms repeat, Ms quiet, int clearSamples)
{
    Behaviour b;
    b.priority = Priority::Medium;
    b.clearSamples = clearSamples;
    b.isBlind = true;
    b.repeatEvery = repeat;
    b.ackLasts = quiet;
    b.snoozeMax = quiet;
    return b;
}

Behaviour technical(Priority priority, Ms repeat)
{
    Behaviour b;
    b.priority = priority;
    b.repeatEvery = repeat;
    return b;
}

Behaviour clockOff()
{
    Behaviour b = technical(Priority::Medium, kHour);
    b.raiseSamples = 2;
    b.ackLasts = kDay;
    b.snoozeMax = kDay;
    return b;
}

Behaviour gap()
{
    Behaviour b = technical(Priority::Medium, Behaviour::kNever);
    b.clears = false;
    b.endsWhenAcknowledged = true;
    return b;
}

Behaviour ledger()
{
    Behaviour b = technical(Priority::High, 15 * kMinute);
    b.ackLasts = kHour;
    return b;
}

const std::array<Behaviour, kConditions> kBehaviours {
    watch(),
    call(),
    critical(),
    liquidation(),
    Behaviour {},
    blindness(5 * kMinute, 15 * kMinute, 2),
    blindness(15 * kMinute, 30 * kMinute, 1),
    blindness(5 * kMinute, 15 * kMinute, 1),
    technical(Priority::Medium, Behaviour::kNever),
    technical(Priority::High, kMinute),
    clockOff(),
    gap(),
    ledger(),
};

} // namespace

std::string_view conditionWord(Condition condition)
{
    return kWords[static_cast<std::size_t>(condition)];
}

std::optional<Condition> conditionFromWord(std::string_view word)
{
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (kWords[i] == word) {
            return static_cast<Condition>(i);
        }
    }
    return std::nullopt;
}

std::string_view priorityWord(Priority priority)
{
    return kPriorityWords[static_cast<std::size_t>(priority)];
}

std::optional<Ms> repeatAt(const Behaviour &behaviour, int count)
{
    if (behaviour.repeatEvery == Behaviour::kNever) {
        return std::nullopt;
    }
    Ms first = 0;
    for (const Ms repeat : behaviour.firstRepeats) {
        if (repeat == Behaviour::kNever) {
            break;
        }
        if (count-- == 0) {
            return repeat;
        }
        first = repeat;
    }
    const int quick = behaviour.repeatsBeforeSlow > 0 && count >= behaviour.repeatsBeforeSlow
        ? behaviour.repeatsBeforeSlow
        : count + 1;
    return first + quick * behaviour.repeatEvery + (count + 1 - quick) * behaviour.slowEvery;
}

const Behaviour &behaviourOf(Condition condition)
{
    assert(condition != Condition::Custom);
    return kBehaviours[static_cast<std::size_t>(condition)];
}

} // namespace plimsoll::alarm
