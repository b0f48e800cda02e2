// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <array>
#include <optional>
#include <string_view>

namespace plimsoll::alarm {

/// Moments of this layer are boot times: in a test file, the time of its axis. Wall time plays no part in any
/// decision.
using plimsoll::Ms;

inline constexpr Ms kSecond = 1000;
inline constexpr Ms kMinute = 60 * kSecond;
inline constexpr Ms kHour = 60 * kMinute;

/// What an alarm is about. The first four are an account's level against its bars, in rising severity; Custom is a
/// person's own rule; the next three say that an account cannot be judged; the rest are about the program itself.
/// Source: docs/alarms.md#conditions.
enum class Condition {
    Watch, ///< L1: level <= call + half of the way to initial
    Call, ///< L2: level <= call
    Critical, ///< L3: level <= liquidation + half of the way to call, or on its way to liquidation within 10 min
    Liquidation, ///< L4: level <= liquidation
    Custom, ///< a person's own rule
    Stale, ///< T1: the newest price is too old
    Frozen, ///< T2: prices arrive, the exchange's time stands still
    Incomplete, ///< T3: an asset or a debt has no valid price
    NotDelivered, ///< T4: a channel did not deliver
    ThreadDead, ///< T5: the engine or the screen does not move
    Clock, ///< T6: this computer's clock is off
    Gap, ///< T7: nothing was watched for a while
    Ledger, ///< T8: something could not be written or is damaged
};

inline constexpr int kConditions = 13;

/// "watch", "call", ...: the words of files, events and the database.
std::string_view conditionWord(Condition condition);
std::optional<Condition> conditionFromWord(std::string_view word);

/// Level conditions of an account: Watch, Call, Critical, Liquidation.
constexpr bool isLevel(Condition condition)
{
    return condition <= Condition::Liquidation;
}

/// How severe a level condition is among its like: 1 for Watch to 4 for Liquidation; 0 for everything else.
constexpr int severityOf(Condition condition)
{
    return isLevel(condition) ? static_cast<int>(condition) + 1 : 0;
}

/// Why an account cannot be judged: Stale, Frozen, Incomplete.
constexpr bool isBlindness(Condition condition)
{
    return condition >= Condition::Stale && condition <= Condition::Incomplete;
}

enum class Priority { Low, Medium, High, Highest };

std::string_view priorityWord(Priority priority); ///< "low", "medium", "high", "highest"

/// How an alarm of one kind behaves. Numbers: docs/alarms.md#conditions.
struct Behaviour {
    static constexpr Ms kNever = -1;
    static constexpr Ms kUntilRecovered = 0;

    Priority priority = Priority::Low;
    int raiseSamples = 1; ///< this many valid samples in a row, each later than the one before
    Ms raiseAfter = 0; ///< and this long
    int clearSamples = 1;
    Ms clearAfter = 0; ///< the clear condition must hold this long without a break
    bool clears = true; ///< false: only a person ends it
    bool isBlind = false; ///< it holds because there is no valid sample: only Clear comes with one
    bool latches = false; ///< came and went is still shown until acknowledged
    std::array<Ms, 3> firstRepeats {kNever, kNever, kNever}; ///< after becoming unacknowledged, rising
    Ms repeatEvery = kNever; ///< after those
    int repeatsBeforeSlow = 0; ///< 0: the pace never changes
    Ms slowEvery = kNever;
    Ms ackLasts = kUntilRecovered; ///< kNever: does not end with time
    bool endsWhenAcknowledged = false; ///< acknowledging is all there is to do
    Ms snoozeMax = 0; ///< 0: cannot be snoozed
    Ms ladderStart = 0; ///< how far up the ladder it begins
};

/// The next reminder of an alarm that has been unacknowledged for some time: when the `count`-th (0-based) is due, as a
/// span after that moment; nothing where there is none.
std::optional<Ms> repeatAt(const Behaviour &behaviour, int count);

const Behaviour &behaviourOf(Condition condition); ///< not for Custom: that depends on its stage

} // namespace plimsoll::alarm
