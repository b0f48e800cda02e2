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
    Ms first = 0;
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

std::int64_t changesInHalfAnHour(const NaiveAlarms::Life &life, Ms now)
{
    return std::ranges::count_if(life.turns, [now](const auto &turn) { return now - turn.time <= 30 * kMinute; });
}

// weights 0.75 to 1.25 times 1900, so that they are whole numbers; 20 intervals make 38,000
std::int64_t weightedChange(const NaiveAlarms::Life &life)
{
    std::set<std::int64_t> changed; // how many intervals ago
    for (const NaiveAlarms::Turn &turn : life.turns) {
        changed.insert(life.validSamples - turn.validSamples);
    }
    std::int64_t sum = 0;
    for (const std::int64_t intervalsAgo : changed) {
        sum += intervalsAgo < 20 ? 2375 - 50 * intervalsAgo : 0;
    }
    return sum;
}

} // namespace

NaiveAlarms::Life &NaiveAlarms::lifeOf(const Key &key)
{
    const auto [life, isNew] = m_lives.try_emplace(key);
    if (isNew && numbersOf(key).severity == 0) {
        life->second.state = State::Normal;
    }
    return life->second;
}

void NaiveAlarms::become(Life &life, State state, Ms now)
{
    life.asksSince = state == State::ActiveUnacknowledged ? now : life.asksSince;
    life.moves += life.state != state ? 1 : 0;
    life.state = state;
    life.hold = life.hold && (isActiveState(state) || state == State::ClearedUnacknowledged);
    if (state != State::ActiveAcknowledged && state != State::Snoozed) {
        life.until.reset();
        life.levelSaid.reset();
    }
    life.recovered = life.recovered && isActiveState(state);
}

void NaiveAlarms::endTimes(Life &life, Ms now)
{
    if ((life.state == State::ActiveAcknowledged || life.state == State::Snoozed) && life.until && now >= *life.until) {
        become(life, State::ActiveUnacknowledged, now);
    }
}

void NaiveAlarms::raise(Life &life, Priority priority, Ms now)
{
    life.recovered = false;
    become(life, State::ActiveUnacknowledged, now);
    ++life.moves;
    ++life.occurrence;
    life.raisedAt = now;
    life.priority = priority;
    life.turns.push_back({now, life.validSamples});
    life.flaps = life.flaps || changesInHalfAnHour(life, now) >= 4 || weightedChange(life) >= 7'600;
}

void NaiveAlarms::watchPriority(Life &life, Priority priority, Ms now)
{
    if (!isActiveState(life.state) || priority <= life.priority) {
        return;
    }
    life.priority = priority;
    become(life, State::ActiveUnacknowledged, now);
}

// One step of a life; says whether it was raised.
bool NaiveAlarms::live(Life &life, const Numbers &numbers, Observation what, const Account &account, bool isValid,
                       Ms now)
{
    endTimes(life, now);
    life.seen.push_back({now, what});
    life.judged = true;
    life.validSamples += isValid ? 1 : 0;
    if (life.flaps && isValid && weightedChange(life) < 1'900 && changesInHalfAnHour(life, now) < 4) {
        life.flaps = false;
    }
    if (what == Observation::Gone) {
        become(life, State::Disarmed, now);
        life.hold = false;
        return false;
    }
    if (what == Observation::Blind) {
        if (life.state == State::Disarmed || life.state == State::Normal || life.state == State::Pending) {
            become(life, State::Unknown, now);
        }
        life.hold = life.state != State::Unknown;
        return false;
    }
    life.hold = false;
    if (life.state == State::Disarmed || life.state == State::Unknown) {
        become(life, State::Normal, now);
    }
    if (!numbers.clears && life.state == State::ActiveAcknowledged && life.recovered && what == Observation::True) {
        raise(life, numbers.priority, now);
        return true;
    }
    if (isActiveState(life.state)
        && (what == Observation::Clear
            || what == Observation::True)) { // seen above the bar, whether acknowledged before or after
        life.recovered = what == Observation::Clear;
    }
    const Sample *newest = known(account);
    if (life.levelSaid && newest != nullptr && eightDigits(*newest) * 100 <= *life.levelSaid * 99) {
        become(life, State::ActiveUnacknowledged, now);
        if (what == Observation::Clear) {
            life.seen.pop_back(); // told again: this sample does not speak for the other side
        }
        return false;
    }
    switch (life.state) {
    case State::Normal:
    case State::Pending:
        if (what != Observation::True) {
            become(life, State::Normal, now);
            return false;
        }
        if (lastRow(life.seen, Observation::True).times < numbers.raiseSamples) {
            become(life, State::Pending, now);
            return false;
        }
        raise(life, numbers.priority, now);
        return true;
    case State::ClearedUnacknowledged:
        if (what == Observation::True) {
            raise(life, numbers.priority, now);
            return true;
        }
        return false;
    default: break;
    }
    if (!numbers.clears) {
        return false;
    }
    const Row row = lastRow(life.seen, Observation::Clear);
    if (what == Observation::Clear && row.times >= numbers.clearSamples && now - row.first >= numbers.clearAfter
        && !life.flaps) {
        become(life,
               numbers.latches && life.state != State::ActiveAcknowledged ? State::ClearedUnacknowledged
                                                                          : State::Normal,
               now);
        life.turns.push_back({now, life.validSamples});
    }
    return false;
}

