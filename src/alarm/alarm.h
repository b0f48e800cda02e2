// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/condition.h"
#include "margin/decimal.h"
#include "margin/moment.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::alarm {

enum class State {
    Disarmed, ///< nothing is owed
    Unknown, ///< cannot be judged yet, or not any more
    Normal,
    Pending, ///< the condition holds, its on-delay runs
    ActiveUnacknowledged,
    ActiveAcknowledged,
    Snoozed,
    ClearedUnacknowledged, ///< came and went, not yet seen by a person
};

std::string_view stateWord(
    State state); ///< "disarmed", "unknown", "normal", "pending", "active", "acknowledged", "snoozed", "cleared"
std::optional<State> stateFromWord(std::string_view word);

/// The condition holds as far as is known: ActiveUnacknowledged, ActiveAcknowledged, Snoozed.
constexpr bool isActive(State state)
{
    return state == State::ActiveUnacknowledged || state == State::ActiveAcknowledged || state == State::Snoozed;
}

/// Nobody has answered it yet: ActiveUnacknowledged, ClearedUnacknowledged.
constexpr bool isUnacknowledged(State state)
{
    return state == State::ActiveUnacknowledged || state == State::ClearedUnacknowledged;
}

/// Which alarm: one condition of one account (or, with account "", of the program), and for Custom, NotDelivered,
/// ThreadDead which of them.
struct Key {
    std::string account;
    Condition condition = Condition::Watch;
    std::string detail; ///< id of the rule, channel, or thread; else ""

    auto operator<=>(const Key &) const = default;
};

/// What a sample says about one condition.
enum class Observation {
    Nothing, ///< only time passed
    True,
    Between, ///< no longer true, but inside the dead band
    Clear,
    Blind, ///< cannot be judged
    Gone, ///< nothing is owed any more, or the account was liquidated
};

/// Raises and clears in the last half hour, and the last 21 samples: whether an alarm flaps.
struct FlapHistory {
    static constexpr int kIntervals = 20; ///< between the last 21 samples
    static constexpr std::uint32_t kMostBits = (1U << kIntervals) - 1;

    std::array<BootTime, 8> changes {}; ///< times of the newest raises and clears, a ring; 0 = none
    std::uint8_t next = 0;
    std::uint32_t changedBits = 0; ///< bit i: the alarm changed between active and not i samples ago; 20 bits
    bool flapping = false;

    bool operator==(const FlapHistory &) const = default;
};

/// One alarm, a value. What happens to it is decided by live() and by the commands below, and nowhere else.
struct Alarm {
    State state = State::Disarmed;
    bool hold = false; ///< active or cleared while its input cannot be judged: nothing clears meanwhile
    std::uint32_t occurrence = 0; ///< rises with every raise
    Priority priority = Priority::Low; ///< of this occurrence, may rise while it lasts
    BootTime raisedAt; ///< of this occurrence
    BootTime since; ///< entered the present state
    BootTime until; ///< end of an acknowledgement or snooze; 0 = it does not end with time
    std::optional<margin::Decimal> levelAt; ///< when acknowledged or snoozed: 1 % lower breaks it
    int samples = 0; ///< valid samples in a row while Pending, or towards clearing
    BootTime samplesSince; ///< when that row began; 0 = no row
    BootTime newestSample; ///< time of the newest sample of the row
    int repeats = 0; ///< reminders since it became unacknowledged
    Ms ladder = -1; ///< the furthest step of the ladder that was told, as the span after which it is due; -1: none yet
    int notices = 0; ///< notices of this occurrence; numbers the outbox
    BootTime unacknowledgedAt; ///< when it began to ask for an answer; unlike `since` not moved by a restart
    bool byPace = false; ///< Critical: raised by the pace of the fall, and its bar was not reached since
    bool recoveredOnce = false; ///< Liquidation: the newest sample off the bar was clear of it: falling back is news
    FlapHistory flaps;

    bool operator==(const Alarm &) const = default;
};

/// Why an alarm changed its state.
enum class Cause {
    Raised,
    Cleared,
    Judged, ///< became judgeable or not, pending or not: nothing a person needs to hear
    AckExpired,
    SnoozeOver,
    Worsened, ///< 1 % below the level at which it was acknowledged or snoozed
    WorseBar, ///< a more severe condition of the same account was raised
    Acknowledged,
    SnoozedByPerson,
    Handled,
    Undone,
    Ended, ///< nothing is owed any more, liquidated, account or rule removed
    Restored, ///< found active at the start of the program
};

std::string_view causeWord(Cause cause);
std::optional<Cause> causeFromWord(std::string_view word);

/// What is coming, as far as the newest sample says.
struct Outlook {
    /// The level is safe again, as no call of the account stands, and is watched until then.
    std::optional<BootTime> clearsAt;
    std::optional<BootTime> liquidationAt; ///< raised by its pace alone: when the level would be there

    bool operator==(const Outlook &) const = default;
};

/// One step of an alarm.
struct Change {
    Key key;
    State from = State::Disarmed;
    State to = State::Disarmed;
    Cause cause = Cause::Judged;
    std::uint32_t occurrence = 0;
    BootTime time;
    std::optional<margin::Decimal> level; ///< of the account then, at most 8 digits, rounded down

    bool operator==(const Change &) const = default;
};

/// What happened to the state in one step, where it changed at all.
struct Move {
    State from;
    Cause cause;
};

/// Everything that time and one observation do to an alarm; up to two moves (a timer ran out and the observation
/// changed it once more). `level` is the account's, for telling whether it got 1 % worse; nothing for conditions
/// without one. Pure. docs/alarms.md#life-cycle.
struct Moves {
    std::array<std::optional<Move>, 2> moves;

    /// The state after the i-th move.
    [[nodiscard]] State after(std::size_t i, const Alarm &alarm) const
    {
        return i == 0 && moves[1] ? moves[1]->from : alarm.state;
    }
};
Moves live(Alarm &alarm, const Behaviour &behaviour, Observation observation,
           const std::optional<margin::Decimal> &level, BootTime now);

/// When an active alarm whose level is safe again will clear, if that lasts; nothing where no clear time runs.
std::optional<BootTime> clearsAt(const Alarm &alarm, const Behaviour &behaviour);

/// When a person said something, and when it is carried out. A request of another process may be older than what stands
/// by then: it concerns only what stood when it was made, and its time runs from there.
struct Request {
    constexpr Request(BootTime moment) // NOLINT(google-explicit-constructor): what is said and done at once is a moment
        : made(moment)
        , now(moment)
    {
    }
    constexpr Request(BootTime madeAt, BootTime moment)
        : made(std::min(madeAt, moment))
        , now(moment)
    {
    }

    BootTime made;
    BootTime now;
};

// What a person does. Each returns the move, or nothing where the state does not allow it or the request is older than
// what stands.
std::optional<Move> acknowledge(Alarm &alarm, const Behaviour &behaviour, const std::optional<margin::Decimal> &level,
                                Request request);
std::optional<Move> snooze(Alarm &alarm, const Behaviour &behaviour, Ms span,
                           const std::optional<margin::Decimal> &level, Request request);
std::optional<Move> handle(Alarm &alarm, const Behaviour &behaviour, Observation last,
                           const std::optional<margin::Decimal> &level, Request request);
/// A worse condition of the same account was raised: an acknowledgement or snooze ends.
std::optional<Move> breakSilence(Alarm &alarm, Cause cause, BootTime now);

} // namespace plimsoll::alarm
