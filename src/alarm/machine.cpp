// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/machine.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace plimsoll::alarm {

namespace {

bool rests(State state)
{
    return state == State::Disarmed || state == State::Unknown || state == State::Normal;
}

// Not an account's: about the program itself, or about a price that belongs to no account.
bool isProgram(const Key &key)
{
    return key.condition > Condition::Incomplete || (key.account.empty() && isBlindness(key.condition));
}

} // namespace

void Machine::setPollPeriod(Ms period)
{
    m_period = period;
    for (auto &[id, account] : m_accounts) {
        account->setPeriod(period);
    }
}

void Machine::setRules(std::vector<Rule> rules, BootTime now)
{
    m_rules = std::move(rules);
    for (auto &[id, account] : m_accounts) {
        account->setRules(m_rules, now, m_changes);
        note(id);
    }
}

AccountAlarms &Machine::accountOf(const std::string &account)
{
    auto &place = m_accounts[account];
    if (!place) {
        place = std::make_unique<AccountAlarms>(account, m_period);
        place->setRules(m_rules, 0, m_changes);
    }
    return *place;
}

// Keeps the set of accounts that time concerns.
void Machine::note(const std::string &account)
{
    m_accounts.at(account)->calm() ? void(m_awake.erase(account)) : void(m_awake.insert(account));
}

void Machine::note(const Key &key, const Alarm &alarm, const Moves &moves, BootTime now)
{
    for (std::size_t i = 0; i < moves.moves.size(); ++i) {
        if (const auto &move = moves.moves[i]) {
            m_changes.push_back(
                {key, move->from, moves.after(i, alarm), move->cause, alarm.occurrence, now, std::nullopt});
        }
    }
}

void Machine::judge(const std::string &account, const Sample &sample)
{
    AccountAlarms &alarms = accountOf(account);
    const bool wasCalm = alarms.calm();
    alarms.judge(sample, m_changes);
    alarms.takeHolds(m_holds);
    if (wasCalm != alarms.calm()) {
        note(account);
    }
}

void Machine::judgeRules(const std::string &account, const Sample &sample)
{
    AccountAlarms &alarms = accountOf(account);
    if (alarms.hasRules()) {
        alarms.judgeRules(sample, m_changes);
        note(account);
    }
}

void Machine::remove(const std::string &account, BootTime now)
{
    const auto found = m_accounts.find(account);
    if (found == m_accounts.end()) {
        return;
    }
    found->second->end(now, m_changes);
    m_awake.erase(account);
    m_accounts.erase(found);
}

void Machine::report(const Key &key, Observation observation, Priority priority, BootTime now)
{
    assert(isProgram(key));
    const auto found = m_program.find(key);
    if (found == m_program.end() && observation != Observation::True) {
        return; // nothing ever happened
    }
    Program &program = found == m_program.end() ? m_program[key] : found->second;
    if (found == m_program.end()) {
        program.alarm.state = State::Normal;
    }
    program.last = observation;
    const Behaviour &behaviour = behaviourOf(key.condition);
    const bool wasActive = isActive(program.alarm.state);
    note(key, program.alarm, live(program.alarm, behaviour, observation, std::nullopt, now), now);
    const Priority wanted = std::max(priority, behaviour.priority);
    if (observation != Observation::True) {
        return;
    }
    const bool rises = wasActive && wanted > program.alarm.priority;
    program.alarm.priority = wasActive ? std::max(program.alarm.priority, wanted) : wanted;
    if (rises) { // it matters more than when it was told
        const State from = program.alarm.state;
        program.alarm.unacknowledgedAt = now;
        breakSilence(program.alarm, Cause::Worsened, now);
        m_changes.push_back(
            {key, from, program.alarm.state, Cause::Worsened, program.alarm.occurrence, now, std::nullopt});
    }
}

void Machine::tick(BootTime now)
{
    const std::vector<std::string> awake(m_awake.begin(), m_awake.end());
    for (const std::string &account : awake) {
        m_accounts.at(account)->tick(now, m_changes);
        note(account);
    }
    for (auto &[key, program] : m_program) {
        note(key, program.alarm,
             live(program.alarm, behaviourOf(key.condition), Observation::Nothing, std::nullopt, now), now);
    }
}

// Visits the alarms that a person means; the visitor answers with the move it made.
template<typename Visit>
int Machine::each(const std::string &account, std::optional<Condition> condition, BootTime now, Visit &&visit)
{
    int count = 0;
    const bool all = account == "*";
    const auto look = [&](const Key &key, Alarm &alarm, const Behaviour &behaviour, Observation last,
                          const std::optional<margin::Decimal> &level) {
        if (condition && *condition != key.condition) {
            return;
        }
        if (const std::optional<Move> move = visit(alarm, behaviour, last, level)) {
            ++count;
            m_changes.push_back({key, move->from, alarm.state, move->cause, alarm.occurrence, now, level});
        }
    };
    const std::vector<std::string> awake(m_awake.begin(), m_awake.end());
    for (const std::string &id : awake) {
        if (!all && id != account) {
            continue;
        }
        AccountAlarms &alarms = *m_accounts.at(id);
        alarms.each([&](const Key &key, Alarm &alarm, const Behaviour &behaviour, Observation last) {
            look(key, alarm, behaviour, last, alarms.level());
        });
        alarms.refreshCalm();
        note(id);
    }
    for (auto &[key, program] : m_program) {
        if (all || key.account == account) {
            look(key, program.alarm, behaviourOf(key.condition), program.last, std::nullopt);
        }
    }
    return count;
}

