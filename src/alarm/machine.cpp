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

void Machine::setRules(std::vector<Rule> rules, Ms now)
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

void Machine::note(const Key &key, const Life &life, const Moves &moves, Ms now)
{
    for (std::size_t i = 0; i < moves.moves.size(); ++i) {
        if (const auto &move = moves.moves[i]) {
            m_changes.push_back(
                {key, move->from, moves.after(i, life), move->cause, life.occurrence, now, std::nullopt});
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

void Machine::remove(const std::string &account, Ms now)
{
    const auto found = m_accounts.find(account);
    if (found == m_accounts.end()) {
        return;
    }
    found->second->end(now, m_changes);
    m_awake.erase(account);
    m_accounts.erase(found);
}

void Machine::report(const Key &key, Observation observation, Priority priority, Ms now)
{
    assert(isProgram(key));
    const auto found = m_program.find(key);
    if (found == m_program.end() && observation != Observation::True) {
        return; // nothing ever happened
    }
    Program &program = found == m_program.end() ? m_program[key] : found->second;
    if (found == m_program.end()) {
        program.life.state = State::Normal;
    }
    program.last = observation;
    const Behaviour &behaviour = behaviourOf(key.condition);
    const bool wasActive = isActive(program.life.state);
    note(key, program.life, live(program.life, behaviour, observation, std::nullopt, now), now);
    const Priority wanted = std::max(priority, behaviour.priority);
    if (observation != Observation::True) {
        return;
    }
    const bool rises = wasActive && wanted > program.life.priority;
    program.life.priority = wasActive ? std::max(program.life.priority, wanted) : wanted;
    if (rises) { // it matters more than when it was told
        const State from = program.life.state;
        program.life.unacknowledgedAt = now;
        breakSilence(program.life, Cause::Worsened, now);
        m_changes.push_back(
            {key, from, program.life.state, Cause::Worsened, program.life.occurrence, now, std::nullopt});
    }
}

void Machine::tick(Ms now)
{
    const std::vector<std::string> awake(m_awake.begin(), m_awake.end());
    for (const std::string &account : awake) {
        m_accounts.at(account)->tick(now, m_changes);
        note(account);
    }
    for (auto &[key, program] : m_program) {
        note(key, program.life, live(program.life, behaviourOf(key.condition), Observation::Nothing, std::nullopt, now),
             now);
    }
}

// Visits the lives that a person means; the visitor answers with the move it made.
template<typename Visit>
int Machine::each(const std::string &account, std::optional<Condition> condition, Ms now, Visit &&visit)
{
    int count = 0;
    const bool all = account == "*";
    const auto look = [&](const Key &key, Life &life, const Behaviour &behaviour, Observation last,
                          const std::optional<margin::Decimal> &level) {
        if (condition && *condition != key.condition) {
            return;
        }
        if (const std::optional<Move> move = visit(life, behaviour, last, level)) {
            ++count;
            m_changes.push_back({key, move->from, life.state, move->cause, life.occurrence, now, level});
        }
    };
    const std::vector<std::string> awake(m_awake.begin(), m_awake.end());
    for (const std::string &id : awake) {
        if (!all && id != account) {
            continue;
        }
        AccountAlarms &alarms = *m_accounts.at(id);
        alarms.each([&](const Key &key, Life &life, const Behaviour &behaviour, Observation last) {
            look(key, life, behaviour, last, alarms.level());
        });
        alarms.refreshCalm();
        note(id);
    }
    for (auto &[key, program] : m_program) {
        if (all || key.account == account) {
            look(key, program.life, behaviourOf(key.condition), program.last, std::nullopt);
        }
    }
    return count;
}

int Machine::acknowledge(const std::string &account, std::optional<Condition> condition, Request request)
{
    m_acknowledgedAt = request.now;
    return each(
        account, condition, request.now,
        [request](Life &life, const Behaviour &behaviour, Observation, const std::optional<margin::Decimal> &level) {
            return alarm::acknowledge(life, behaviour, level, request);
        });
}

int Machine::snooze(const std::string &account, Ms span, Request request)
{
    return each(account, {}, request.now,
                [request, span](Life &life, const Behaviour &behaviour, Observation,
                                const std::optional<margin::Decimal> &level) {
                    return alarm::snooze(life, behaviour, span, level, request);
                });
}

int Machine::handle(const std::string &account, Request request)
{
    return each(account, Condition::Liquidation, request.now,
                [request](Life &life, const Behaviour &behaviour, Observation last,
                          const std::optional<margin::Decimal> &level) {
                    return alarm::handle(life, behaviour, last, level, request);
                });
}

int Machine::undo(const std::vector<Standing> &before, Ms now)
{
    int count = 0;
    for (const Standing &old : before) {
        Life *life = find(old.key);
        const bool ends = old.life.state == State::ClearedUnacknowledged || behaviour(old.key).endsWhenAcknowledged;
        const State expected = ends ? State::Normal : State::ActiveAcknowledged;
        const bool untouched = life != nullptr && life->state == expected && life->since == m_acknowledgedAt;
        if (!untouched || life->occurrence != old.life.occurrence || old.life.state == expected) {
            continue; // something else happened to it since
        }
        const State from = life->state;
        life->state = old.life.state; // samples went on meanwhile: what they did to it stays
        life->since = old.life.since;
        life->until = old.life.until;
        life->levelAt = old.life.levelAt;
        m_changes.push_back(
            {old.key, from, life->state, Cause::Undone, life->occurrence, now, levelOf(old.key.account)});
        if (const auto account = m_accounts.find(old.key.account); account != m_accounts.end()) {
            account->second->refreshCalm();
            note(old.key.account);
        }
        ++count;
    }
    return count;
}

void Machine::restore(const Standing &standing)
{
    if (isProgram(standing.key)) {
        m_program[standing.key].life = standing.life;
        return;
    }
    accountOf(standing.key.account).put(standing.key, standing.life);
    note(standing.key.account);
}

std::vector<Key> Machine::takeHolds()
{
    return std::exchange(m_holds, {});
}

std::vector<Change> Machine::takeChanges()
{
    return std::exchange(m_changes, {});
}

std::vector<Standing> Machine::awake() const
{
    std::vector<Standing> list;
    for (const auto &[key, program] : m_program) {
        if (!rests(program.life.state)) {
            list.push_back({key, program.life, std::nullopt, false, {}});
        }
    }
    for (const std::string &id : m_awake) {
        AccountAlarms &alarms = *m_accounts.at(id);
        alarms.each([&](const Key &key, Life &life, const Behaviour &, Observation) {
            if (!rests(life.state)) {
                list.push_back({key, life, alarms.level(), alarms.folded(key), alarms.outlook(key)});
            }
        });
    }
    std::ranges::sort(list, {}, &Standing::key);
    return list;
}

Life *Machine::find(const Key &key)
{
    if (isProgram(key)) {
        const auto program = m_program.find(key);
        return program == m_program.end() ? nullptr : &program->second.life;
    }
    const auto account = m_accounts.find(key.account);
    return account == m_accounts.end() ? nullptr : account->second->find(key);
}

const Life *Machine::find(const Key &key) const
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