void NaiveAlarms::breakLower(const std::string &account, int severity, Ms now)
{
    for (auto &[key, life] : m_lives) {
        const int own = numbersOf(key).severity;
        if (key.account == account && own > 0 && own < severity
            && (life.state == State::ActiveAcknowledged || life.state == State::Snoozed)) {
            become(life, State::ActiveUnacknowledged, now);
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
        if (live(lifeOf(builtIn), numbersOf(builtIn), what, account, isValid, sample.time)) {
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
        Life &life = lifeOf(key);
        live(life, numbers, what, account, sample.kind == Sample::Kind::Valid && !sample.unpriced, sample.time);
        if (what == Observation::True) {
            watchPriority(life, numbers.priority, sample.time);
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
        if (live(lifeOf(key), numbersOf(key), what, m_accounts[name], isValid, sample.time)) {
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

void NaiveAlarms::tick(Ms now)
{
    for (auto &[key, life] : m_lives) {
        endTimes(life, now);
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
            Life &life = lifeOf(key);
            if (life.state == State::Normal) {
                raise(life, priorityOf(condition, account, now), now);
            }
            watchPriority(life, priorityOf(condition, account, now), now);
        }
    }
}

void NaiveAlarms::setRules(std::vector<Rule> rules)
{
    m_rules = std::move(rules);
    std::erase_if(m_lives, [this](const auto &each) {
        const auto &[key, life] = each;
        const Rule *rule = key.condition == Condition::Custom ? ruleOf(key.detail) : nullptr;
        return key.condition == Condition::Custom && (rule == nullptr || !isOurs(*rule, key.account));
    });
}

void NaiveAlarms::acknowledge(const std::string &account, std::optional<Condition> condition, Ms made, Ms now)
{
    m_undo.clear();
    for (auto &[key, life] : m_lives) {
        if ((account != "*" && key.account != account) || (condition && key.condition != *condition)
            || made < life.raisedAt) {
            continue;
        }
        const Life before = life;
        const Numbers numbers = numbersOf(key);
        if (life.state == State::ClearedUnacknowledged) {
            become(life, State::Normal, now);
        } else if ((life.state == State::ActiveUnacknowledged || life.state == State::Snoozed) && made >= life.asksSince
                   && (!numbers.ack || made + *numbers.ack > now)) {
            become(life, State::ActiveAcknowledged, now);
            life.until = numbers.ack ? std::optional(made + *numbers.ack) : std::nullopt;
            const Sample *last = numbers.severity > 0 ? known(m_accounts[key.account]) : nullptr;
            life.levelSaid = last != nullptr ? std::optional(eightDigits(*last)) : std::nullopt;
        } else {
            continue;
        }
        m_undo.push_back({key, before, life.moves});
    }
}

void NaiveAlarms::undo()
{
    for (const Undo &each : m_undo) {
        const auto life = m_lives.find(each.key);
        if (life != m_lives.end() && life->second.moves == each.movesAfter) {
            life->second.state = each.before.state;
            ++life->second.moves;
            life->second.until = each.before.until;
            life->second.levelSaid = each.before.levelSaid;
        }
    }
    m_undo.clear();
}

void NaiveAlarms::snooze(const std::string &account, Ms span, Ms made, Ms now)
{
    for (auto &[key, life] : m_lives) {
        const Numbers numbers = numbersOf(key);
        if ((account != "*" && key.account != account) || numbers.snooze == 0 || made < life.raisedAt
            || made < life.asksSince || made + std::min(span, numbers.snooze) <= now
            || (life.state != State::ActiveUnacknowledged && life.state != State::ActiveAcknowledged)) {
            continue;
        }
        become(life, State::Snoozed, now);
        life.until = made + std::min(span, numbers.snooze);
        const Sample *last = numbers.severity > 0 ? known(m_accounts[key.account]) : nullptr;
        life.levelSaid = last != nullptr ? std::optional(eightDigits(*last)) : std::nullopt;
    }
}

void NaiveAlarms::handle(const std::string &account, Ms made, Ms now)
{
    for (auto &[key, life] : m_lives) {
        if ((account != "*" && key.account != account) || key.condition != Condition::Liquidation
            || !isActiveState(life.state) || made < life.raisedAt) {
            continue;
        }
        if (life.judged && !life.hold && life.seen.back().what != Observation::True) {
            become(life, State::Normal, now);
        } else if (life.state == State::ActiveUnacknowledged
                   && made >= life.asksSince) { // it is true, or nobody can say
            become(life, State::ActiveAcknowledged, now);
            const Sample *last = known(m_accounts[key.account]);
            life.levelSaid = last != nullptr ? std::optional(eightDigits(*last)) : std::nullopt;
        }
    }
}

void NaiveAlarms::restart(Ms shift)
{
    std::erase_if(m_lives, [](const auto &each) {
        const State state = each.second.state;
        return state == State::Disarmed || state == State::Unknown || state == State::Normal;
    });
    for (auto &[key, life] : m_lives) {
        life.judged = false;
        life.raisedAt += shift;
        life.asksSince += shift;
        life.until = life.until ? std::optional(*life.until + shift) : std::nullopt;
        for (Seen &seen : life.seen) {
            seen.time += shift;
        }
        for (Turn &turn : life.turns) {
            turn.time += shift;
        }
    }
    m_accounts.clear();
    m_undo.clear();
}

} // namespace plimsoll::test
