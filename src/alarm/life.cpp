// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/life.h"

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
    for (int i = 0; i < Unrest::kIntervals; ++i) {
        if ((bits >> static_cast<unsigned>(i) & 1U) != 0) {
            sum += 5 * 19 - 2 * i;
        }
    }
    return sum;
}

int changesWithin(const Unrest &unrest, Ms now)
{
    return static_cast<int>(
        std::ranges::count_if(unrest.changes, [now](Ms at) { return at != 0 && now - at <= kFlapSpan; }));
}

void noteChange(Unrest &unrest, Ms now)
{
    unrest.changes[unrest.next] = now;
    unrest.next = static_cast<std::uint8_t>((unrest.next + 1U) % unrest.changes.size());
    unrest.changedBits |= 1U;
}

void startSample(Unrest &unrest)
{
    unrest.changedBits = (unrest.changedBits << 1U) & Unrest::kMostBits;
}

void judgeFlapping(Unrest &unrest, bool raised, Ms now)
{
    const int weighted = weightedChange(unrest.changedBits);
    const int changes = changesWithin(unrest, now);
    if (raised && (changes >= kFlapChanges || weighted * 5 >= kShareOfOne)) { // 20 %
        unrest.flapping = true;
    } else if (unrest.flapping && changes < kFlapChanges && weighted * 20 < kShareOfOne) { // 5 %
        unrest.flapping = false;
    }
}

void forgetSamples(Life &life)
{
    life.samples = 0;
    life.samplesSince = 0;
}

// What a person does with an active alarm does not break the row of clear samples.
void enter(Life &life, State state, Ms now)
{
    if (!isActive(life.state) || !isActive(state)) {
        forgetSamples(life);
    }
    life.state = state;
    life.since = now;
    if (state == State::ActiveUnacknowledged) {
        life.until = 0;
        life.levelAt.reset();
        life.repeats = 0;
        life.ladder = -1;
        life.unacknowledgedAt = now;
    }
}

Move moveTo(Life &life, State state, Cause cause, Ms now)
{
    const State from = life.state;
    enter(life, state, now);
    return {from, cause};
}

Move raise(Life &life, Ms now)
{
    noteChange(life.unrest, now);
    ++life.occurrence;
    life.raisedAt = now;
    life.notices = 0;
    life.recoveredOnce = false;
    life.byPace = false;
    judgeFlapping(life.unrest, true, now);
    forgetSamples(life);
    return moveTo(life, State::ActiveUnacknowledged, Cause::Raised, now);
}

// A row of samples begins, or goes on where this sample is later than the one before.
void countSample(Life &life, Ms now, Ms &newest)
{
    if (life.samples == 0) {
        life.samples = 1;
        life.samplesSince = now;
    } else if (now > newest) {
        ++life.samples;
    }
    newest = now;
}

bool isSilent(State state)
{
    return state == State::ActiveAcknowledged || state == State::Snoozed;
}

bool worsened(const Life &life, const std::optional<margin::Decimal> &level)
{
    // level <= 0.99 x levelAt, without a quotient
    return isSilent(life.state) && life.levelAt && level && level->mantissa() * 100 <= life.levelAt->mantissa() * 99;
}

std::optional<Move> timer(Life &life, Ms now)
{
    if (!isSilent(life.state) || life.until == 0 || now < life.until) {
        return std::nullopt;
    }
    return moveTo(life, State::ActiveUnacknowledged,
                  life.state == State::Snoozed ? Cause::SnoozeOver : Cause::AckExpired, now);
}

std::optional<Move> blind(Life &life, Ms now)
{
    switch (life.state) {
    case State::Disarmed:
    case State::Normal:
    case State::Pending: return moveTo(life, State::Unknown, Cause::Judged, now);
    case State::Unknown: return std::nullopt;
    case State::ActiveUnacknowledged:
    case State::ActiveAcknowledged:
    case State::Snoozed:
    case State::ClearedUnacknowledged: break;
    }
    life.hold = true;
    forgetSamples(life);
    return std::nullopt;
}

std::optional<Move> clearing(Life &life, const Behaviour &behaviour, Ms now)
{
    countSample(life, now, life.newestSample);
    const bool over = life.samples >= behaviour.clearSamples && now - life.samplesSince >= behaviour.clearAfter;
    if (!over || !behaviour.clears || life.unrest.flapping) {
        return std::nullopt;
    }
    noteChange(life.unrest, now);
    const bool seen = life.state == State::ActiveAcknowledged;
    return moveTo(life, seen || !behaviour.latches ? State::Normal : State::ClearedUnacknowledged, Cause::Cleared, now);
}

std::optional<Move> sampleInPending(Life &life, const Behaviour &behaviour, Observation observation, Ms now)
{
    if (observation != Observation::True) {
        return moveTo(life, State::Normal, Cause::Judged, now);
    }
    countSample(life, now, life.newestSample);
    if (life.samples >= behaviour.raiseSamples && now - life.samplesSince >= behaviour.raiseAfter) {
        return raise(life, now);
    }
    return std::nullopt;
}

std::optional<Move> sampleAtRest(Life &life, const Behaviour &behaviour, Observation observation, Ms now)
{
    const State from = life.state;
    if (observation == Observation::True && behaviour.raiseSamples <= 1 && behaviour.raiseAfter == 0) {
        return raise(life, now);
    }
    if (observation == Observation::True) {
        const Move move = moveTo(life, State::Pending, Cause::Judged, now);
        countSample(life, now, life.newestSample);
        return move;
    }
    if (from != State::Normal) {
        return moveTo(life, State::Normal, Cause::Judged, now);
    }
    return std::nullopt;
}

