// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/alarm.h"

#include <algorithm>
#include <bit>

namespace plimsoll::alarm {

namespace {

constexpr std::array<std::string_view, 8> kStateWords {"disarmed", "unknown",      "normal",  "pending",
                                                       "active",   "acknowledged", "snoozed", "cleared"};
constexpr std::array<std::string_view, 13> kCauseWords {
    "raised",       "cleared", "judged",  "ack_expired", "snooze_over", "worsened", "worse_bar",
    "acknowledged", "snoozed", "handled", "undone",      "ended",       "restored"};

constexpr int kFlapChanges = 4;
constexpr Ms kFlapSpan = 30 * kMinute;

// Weighted share of change over the last 21 samples in units of 1/(19*20*4): the newest interval weighs 1.25, the
// oldest 0.75, evenly between. In quarters of 1/19: weight(i) = 5*19 - 2*i for i = 0 (newest) .. 19 (oldest).
constexpr int kShareOfOne = 19 * 20 * 4;

int weightedChange(std::uint32_t bits)
{
    int sum = 0;
    for (int i = 0; i < FlapHistory::kIntervals; ++i) {
        if ((bits >> static_cast<unsigned>(i) & 1U) != 0) {
            sum += 5 * 19 - 2 * i;
        }
    }
    return sum;
}

int changesWithin(const FlapHistory &flaps, BootTime now)
{
    return static_cast<int>(
        std::ranges::count_if(flaps.changes, [now](BootTime at) { return at != 0 && now - at <= kFlapSpan; }));
}

void noteChange(FlapHistory &flaps, BootTime now)
{
    flaps.changes[flaps.next] = now;
    flaps.next = static_cast<std::uint8_t>((flaps.next + 1U) % flaps.changes.size());
    flaps.changedBits |= 1U;
}

void startSample(FlapHistory &flaps)
{
    flaps.changedBits = (flaps.changedBits << 1U) & FlapHistory::kMostBits;
}

void judgeFlapping(FlapHistory &flaps, bool raised, BootTime now)
{
    const int weighted = weightedChange(flaps.changedBits);
    const int changes = changesWithin(flaps, now);
    if (raised && (changes >= kFlapChanges || weighted * 5 >= kShareOfOne)) { // 20 %
        flaps.flapping = true;
    } else if (flaps.flapping && changes < kFlapChanges && weighted * 20 < kShareOfOne) { // 5 %
        flaps.flapping = false;
    }
}

void forgetSamples(Alarm &alarm)
{
    alarm.samples = 0;
    alarm.samplesSince = 0;
}

// What a person does with an active alarm does not break the row of clear samples.
void enter(Alarm &alarm, State state, BootTime now)
{
    if (!isActive(alarm.state) || !isActive(state)) {
        forgetSamples(alarm);
    }
    alarm.state = state;
    alarm.since = now;
    if (state == State::ActiveUnacknowledged) {
        alarm.until = 0;
        alarm.levelAt.reset();
        alarm.repeats = 0;
        alarm.ladder = -1;
        alarm.unacknowledgedAt = now;
    }
}

Move moveTo(Alarm &alarm, State state, Cause cause, BootTime now)
{
    const State from = alarm.state;
    enter(alarm, state, now);
    return {from, cause};
}

Move raise(Alarm &alarm, BootTime now)
{
    noteChange(alarm.flaps, now);
    ++alarm.occurrence;
    alarm.raisedAt = now;
    alarm.notices = 0;
    alarm.recoveredOnce = false;
    alarm.byPace = false;
    judgeFlapping(alarm.flaps, true, now);
    forgetSamples(alarm);
    return moveTo(alarm, State::ActiveUnacknowledged, Cause::Raised, now);
}

// A row of samples begins, or goes on where this sample is later than the one before.
void countSample(Alarm &alarm, BootTime now, BootTime &newest)
{
    if (alarm.samples == 0) {
        alarm.samples = 1;
        alarm.samplesSince = now;
    } else if (now > newest) {
        ++alarm.samples;
    }
    newest = now;
}

bool isSilent(State state)
{
    return state == State::ActiveAcknowledged || state == State::Snoozed;
}

bool worsened(const Alarm &alarm, const std::optional<margin::Decimal> &level)
{
    // level <= 0.99 x levelAt, without a quotient
    return isSilent(alarm.state) && alarm.levelAt && level && level->mantissa() * 100 <= alarm.levelAt->mantissa() * 99;
}

std::optional<Move> timer(Alarm &alarm, BootTime now)
{
    if (!isSilent(alarm.state) || alarm.until == 0 || now < alarm.until) {
        return std::nullopt;
    }
    return moveTo(alarm, State::ActiveUnacknowledged,
                  alarm.state == State::Snoozed ? Cause::SnoozeOver : Cause::AckExpired, now);
}

std::optional<Move> blind(Alarm &alarm, BootTime now)
{
    switch (alarm.state) {
    case State::Disarmed:
    case State::Normal:
    case State::Pending: return moveTo(alarm, State::Unknown, Cause::Judged, now);
    case State::Unknown: return std::nullopt;
    case State::ActiveUnacknowledged:
    case State::ActiveAcknowledged:
    case State::Snoozed:
    case State::ClearedUnacknowledged: break;
    }
    alarm.hold = true;
    forgetSamples(alarm);
    return std::nullopt;
}

std::optional<Move> clearing(Alarm &alarm, const Behaviour &behaviour, BootTime now)
{
    countSample(alarm, now, alarm.newestSample);
    const bool over = alarm.samples >= behaviour.clearSamples && now - alarm.samplesSince >= behaviour.clearAfter;
    if (!over || !behaviour.clears || alarm.flaps.flapping) {
        return std::nullopt;
    }
    noteChange(alarm.flaps, now);
    const bool seen = alarm.state == State::ActiveAcknowledged;
    return moveTo(alarm, seen || !behaviour.latches ? State::Normal : State::ClearedUnacknowledged, Cause::Cleared,
                  now);
}

std::optional<Move> sampleInPending(Alarm &alarm, const Behaviour &behaviour, Observation observation, BootTime now)
{
    if (observation != Observation::True) {
        return moveTo(alarm, State::Normal, Cause::Judged, now);
    }
    countSample(alarm, now, alarm.newestSample);
    if (alarm.samples >= behaviour.raiseSamples && now - alarm.samplesSince >= behaviour.raiseAfter) {
        return raise(alarm, now);
    }
    return std::nullopt;
}

std::optional<Move> sampleAtRest(Alarm &alarm, const Behaviour &behaviour, Observation observation, BootTime now)
{
    const State from = alarm.state;
    if (observation == Observation::True && behaviour.raiseSamples <= 1 && behaviour.raiseAfter == 0) {
        return raise(alarm, now);
    }
    if (observation == Observation::True) {
        const Move move = moveTo(alarm, State::Pending, Cause::Judged, now);
        countSample(alarm, now, alarm.newestSample);
        return move;
    }
    if (from != State::Normal) {
        return moveTo(alarm, State::Normal, Cause::Judged, now);
    }
    return std::nullopt;
}

std::optional<Move> sampleWhileActive(Alarm &alarm, const Behaviour &behaviour, Observation observation,
                                      const std::optional<margin::Decimal> &level, BootTime now)
{
    if (observation == Observation::True && alarm.state == State::ActiveAcknowledged && !behaviour.clears
        && alarm.recoveredOnce) {
        return raise(alarm, now);
    }
    if (!behaviour.clears
        && observation != Observation::Between) { // also before it is acknowledged: falling again is news in any case
        alarm.recoveredOnce = observation == Observation::Clear;
    }
    if (observation != Observation::Clear) {
        forgetSamples(alarm);
    }
    if (worsened(alarm, level)) {
        return moveTo(alarm, State::ActiveUnacknowledged, Cause::Worsened, now);
    }
    if (isSilent(alarm.state) && !alarm.levelAt) { // it was not known when the person answered
        alarm.levelAt = level;
    }
    return observation == Observation::Clear ? clearing(alarm, behaviour, now) : std::nullopt;
}

std::optional<Move> judged(Alarm &alarm, const Behaviour &behaviour, Observation observation,
                           const std::optional<margin::Decimal> &level, BootTime now)
{
    alarm.hold = false;
    if (!behaviour.isBlind || observation == Observation::Clear) { // a valid sample
        startSample(alarm.flaps);
        judgeFlapping(alarm.flaps, false, now);
    }
    std::optional<Move> move;
    switch (alarm.state) {
    case State::Disarmed:
    case State::Unknown:
    case State::Normal: move = sampleAtRest(alarm, behaviour, observation, now); break;
    case State::Pending: move = sampleInPending(alarm, behaviour, observation, now); break;
    case State::ActiveUnacknowledged:
    case State::ActiveAcknowledged:
    case State::Snoozed: move = sampleWhileActive(alarm, behaviour, observation, level, now); break;
    case State::ClearedUnacknowledged:
        if (observation == Observation::True) {
            move = raise(alarm, now);
        }
        break;
    }
    return move;
}

} // namespace

std::string_view stateWord(State state)
{
    return kStateWords[static_cast<std::size_t>(state)];
}

std::optional<State> stateFromWord(std::string_view word)
{
    const auto found = std::ranges::find(kStateWords, word);
    return found == kStateWords.end() ? std::nullopt : std::optional(static_cast<State>(found - kStateWords.begin()));
}

std::string_view causeWord(Cause cause)
{
    return kCauseWords[static_cast<std::size_t>(cause)];
}

std::optional<Cause> causeFromWord(std::string_view word)
{
    const auto found = std::ranges::find(kCauseWords, word);
    return found == kCauseWords.end() ? std::nullopt : std::optional(static_cast<Cause>(found - kCauseWords.begin()));
}

Moves live(Alarm &alarm, const Behaviour &behaviour, Observation observation,
           const std::optional<margin::Decimal> &level, BootTime now)
{
    Moves result;
    result.moves[0] = timer(alarm, now);
    switch (observation) {
    case Observation::Nothing: break;
    case Observation::Gone:
        alarm.hold = false;
        if (alarm.state != State::Disarmed) {
            result.moves[1] = moveTo(alarm, State::Disarmed, Cause::Ended, now);
        }
        break;
    case Observation::Blind: result.moves[1] = blind(alarm, now); break;
    case Observation::True:
    case Observation::Between:
    case Observation::Clear: result.moves[1] = judged(alarm, behaviour, observation, level, now); break;
    }
    return result;
}

std::optional<BootTime> clearsAt(const Alarm &alarm, const Behaviour &behaviour)
{
    const bool waits = isActive(alarm.state) && alarm.samples > 0 && behaviour.clears && !behaviour.isBlind
        && !alarm.hold && !alarm.flaps.flapping;
    return waits ? std::optional(alarm.samplesSince + behaviour.clearAfter) : std::nullopt;
}

std::optional<Move> acknowledge(Alarm &alarm, const Behaviour &behaviour, const std::optional<margin::Decimal> &level,
                                Request request)
{
    if (request.made < alarm.raisedAt) {
        return std::nullopt; // of an occurrence before this one
    }
    if (alarm.state == State::ClearedUnacknowledged || (isActive(alarm.state) && behaviour.endsWhenAcknowledged)) {
        alarm.hold = false;
        return moveTo(alarm, State::Normal, Cause::Acknowledged, request.now);
    }
    const bool ends = behaviour.ackLasts > 0;
    const bool isOver = ends && request.made + behaviour.ackLasts <= request.now;
    if ((alarm.state != State::ActiveUnacknowledged && alarm.state != State::Snoozed)
        || request.made < alarm.unacknowledgedAt || isOver) {
        return std::nullopt;
    }
    const Move move = moveTo(alarm, State::ActiveAcknowledged, Cause::Acknowledged, request.now);
    alarm.until = ends ? request.made + behaviour.ackLasts : BootTime();
    alarm.levelAt = level;
    return move;
}

std::optional<Move> snooze(Alarm &alarm, const Behaviour &behaviour, Ms span,
                           const std::optional<margin::Decimal> &level, Request request)
{
    const bool allowed = alarm.state == State::ActiveUnacknowledged || alarm.state == State::ActiveAcknowledged;
    const BootTime until = request.made + std::min(span, behaviour.snoozeMax);
    if (!allowed || until <= request.now // over already, or it never had a length
        || request.made < std::max(alarm.raisedAt, alarm.unacknowledgedAt)) {
        return std::nullopt;
    }
    const Move move = moveTo(alarm, State::Snoozed, Cause::SnoozedByPerson, request.now);
    alarm.until = until;
    alarm.levelAt = level;
    return move;
}

std::optional<Move> handle(Alarm &alarm, const Behaviour &behaviour, Observation last,
                           const std::optional<margin::Decimal> &level, Request request)
{
    if (behaviour.clears || !isActive(alarm.state) || request.made < alarm.raisedAt) {
        return std::nullopt;
    }
    const bool isOver = (last == Observation::Between || last == Observation::Clear) && !alarm.hold;
    if (!isOver) {
        return acknowledge(alarm, behaviour, level, request);
    }
    return moveTo(alarm, State::Normal, Cause::Handled, request.now);
}

std::optional<Move> breakSilence(Alarm &alarm, Cause cause, BootTime now)
{
    return isSilent(alarm.state) ? std::optional(moveTo(alarm, State::ActiveUnacknowledged, cause, now)) : std::nullopt;
}

} // namespace plimsoll::alarm
