// SPDX-License-Identifier: GPL-3.0-or-later
#include "naivealarm.h"

#include <algorithm>
#include <set>

namespace plimsoll::test {

using namespace alarm;

namespace {

bool isActiveState(State state)
{
    return state == State::ActiveUnacknowledged || state == State::ActiveAcknowledged || state == State::Snoozed;
}

// the last unbroken row of one observation: how many different times, and the first
struct Row {
    std::size_t times = 0;
    BootTime first;
};

Row lastRow(const std::vector<NaiveAlarms::Seen> &seen, Observation what)
{
    Row row;
    for (auto each = seen.rbegin(); each != seen.rend() && each->what == what; ++each) {
        if (row.times == 0 || each->time != row.first) {
            ++row.times;
        }
        row.first = each->time;
    }
    return row;
}

std::int64_t changesInHalfAnHour(const NaiveAlarms::Alarm &alarm, BootTime now)
{
    return std::ranges::count_if(alarm.turns, [now](const auto &turn) { return now - turn.time <= 30 * kMinute; });
}

// weights 0.75 to 1.25 times 1900, so that they are whole numbers; 20 intervals make 38,000
std::int64_t weightedChange(const NaiveAlarms::Alarm &alarm)
{
    std::set<std::int64_t> changed; // how many intervals ago
    for (const NaiveAlarms::Turn &turn : alarm.turns) {
        changed.insert(alarm.validSamples - turn.validSamples);
    }
    std::int64_t sum = 0;
    for (const std::int64_t intervalsAgo : changed) {
        sum += intervalsAgo < 20 ? 2375 - 50 * intervalsAgo : 0;
    }
    return sum;
}

} // namespace

NaiveAlarms::Alarm &NaiveAlarms::alarmOf(const Key &key)
{
    const auto [alarm, isNew] = m_lives.try_emplace(key);
    if (isNew && numbersOf(key).severity == 0) {
        alarm->second.state = State::Normal;
    }
    return alarm->second;
}

void NaiveAlarms::become(Alarm &alarm, State state, BootTime now)
{
    alarm.asksSince = state == State::ActiveUnacknowledged ? now : alarm.asksSince;
    alarm.moves += alarm.state != state ? 1 : 0;
    alarm.state = state;
    alarm.hold = alarm.hold && (isActiveState(state) || state == State::ClearedUnacknowledged);
    if (state != State::ActiveAcknowledged && state != State::Snoozed) {
        alarm.until.reset();
        alarm.levelSaid.reset();
    }
    alarm.recovered = alarm.recovered && isActiveState(state);
}

void NaiveAlarms::endTimes(Alarm &alarm, BootTime now)
{
    if ((alarm.state == State::ActiveAcknowledged || alarm.state == State::Snoozed) && alarm.until
        && now >= *alarm.until) {
        become(alarm, State::ActiveUnacknowledged, now);
    }
}

void NaiveAlarms::raise(Alarm &alarm, Priority priority, BootTime now)
{
    alarm.recovered = false;
    become(alarm, State::ActiveUnacknowledged, now);
    ++alarm.moves;
    ++alarm.occurrence;
    alarm.raisedAt = now;
    alarm.priority = priority;
    alarm.turns.push_back({now, alarm.validSamples});
    alarm.flaps = alarm.flaps || changesInHalfAnHour(alarm, now) >= 4 || weightedChange(alarm) >= 7'600;
}

void NaiveAlarms::watchPriority(Alarm &alarm, Priority priority, BootTime now)
{
    if (!isActiveState(alarm.state) || priority <= alarm.priority) {
        return;
    }
    alarm.priority = priority;
    become(alarm, State::ActiveUnacknowledged, now);
}

// One step of an alarm; says whether it was raised.
bool NaiveAlarms::live(Alarm &alarm, const Numbers &numbers, Observation what, const Account &account, bool isValid,
                       BootTime now)
{
    endTimes(alarm, now);
    alarm.seen.push_back({now, what});
    alarm.judged = true;
    alarm.validSamples += isValid ? 1 : 0;
    if (alarm.flaps && isValid && weightedChange(alarm) < 1'900 && changesInHalfAnHour(alarm, now) < 4) {
        alarm.flaps = false;
    }
    if (what == Observation::Gone) {
        become(alarm, State::Disarmed, now);
        alarm.hold = false;
        return false;
    }
    if (what == Observation::Blind) {
        if (alarm.state == State::Disarmed || alarm.state == State::Normal || alarm.state == State::Pending) {
            become(alarm, State::Unknown, now);
        }
        alarm.hold = alarm.state != State::Unknown;
        return false;
    }
    alarm.hold = false;
    if (alarm.state == State::Disarmed || alarm.state == State::Unknown) {
        become(alarm, State::Normal, now);
    }
    if (!numbers.clears && alarm.state == State::ActiveAcknowledged && alarm.recovered && what == Observation::True) {
        raise(alarm, numbers.priority, now);
        return true;
    }
    if (isActiveState(alarm.state)
        && (what == Observation::Clear
            || what == Observation::True)) { // seen above the bar, whether acknowledged before or after
        alarm.recovered = what == Observation::Clear;
    }
    const Sample *newest = known(account);
    if (alarm.levelSaid && newest != nullptr && eightDigits(*newest) * 100 <= *alarm.levelSaid * 99) {
        become(alarm, State::ActiveUnacknowledged, now);
        if (what == Observation::Clear) {
            alarm.seen.pop_back(); // told again: this sample does not speak for the other side
        }
        return false;
    }
    const bool isSilent = alarm.state == State::ActiveAcknowledged || alarm.state == State::Snoozed;
    if (isSilent && !alarm.levelSaid && newest != nullptr && numbers.severity > 0) {
        alarm.levelSaid = eightDigits(*newest);
    }
    switch (alarm.state) {
    case State::Normal:
    case State::Pending:
        if (what != Observation::True) {
            become(alarm, State::Normal, now);
            return false;
        }
        if (lastRow(alarm.seen, Observation::True).times < numbers.raiseSamples) {
            become(alarm, State::Pending, now);
            return false;
        }
        raise(alarm, numbers.priority, now);
        return true;
    case State::ClearedUnacknowledged:
        if (what == Observation::True) {
            raise(alarm, numbers.priority, now);
            return true;
        }
        return false;
    default: break;
    }
    if (!numbers.clears) {
        return false;
    }
    const Row row = lastRow(alarm.seen, Observation::Clear);
    if (what == Observation::Clear && row.times >= numbers.clearSamples && now - row.first >= numbers.clearAfter
        && !alarm.flaps) {
        become(alarm,
               numbers.latches && alarm.state != State::ActiveAcknowledged ? State::ClearedUnacknowledged
                                                                           : State::Normal,
               now);
        alarm.turns.push_back({now, alarm.validSamples});
    }
    return false;
}

void NaiveAlarms::breakLower(const std::string &account, int severity, BootTime now)
{
    for (auto &[key, alarm] : m_lives) {
        const int own = numbersOf(key).severity;
        if (key.account == account && own > 0 && own < severity
            && (alarm.state == State::ActiveAcknowledged || alarm.state == State::Snoozed)) {
            become(alarm, State::ActiveUnacknowledged, now);
        }
    }
}

void NaiveAlarms::judge(const std::string &name, const Sample &sample)
{
    Account &account = m_accounts[name];
    if (!account.samples.empty() && sample.time < account.samples.back().time) {
        return;
    }
    account.samples.push_back(sample);
    for (int severity = 4; severity > 0; --severity) {
        const auto condition = static_cast<Condition>(severity - 1);
        const Key builtIn {name, condition, {}};
        const Observation what = observeLevel(condition, account);
        const bool isValid = what != Observation::Blind && what != Observation::Gone;
        if (live(alarmOf(builtIn), numbersOf(builtIn), what, account, isValid, sample.time)) {
            breakLower(name, severity, sample.time);
        }
        judgeOwn(name, severity, sample);
    }
    for (const Condition condition : {Condition::Stale, Condition::Frozen, Condition::Incomplete}) {
        const Key key {name, condition, {}};
        const Observation what = observeBlindness(condition, sample, sample.time);
        Numbers numbers = numbersOf(key);
        if (what == Observation::True) {
            numbers.priority = priorityOf(condition, account, sample.time);
        }
        Alarm &alarm = alarmOf(key);
        live(alarm, numbers, what, account, sample.kind == Sample::Kind::Valid && !sample.unpriced, sample.time);
        if (what == Observation::True) {
            watchPriority(alarm, numbers.priority, sample.time);
        }
    }
    if (sample.kind == Sample::Kind::NoDebt || sample.kind == Sample::Kind::Closed) {
        account.remembered.clear(); // a level of other debts
    }
    if (isMemorable(account)) {
        account.remembered.emplace_back(sample.time, eightDigits(sample));
    }
}

bool NaiveAlarms::isOurs(const Rule &rule, const std::string &account)
{
    if (!rule.enabled) {
        return false;
    }
    const bool isPrice = rule.kind == Rule::Kind::PriceBelow || rule.kind == Rule::Kind::PriceAbove;
    if (isPrice || account.empty()) { // a price for every account is one for none
        return isPrice && rule.account == account;
    }
    return rule.account.empty() || rule.account == account;
}

// A person's own rules of one severity.
void NaiveAlarms::judgeOwn(const std::string &name, int severity, const Sample &sample)
{
    for (const Rule &rule : m_rules) {
        const Key key {name, Condition::Custom, rule.id};
        if (!isOurs(rule, name) || numbersOf(key).severity != severity) {
            continue;
        }
        const Observation what = observeRule(rule, sample);
        const bool isValid = what != Observation::Blind
            && what != Observation::Gone; // a price alarm needs its price only
        if (live(alarmOf(key), numbersOf(key), what, m_accounts[name], isValid, sample.time)) {
            breakLower(name, severity, sample.time);
        }
    }
}

void NaiveAlarms::judgeRules(const std::string &name, const Sample &sample)
{
    const Account &account = m_accounts[name];
    if (!account.samples.empty() && sample.time < account.samples.back().time) {
        return;
    }
    for (int severity = 3; severity > 0; --severity) {
        judgeOwn(name, severity, sample);
    }
}

void NaiveAlarms::tick(BootTime now)
{
    for (auto &[key, alarm] : m_lives) {
        endTimes(alarm, now);
    }
    for (auto &[name, account] : m_accounts) {
        if (account.samples.empty()) {
            continue;
        }
        for (const Condition condition : {Condition::Stale, Condition::Frozen}) {
            const Key key {name, condition, {}};
            if (observeBlindness(condition, account.samples.back(), now) != Observation::True) {
                continue;
            }
            Alarm &alarm = alarmOf(key);
            if (alarm.state == State::Normal) {
                raise(alarm, priorityOf(condition, account, now), now);
            }
            watchPriority(alarm, priorityOf(condition, account, now), now);
        }
    }
}

void NaiveAlarms::setRules(std::vector<Rule> rules)
{
    m_rules = std::move(rules);
    std::erase_if(m_lives, [this](const auto &each) {
        const auto &[key, alarm] = each;
        const Rule *rule = key.condition == Condition::Custom ? ruleOf(key.detail) : nullptr;
        return key.condition == Condition::Custom && (rule == nullptr || !isOurs(*rule, key.account));
    });
}

void NaiveAlarms::acknowledge(const std::string &account, std::optional<Condition> condition, BootTime made,
                              BootTime now)
{
    m_undo.clear();
    for (auto &[key, alarm] : m_lives) {
        if ((account != "*" && key.account != account) || (condition && key.condition != *condition)
            || made < alarm.raisedAt) {
            continue;
        }
        const Alarm before = alarm;
        const Numbers numbers = numbersOf(key);
        if (alarm.state == State::ClearedUnacknowledged) {
            become(alarm, State::Normal, now);
        } else if ((alarm.state == State::ActiveUnacknowledged || alarm.state == State::Snoozed)
                   && made >= alarm.asksSince && (!numbers.ack || made + *numbers.ack > now)) {
            become(alarm, State::ActiveAcknowledged, now);
            alarm.until = numbers.ack ? std::optional(made + *numbers.ack) : std::nullopt;
            const Sample *last = numbers.severity > 0 ? known(m_accounts[key.account]) : nullptr;
            alarm.levelSaid = last != nullptr ? std::optional(eightDigits(*last)) : std::nullopt;
        } else {
            continue;
        }
        m_undo.push_back({key, before, alarm.moves});
    }
}

void NaiveAlarms::undo()
{
    for (const Undo &each : m_undo) {
        const auto alarm = m_lives.find(each.key);
        if (alarm != m_lives.end() && alarm->second.moves == each.movesAfter) {
            alarm->second.state = each.before.state;
            ++alarm->second.moves;
            alarm->second.until = each.before.until;
            alarm->second.levelSaid = each.before.levelSaid;
        }
    }
    m_undo.clear();
}

void NaiveAlarms::snooze(const std::string &account, Ms span, BootTime made, BootTime now)
{
    for (auto &[key, alarm] : m_lives) {
        const Numbers numbers = numbersOf(key);
        if ((account != "*" && key.account != account) || numbers.snooze == 0 || made < alarm.raisedAt
            || made < alarm.asksSince || made + std::min(span, numbers.snooze) <= now
            || (alarm.state != State::ActiveUnacknowledged && alarm.state != State::ActiveAcknowledged)) {
            continue;
        }
        become(alarm, State::Snoozed, now);
        alarm.until = made + std::min(span, numbers.snooze);
        const Sample *last = numbers.severity > 0 ? known(m_accounts[key.account]) : nullptr;
        alarm.levelSaid = last != nullptr ? std::optional(eightDigits(*last)) : std::nullopt;
    }
}

void NaiveAlarms::handle(const std::string &account, BootTime made, BootTime now)
{
    for (auto &[key, alarm] : m_lives) {
        if ((account != "*" && key.account != account) || key.condition != Condition::Liquidation
            || !isActiveState(alarm.state) || made < alarm.raisedAt) {
            continue;
        }
        if (alarm.judged && !alarm.hold && alarm.seen.back().what != Observation::True) {
            become(alarm, State::Normal, now);
        } else if (alarm.state == State::ActiveUnacknowledged
                   && made >= alarm.asksSince) { // it is true, or nobody can say
            become(alarm, State::ActiveAcknowledged, now);
            const Sample *last = known(m_accounts[key.account]);
            alarm.levelSaid = last != nullptr ? std::optional(eightDigits(*last)) : std::nullopt;
        }
    }
}

void NaiveAlarms::restart(Ms shift)
{
    std::erase_if(m_lives, [](const auto &each) {
        const State state = each.second.state;
        return state == State::Disarmed || state == State::Unknown || state == State::Normal;
    });
    for (auto &[key, alarm] : m_lives) {
        alarm.judged = false;
        alarm.raisedAt += shift;
        alarm.asksSince += shift;
        alarm.until = alarm.until ? std::optional(*alarm.until + shift) : std::nullopt;
        for (Seen &seen : alarm.seen) {
            seen.time += shift;
        }
        for (Turn &turn : alarm.turns) {
            turn.time += shift;
        }
    }
    m_accounts.clear();
    m_undo.clear();
}

} // namespace plimsoll::test