std::optional<Move> sampleWhileActive(Life &life, const Behaviour &behaviour, Observation observation,
                                      const std::optional<margin::Decimal> &level, Ms now)
{
    if (observation == Observation::True && life.state == State::ActiveAcknowledged && !behaviour.clears
        && life.recoveredOnce) {
        return raise(life, now);
    }
    if (!behaviour.clears
        && observation != Observation::Between) { // also before it is acknowledged: falling again is news in any case
        life.recoveredOnce = observation == Observation::Clear;
    }
    if (observation != Observation::Clear) {
        forgetSamples(life);
    }
    if (worsened(life, level)) {
        return moveTo(life, State::ActiveUnacknowledged, Cause::Worsened, now);
    }
    return observation == Observation::Clear ? clearing(life, behaviour, now) : std::nullopt;
}

std::optional<Move> judged(Life &life, const Behaviour &behaviour, Observation observation,
                           const std::optional<margin::Decimal> &level, Ms now)
{
    life.hold = false;
    if (!behaviour.isBlind || observation == Observation::Clear) { // a valid sample
        startSample(life.unrest);
        judgeFlapping(life.unrest, false, now);
    }
    std::optional<Move> move;
    switch (life.state) {
    case State::Disarmed:
    case State::Unknown:
    case State::Normal: move = sampleAtRest(life, behaviour, observation, now); break;
    case State::Pending: move = sampleInPending(life, behaviour, observation, now); break;
    case State::ActiveUnacknowledged:
    case State::ActiveAcknowledged:
    case State::Snoozed: move = sampleWhileActive(life, behaviour, observation, level, now); break;
    case State::ClearedUnacknowledged:
        if (observation == Observation::True) {
            move = raise(life, now);
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

Moves live(Life &life, const Behaviour &behaviour, Observation observation, const std::optional<margin::Decimal> &level,
           Ms now)
{
    Moves result;
    result.moves[0] = timer(life, now);
    switch (observation) {
    case Observation::Nothing: break;
    case Observation::Gone:
        life.hold = false;
        if (life.state != State::Disarmed) {
            result.moves[1] = moveTo(life, State::Disarmed, Cause::Ended, now);
        }
        break;
    case Observation::Blind: result.moves[1] = blind(life, now); break;
    case Observation::True:
    case Observation::Between:
    case Observation::Clear: result.moves[1] = judged(life, behaviour, observation, level, now); break;
    }
    return result;
}

std::optional<Ms> clearsAt(const Life &life, const Behaviour &behaviour)
{
    const bool waits = isActive(life.state) && life.samples > 0 && behaviour.clears && !behaviour.isBlind && !life.hold
        && !life.unrest.flapping;
    return waits ? std::optional(life.samplesSince + behaviour.clearAfter) : std::nullopt;
}

std::optional<Move> acknowledge(Life &life, const Behaviour &behaviour, const std::optional<margin::Decimal> &level,
                                Request request)
{
    if (request.made < life.raisedAt) {
        return std::nullopt; // of an occurrence before this one
    }
    if (life.state == State::ClearedUnacknowledged || (isActive(life.state) && behaviour.endsWhenAcknowledged)) {
        life.hold = false;
        return moveTo(life, State::Normal, Cause::Acknowledged, request.now);
    }
    const bool ends = behaviour.ackLasts > 0;
    const bool isOver = ends && request.made + behaviour.ackLasts <= request.now;
    if ((life.state != State::ActiveUnacknowledged && life.state != State::Snoozed)
        || request.made < life.unacknowledgedAt || isOver) {
        return std::nullopt;
    }
    const Move move = moveTo(life, State::ActiveAcknowledged, Cause::Acknowledged, request.now);
    life.until = ends ? request.made + behaviour.ackLasts : 0;
    life.levelAt = level;
    return move;
}

std::optional<Move> snooze(Life &life, const Behaviour &behaviour, Ms span, const std::optional<margin::Decimal> &level,
                           Request request)
{
    const bool allowed = life.state == State::ActiveUnacknowledged || life.state == State::ActiveAcknowledged;
    const Ms until = request.made + std::min(span, behaviour.snoozeMax);
    if (!allowed || until <= request.now // over already, or it never had a length
        || request.made < std::max(life.raisedAt, life.unacknowledgedAt)) {
        return std::nullopt;
    }
    const Move move = moveTo(life, State::Snoozed, Cause::SnoozedByPerson, request.now);
    life.until = until;
    life.levelAt = level;
    return move;
}

std::optional<Move> handle(Life &life, const Behaviour &behaviour, Observation last,
                           const std::optional<margin::Decimal> &level, Request request)
{
    if (behaviour.clears || !isActive(life.state) || request.made < life.raisedAt) {
        return std::nullopt;
    }
    const bool isOver = (last == Observation::Between || last == Observation::Clear) && !life.hold;
    if (!isOver) {
        return acknowledge(life, behaviour, level, request);
    }
    return moveTo(life, State::Normal, Cause::Handled, request.now);
}

std::optional<Move> breakSilence(Life &life, Cause cause, Ms now)
{
    return isSilent(life.state) ? std::optional(moveTo(life, State::ActiveUnacknowledged, cause, now)) : std::nullopt;
}

} // namespace plimsoll::alarm