int Machine::acknowledge(const std::string &account, std::optional<Condition> condition, Request request)
{
    m_acknowledgedAt = request.now;
    return each(
        account, condition, request.now,
        [request](Alarm &alarm, const Behaviour &behaviour, Observation, const std::optional<margin::Decimal> &level) {
            return alarm::acknowledge(alarm, behaviour, level, request);
        });
}

int Machine::snooze(const std::string &account, Ms span, Request request)
{
    return each(account, {}, request.now,
                [request, span](Alarm &alarm, const Behaviour &behaviour, Observation,
                                const std::optional<margin::Decimal> &level) {
                    return alarm::snooze(alarm, behaviour, span, level, request);
                });
}

int Machine::handle(const std::string &account, Request request)
{
    return each(account, Condition::Liquidation, request.now,
                [request](Alarm &alarm, const Behaviour &behaviour, Observation last,
                          const std::optional<margin::Decimal> &level) {
                    return alarm::handle(alarm, behaviour, last, level, request);
                });
}

int Machine::undo(const std::vector<ActiveAlarm> &before, BootTime now)
{
    int count = 0;
    for (const ActiveAlarm &old : before) {
        Alarm *alarm = find(old.key);
        const bool ends = old.alarm.state == State::ClearedUnacknowledged || behaviour(old.key).endsWhenAcknowledged;
        const State expected = ends ? State::Normal : State::ActiveAcknowledged;
        const bool untouched = alarm != nullptr && alarm->state == expected && alarm->since == m_acknowledgedAt;
        if (!untouched || alarm->occurrence != old.alarm.occurrence || old.alarm.state == expected) {
            continue; // something else happened to it since
        }
        const State from = alarm->state;
        alarm->state = old.alarm.state; // samples went on meanwhile: what they did to it stays
        alarm->since = old.alarm.since;
        alarm->until = old.alarm.until;
        alarm->levelAt = old.alarm.levelAt;
        m_changes.push_back(
            {old.key, from, alarm->state, Cause::Undone, alarm->occurrence, now, levelOf(old.key.account)});
        if (const auto account = m_accounts.find(old.key.account); account != m_accounts.end()) {
            account->second->refreshCalm();
            note(old.key.account);
        }
        ++count;
    }
    return count;
}

void Machine::restore(const ActiveAlarm &active)
{
    if (isProgram(active.key)) {
        m_program[active.key].alarm = active.alarm;
        return;
    }
    accountOf(active.key.account).put(active.key, active.alarm);
    note(active.key.account);
}

std::vector<Key> Machine::takeHolds()
{
    return std::exchange(m_holds, {});
}

std::vector<Change> Machine::takeChanges()
{
    return std::exchange(m_changes, {});
}

std::vector<ActiveAlarm> Machine::awake() const
{
    std::vector<ActiveAlarm> list;
    for (const auto &[key, program] : m_program) {
        if (!rests(program.alarm.state)) {
            list.push_back({key, program.alarm, std::nullopt, false, {}});
        }
    }
    for (const std::string &id : m_awake) {
        AccountAlarms &alarms = *m_accounts.at(id);
        alarms.each([&](const Key &key, Alarm &alarm, const Behaviour &, Observation) {
            if (!rests(alarm.state)) {
                list.push_back({key, alarm, alarms.level(), alarms.folded(key), alarms.outlook(key)});
            }
        });
    }
    std::ranges::sort(list, {}, &ActiveAlarm::key);
    return list;
}

Alarm *Machine::find(const Key &key)
{
    if (isProgram(key)) {
        const auto program = m_program.find(key);
        return program == m_program.end() ? nullptr : &program->second.alarm;
    }
    const auto account = m_accounts.find(key.account);
    return account == m_accounts.end() ? nullptr : account->second->find(key);
}

const Alarm *Machine::find(const Key &key) const
{
    return const_cast<Machine *>(this)->find(
        key); // NOLINT(cppcoreguidelines-pro-type-const-cast): one search, two views
}

const Behaviour &Machine::behaviour(const Key &key) const
{
    if (key.condition != Condition::Custom) {
        return behaviourOf(key.condition);
    }
    const auto rule = std::ranges::find(m_rules, key.detail, &Rule::id);
    return rule == m_rules.end() ? behaviourOf(Stage::Notice) : behaviourOf(rule->stage);
}

bool Machine::judged(const std::string &account) const
{
    const auto found = m_accounts.find(account);
    return found != m_accounts.end() && found->second->judged();
}

bool Machine::folded(const Key &key) const
{
    const auto account = m_accounts.find(key.account);
    return account != m_accounts.end() && account->second->folded(key);
}

Outlook Machine::outlook(const Key &key) const
{
    const auto account = m_accounts.find(key.account);
    return account == m_accounts.end() ? Outlook {} : account->second->outlook(key);
}

std::optional<margin::Decimal> Machine::levelOf(const std::string &account) const
{
    const auto found = m_accounts.find(account);
    return found == m_accounts.end() ? std::nullopt : found->second->level();
}

bool Machine::nearCall(const std::string &account) const
{
    const auto found = m_accounts.find(account);
    return found != m_accounts.end() && found->second->nearCall();
}

bool Machine::anyHigh() const
{
    return std::ranges::any_of(m_awake, [this](const std::string &id) { return m_accounts.at(id)->anyHigh(); });
}

} // namespace plimsoll::alarm
