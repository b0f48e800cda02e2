// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/accountalarms.h"

#include "alarm/observation.h"
#include "margin/leveltext.h"

#include <algorithm>
#include <span>

namespace plimsoll::alarm {

using margin::Decimal;

namespace {

constexpr std::size_t kCall = 1;
constexpr std::size_t kCritical = 2;
constexpr Ms kNarrowClear = 5 * kMinute;

bool atRest(const Alarm &alarm)
{
    const bool quiet = alarm.state == State::Normal || alarm.state == State::Disarmed;
    return quiet && alarm.flaps.changedBits == 0 && !alarm.flaps.flapping;
}

} // namespace

AccountAlarms::AccountAlarms(std::string account, Ms period)
    : m_account(std::move(account))
    , m_call(alarm::behaviourOf(Condition::Call))
    , m_critical(alarm::behaviourOf(Condition::Critical))
    , m_blindness(period)
{
    for (Alarm &alarm : std::span(m_builtIn).subspan(kFirstBlindness)) {
        alarm.state = State::Normal;
    }
}

Key AccountAlarms::builtInKey(std::size_t index) const
{
    return {m_account, kConditionOf[index], {}};
}

const Behaviour &AccountAlarms::behaviour(std::size_t index) const
{
    if (index == kCall) {
        return m_call;
    }
    return index == kCritical ? m_critical : alarm::behaviourOf(kConditionOf[index]);
}

void AccountAlarms::setRules(const std::vector<Rule> &all, BootTime now, std::vector<Change> &changes)
{
    std::vector<Own> own;
    for (const Rule &rule : all) {
        if (!rule.enabled || !concerns(rule, m_account)) {
            continue;
        }
        const auto known = std::ranges::find_if(m_own, [&rule](const Own &o) { return o.rule == rule; });
        own.push_back(known == m_own.end() ? Own {rule, {}, Observation::Nothing} : *known);
    }
    m_own.swap(own);
    for (Own &old : own) {
        const bool stays = std::ranges::any_of(m_own, [&old](const Own &o) { return o.rule == old.rule; });
        const auto next = std::ranges::find_if(m_own, [&old](const Own &o) { return o.rule.id == old.rule.id; });
        if (!stays) { // gone, or changed: what it said before is over
            apply({m_account, Condition::Custom, old.rule.id}, old.alarm, alarm::behaviourOf(old.rule.stage),
                  Observation::Gone, now, changes);
            if (next != m_own.end()) {
                next->alarm.occurrence = old.alarm.occurrence;
            }
        }
    }
    refreshCalm();
}

void AccountAlarms::takeSums(const Sample &sample)
{
    if (m_thresholds != sample.thresholds) {
        m_thresholds = sample.thresholds;
        m_bars = barsOf(m_thresholds);
        m_call = alarm::behaviourOf(Condition::Call);
        m_critical = alarm::behaviourOf(Condition::Critical);
        m_call.clearAfter = m_bars.narrow ? kNarrowClear : m_call.clearAfter;
        m_critical.clearAfter = m_bars.criticalNarrow ? kNarrowClear : m_critical.clearAfter;
    }
    if (sample.judgeable() && sample.level.hasDebt()) {
        m_newest = sample.level;
        m_level.reset();
    } else if (sample.kind == Sample::Kind::NoDebt || sample.kind == Sample::Kind::Closed) {
        m_newest.reset();
        m_level.reset();
        m_window.clear();
    }
}

const std::optional<Decimal> &AccountAlarms::level() const
{
    if (m_newest && !m_level) {
        m_level = m_newest->printed();
    }
    return m_level;
}

bool AccountAlarms::nearCall() const
{
    return m_newest && *m_newest <= m_bars.nearCall;
}

void AccountAlarms::judge(const Sample &sample, std::vector<Change> &changes)
{
    if (m_seen && sample.time < m_time) {
        return;
    }
    takeSums(sample);
    m_seen = true;
    m_judged = m_judged
        || (sample.kind != Sample::Kind::Stale && sample.kind != Sample::Kind::Frozen
            && sample.kind != Sample::Kind::Incomplete);
    m_time = sample.time;
    m_blindness.take(sample);
    const BootTime now = sample.time;
    constexpr int kFar = 200;
    const bool valid = sample.judgeable() && !sample.unpriced; // a bound that comes and goes with a price is no pace
    if (valid && m_calm && m_own.empty() && m_builtIn.front().state == State::Normal && m_newest
        && *m_newest > std::max(share(m_thresholds.marginCall, kFar), m_bars.watchClear)) {
        return; // far from every bar, and nothing goes on: every condition stays Clear
    }
    std::optional<Ms> pace;
    constexpr int kClose = 120;
    m_near = m_newest && *m_newest <= share(m_thresholds.marginCall, kFar);
    if (valid && m_near) {
        if (*m_newest <= share(m_thresholds.marginCall, kClose)) {
            pace = m_window.reaches(m_bars.liquidation, *level(), now);
        }
        if (m_window.wants(now)) {
            m_window.add(now, *level());
        }
    }
    for (std::size_t next = kFirstBlindness; next > 0; --next) { // worst first: what it breaks is judged after it
        const std::size_t index = next - 1;
        m_last[index] = observe(index, sample, pace.has_value());
        apply(builtInKey(index), m_builtIn[index], behaviour(index), m_last[index], now, changes);
        judgeOwn(severityOf(kConditionOf[index]), sample, changes);
    }
    notePace(sample, pace);
    judgeBlindness(now, true, changes);
    refreshCalm();
}

void AccountAlarms::judgeRules(const Sample &sample, std::vector<Change> &changes)
{
    if (m_seen && sample.time < m_time) {
        return;
    }
    for (const Stage stage : {Stage::Critical, Stage::Call, Stage::Notice}) {
        judgeOwn(severityOf(stage), sample, changes);
    }
    refreshCalm();
}

void AccountAlarms::judgeOwn(int severity, const Sample &sample, std::vector<Change> &changes)
{
    for (Own &own : m_own) {
        if (severityOf(own.rule.stage) == severity) {
            own.last = alarm::observe(own.rule, sample, sample.thresholds.marginCall);
            apply({m_account, Condition::Custom, own.rule.id}, own.alarm, alarm::behaviourOf(own.rule.stage), own.last,
                  sample.time, changes);
        }
    }
}

// What a Critical alarm stands for: its bar, or only the pace at which the level falls towards liquidation.
void AccountAlarms::notePace(const Sample &sample, const std::optional<Ms> &pace)
{
    if (!sample.judgeable()) {
        return;
    }
    Alarm &alarm = m_builtIn[kCritical];
    m_liquidationAt = pace ? std::optional(sample.time + *pace) : std::nullopt;
    const bool isRaised = alarm.state == State::ActiveUnacknowledged && alarm.raisedAt == sample.time;
    const bool isAtBar = sample.level <= m_bars.critical;
    alarm.byPace = !isAtBar && (isRaised || alarm.byPace);
}

Observation AccountAlarms::observe(std::size_t index, const Sample &sample, bool projected) const
{
    if (sample.kind == Sample::Kind::NoDebt || sample.kind == Sample::Kind::Closed) {
        return Observation::Gone;
    }
    if (!sample.judgeable()) {
        return Observation::Blind;
    }
    const std::array bars {m_bars.watch, m_bars.call, m_bars.critical, m_bars.liquidation};
    const std::array clears {m_bars.watchClear, m_bars.callClear, m_bars.criticalClear, m_bars.liquidationClear};
    if (sample.level <= bars[index] || (index == kCritical && projected)) {
        return Observation::True;
    }
    return sample.level > clears[index] ? Observation::Clear : Observation::Between;
}

void AccountAlarms::judgeBlindness(BootTime now, bool isSample, std::vector<Change> &changes)
{
    for (std::size_t index = kFirstBlindness; index < kBuiltIn; ++index) {
        Alarm &alarm = m_builtIn[index];
        const bool wasActive = isActive(alarm.state);
        Observation observation = m_blindness.observe(kConditionOf[index], now);
        if (!isSample && observation != Observation::True) {
            observation = Observation::Nothing; // only a sample can clear
        }
        m_last[index] = observation;
        apply(builtInKey(index), alarm, behaviour(index), observation, now, changes);
        if (!isActive(alarm.state) || observation != Observation::True) {
            continue;
        }
        const Priority priority = m_blindness.priority(kConditionOf[index], nearCall(), now);
        const bool rises = wasActive && priority > alarm.priority;
        alarm.priority = wasActive ? std::max(alarm.priority, priority) : priority;
        if (const State from = alarm.state; rises) {
            alarm.unacknowledgedAt = now; // what was said before was said of less
            if (const auto broken = breakSilence(alarm, Cause::Worsened, now)) {
                changes.push_back(
                    {builtInKey(index), from, alarm.state, broken->cause, alarm.occurrence, now, level()});
            }
        }
    }
}

void AccountAlarms::apply(const Key &key, Alarm &alarm, const Behaviour &behaviour, Observation observation,
                          BootTime now, std::vector<Change> &changes)
{
    const bool restsThrough = alarm.state == State::Normal && observation != Observation::True
        && observation != Observation::Blind && observation != Observation::Gone && alarm.flaps.changedBits == 0
        && !alarm.flaps.flapping;
    if (restsThrough) {
        return;
    }
    const bool hasLevel = isActive(alarm.state)
        && !isBlindness(key.condition); // of a level that cannot be known nothing gets worse
    const bool held = alarm.hold;
    const auto moves = live(alarm, behaviour, observation, hasLevel ? level() : std::nullopt, now);
    if (alarm.hold != held) {
        m_holds.push_back(key);
    }
    if (!isBlindness(key.condition)) {
        alarm.priority = behaviour.priority;
    }
    for (std::size_t i = 0; i < moves.moves.size(); ++i) {
        if (const auto &move = moves.moves[i]) {
            changes.push_back({key, move->from, moves.after(i, alarm), move->cause, alarm.occurrence, now, level()});
            if (move->cause == Cause::Raised && !isBlindness(key.condition)) {
                breakLower(severity(key), now, changes);
            }
        }
    }
}

void AccountAlarms::breakLower(int worse, BootTime now, std::vector<Change> &changes)
{
    const auto breakOne = [&](const Key &key, Alarm &alarm) {
        if (severity(key) >= worse) {
            return;
        }
        const State from = alarm.state;
        if (breakSilence(alarm, Cause::WorseBar, now)) {
            changes.push_back({key, from, alarm.state, Cause::WorseBar, alarm.occurrence, now, level()});
        }
    };
    for (const std::size_t i : kLevelAlarms) {
        breakOne(builtInKey(i), m_builtIn[i]);
    }
    for (Own &own : m_own) {
        breakOne({m_account, Condition::Custom, own.rule.id}, own.alarm);
    }
}

void AccountAlarms::tick(BootTime now, std::vector<Change> &changes)
{
    each([&](const Key &key, Alarm &alarm, const Behaviour &behaviour, Observation) {
        if (!isBlindness(key.condition)) {
            apply(key, alarm, behaviour, Observation::Nothing, now, changes);
        }
    });
    judgeBlindness(now, false, changes);
    refreshCalm();
}

void AccountAlarms::end(BootTime now, std::vector<Change> &changes)
{
    each([&](const Key &key, Alarm &alarm, const Behaviour &behaviour, Observation) {
        apply(key, alarm, behaviour, Observation::Gone, now, changes);
    });
    refreshCalm();
}

void AccountAlarms::takeHolds(std::vector<Key> &keys)
{
    keys.insert(keys.end(), std::make_move_iterator(m_holds.begin()), std::make_move_iterator(m_holds.end()));
    m_holds.clear();
}

void AccountAlarms::put(const Key &key, const Alarm &alarm)
{
    if (Alarm *place = find(key)) {
        *place = alarm;
    }
    refreshCalm();
}

Alarm *AccountAlarms::find(const Key &key)
{
    if (key.condition == Condition::Custom) {
        const auto own = std::ranges::find_if(m_own, [&key](const Own &o) { return o.rule.id == key.detail; });
        return own == m_own.end() ? nullptr : &own->alarm;
    }
    const auto index = std::ranges::find(kConditionOf, key.condition);
    return index == kConditionOf.end() ? nullptr : &m_builtIn[static_cast<std::size_t>(index - kConditionOf.begin())];
}

const Alarm *AccountAlarms::find(const Key &key) const
{
    return const_cast<AccountAlarms *>(this)->find(
        key); // NOLINT(cppcoreguidelines-pro-type-const-cast): one search, two views
}

const AccountAlarms::Own *AccountAlarms::ownOf(const Key &key) const
{
    const auto own = std::ranges::find_if(m_own, [&key](const Own &o) { return o.rule.id == key.detail; });
    return own == m_own.end() ? nullptr : &*own;
}

int AccountAlarms::severity(const Key &key) const
{
    if (key.condition != Condition::Custom) {
        return severityOf(key.condition);
    }
    const Own *own = ownOf(key);
    return own == nullptr ? 0 : severityOf(own->rule.stage);
}

// A person's own rule speaks for nothing but itself, and what has recovered hides nothing; but while nobody has seen
// it, it is told all the same, and an early warning need not be.
bool AccountAlarms::speaksFor(int severity, std::size_t index) const
{
    const Alarm &alarm = m_builtIn[index];
    const bool recovered = m_last[index] == Observation::Clear || alarm.recoveredOnce;
    const bool isLouder = severity == severityOf(Condition::Watch) && alarm.state == State::ActiveUnacknowledged;
    return isActive(alarm.state) && (!recovered || isLouder);
}

bool AccountAlarms::folded(const Key &key) const
{
    const int rank = severity(key);
    const Own *own = key.condition == Condition::Custom ? ownOf(key) : nullptr;
    if (rank == 0 || (own != nullptr && isPriceKind(own->rule.kind))) { // a price is not about the level
        return false;
    }
    return std::ranges::any_of(
        kLevelAlarms, [this, rank](std::size_t i) { return severityOf(kConditionOf[i]) > rank && speaksFor(rank, i); });
}

// A margin call or worse that has not recovered by its newest observation.
bool AccountAlarms::isInCall() const
{
    return std::ranges::any_of(kLevelAlarms, [this](std::size_t i) {
        return severityOf(kConditionOf[i]) >= severityOf(Condition::Call) && isActive(m_builtIn[i].state)
            && m_last[i] != Observation::Clear;
    });
}

Outlook AccountAlarms::outlook(const Key &key) const
{
    Outlook outlook;
    const Alarm *alarm = find(key);
    if (alarm == nullptr) {
        return outlook;
    }
    const Own *own = key.condition == Condition::Custom ? ownOf(key) : nullptr;
    const auto index = std::ranges::find(kConditionOf, key.condition);
    if (own != nullptr) {
        outlook.clearsAt = clearsAt(*alarm, alarm::behaviourOf(own->rule.stage));
    } else if (index != kConditionOf.end()) {
        outlook.clearsAt = clearsAt(*alarm, behaviour(static_cast<std::size_t>(index - kConditionOf.begin())));
    }
    const bool isAboutPrice = own != nullptr && isPriceKind(own->rule.kind);
    if (severity(key) > 0 && !isAboutPrice && isInCall()) {
        outlook.clearsAt.reset(); // its own bar is behind it, but the level is not safe
    }
    if (key.condition == Condition::Critical && isActive(alarm->state) && alarm->byPace && !outlook.clearsAt) {
        outlook.liquidationAt = m_liquidationAt;
    }
    return outlook;
}

bool AccountAlarms::anyHigh() const
{
    const auto isHigh = [](const Alarm &alarm, Priority priority) {
        return priority >= Priority::High && isActive(alarm.state);
    };
    for (const std::size_t i : kLevelAlarms) {
        if (isHigh(m_builtIn[i], behaviour(i).priority)) {
            return true;
        }
    }
    return std::ranges::any_of(
        m_own, [&](const Own &own) { return isHigh(own.alarm, alarm::behaviourOf(own.rule.stage).priority); });
}

void AccountAlarms::refreshCalm()
{
    m_calm = !m_near && !m_blindness.ages() && std::ranges::all_of(m_builtIn, atRest)
        && std::ranges::all_of(m_own, [](const Own &own) { return atRest(own.alarm); });
}

} // namespace plimsoll::alarm
