// SPDX-License-Identifier: GPL-3.0-or-later
#include "prop_alarmwitness.h"

#include "alarm/plannerlines.h"

#include <algorithm>

namespace plimsoll::test {

using namespace alarm;
using Kind = WalkEvent::Kind;

namespace {

constexpr int kLadderSteps = 2; // after the first

bool isBlind(const Sample &sample)
{
    return sample.kind == Sample::Kind::Stale || sample.kind == Sample::Kind::Frozen
        || sample.kind == Sample::Kind::Incomplete;
}

bool isGone(const Sample &sample)
{
    return sample.kind == Sample::Kind::NoDebt || sample.kind == Sample::Kind::Closed;
}

bool isSilent(State state)
{
    return state == State::ActiveAcknowledged || state == State::Snoozed;
}

std::string name(const Key &key)
{
    return key.account + " " + std::string(conditionWord(key.condition)) + (key.detail.empty() ? "" : ":" + key.detail);
}

int severity(const Key &key, const std::vector<Rule> &rules)
{
    if (key.condition != Condition::Custom) {
        return isLevel(key.condition) ? static_cast<int>(key.condition) + 1 : 0;
    }
    const auto rule = std::ranges::find(rules, key.detail, &Rule::id);
    return rule != rules.end() ? static_cast<int>(rule->stage) + 1 : 0;
}

// Needs neither a holding nor a debt.
bool isAboutPrice(const Key &key, const std::vector<Rule> &rules)
{
    const auto rule = std::ranges::find(rules, key.detail, &Rule::id);
    return key.condition == Condition::Custom && rule != rules.end() && isPriceKind(rule->kind);
}

} // namespace

AlarmWitness::AlarmWitness(Ms period)
    : m_period(period)
{
    m_machine.setPollPeriod(period);
}

void AlarmWitness::check(bool holds, const std::string &what)
{
    if (!holds && m_broken.empty()) {
        m_broken = what;
    }
}

std::vector<Key> AlarmWitness::keysOf(const std::string &account) const
{
    std::vector<Key> keys;
    for (int i = 0; i <= static_cast<int>(Condition::Incomplete); ++i) {
        if (static_cast<Condition>(i) != Condition::Custom) {
            keys.push_back({account, static_cast<Condition>(i), {}});
        }
    }
    for (const Rule &rule : m_rules) {
        keys.push_back({account, Condition::Custom, rule.id});
    }
    return keys;
}

std::string AlarmWitness::live(const std::vector<WalkEvent> &round)
{
    for (std::size_t i = 0; i < round.size() && m_broken.empty(); ++i) {
        apply(round[i]);
        const std::vector<Change> changes = m_machine.takeChanges();
        m_pending.insert(m_pending.end(), changes.begin(), changes.end());
        checkChanges(changes);
        if (round[i].kind == Kind::Judge) {
            checkSample(round[i]);
        }
        if (!m_broken.empty()) {
            return m_broken + " after: " + round[i].text();
        }
        if (i + 1 < round.size() && round[i + 1].time == round[i].time && round[i + 1].kind != Kind::Restart) {
            continue; // one decision per moment
        }
        const BootTime now = round[i].time;
        const bool isQuiet = now.ms() / (3 * kHour) % 3 == 0;
        const Plan plan = m_planner.plan(m_machine, m_pending, isQuiet, now);
        checkPlan(plan, now);
        const std::string promise = m_promise.check(m_pending, plan, now);
        check(promise.empty(), promise);
        m_pending.clear();
    }
    return m_broken;
}

void AlarmWitness::apply(const WalkEvent &event)
{
    switch (event.kind) {
    case Kind::Judge: {
        const auto newest = m_samples.find(event.account);
        m_machine.judge(event.account, event.sample);
        if (newest == m_samples.end() || event.sample.time >= newest->second.time) {
            m_samples[event.account] = event.sample;
            m_promise.sample(event.account, event.sample);
            m_touched.erase(event.account);
        }
        break;
    }
    case Kind::JudgeRules:
        m_machine.judgeRules(event.account, event.sample);
        m_ruleTimes[event.account] = event.time;
        break;
    case Kind::Tick: m_machine.tick(event.time); break;
    case Kind::Acknowledge:
        m_before = m_machine.awake();
        m_machine.acknowledge(event.account, event.condition, {event.made, event.time});
        break;
    case Kind::Snooze: m_machine.snooze(event.account, event.span, {event.made, event.time}); break;
    case Kind::Handle: m_machine.handle(event.account, {event.made, event.time}); break;
    case Kind::Undo:
        m_machine.undo(m_before, event.time);
        m_before.clear();
        break;
    case Kind::Rules:
        m_rules = event.rules;
        m_machine.setRules(event.rules, event.time);
        break;
    case Kind::Restart: restart(event); break;
    }
    if (event.kind != Kind::Judge && event.kind != Kind::JudgeRules && event.kind != Kind::Tick) {
        for (const auto &[account, sample] : m_samples) {
            m_touched.insert(account);
        }
    }
}

void AlarmWitness::restart(const WalkEvent &event)
{
    checkReplay();
    const Ms shift = shiftSince(event.then, event.now);
    const std::vector<ActiveAlarm> stored = m_machine.awake();
    for (const auto &[key, entry] : std::map(m_entries)) {
        leave(key, event.then.bootTime);
    }
    m_machine = Machine();
    m_planner = Planner();
    m_machine.setPollPeriod(m_period);
    m_machine.setRules(m_rules, event.time);
    m_replayed.clear();
    m_entries.clear();
    m_restored.clear();
    m_changedAt.clear(); // another boot counts from zero
    m_samples.clear();
    m_before.clear();
    m_promise.restart(stored, event.time);
    for (const ActiveAlarm &each : stored) {
        const Alarm alarm = shifted(decodeAlarm(encode(each.alarm)).value(), shift);
        check(encode(decodeAlarm(encode(alarm)).value()) == encode(alarm),
              "an alarm does not read back: " + encode(alarm));
        // I5: what is left of an acknowledgement or a snooze never grows
        const bool ends = isSilent(alarm.state) && each.alarm.until != 0;
        check(!ends || (alarm.until != 0 && alarm.until - event.now.bootTime <= each.alarm.until - event.then.bootTime),
              "I5 " + name(each.key) + " lasts longer after a restart");
        m_machine.restore({each.key, alarm, {}, false, {}});
        m_replayed[each.key] = alarm.state;
        if (alarm.state == State::ActiveUnacknowledged) {
            m_planner.restored(each.key, event.time);
            m_restored[each.key] = event.time;
            m_entries[each.key] = {event.time, alarm.occurrence, alarm.priority, true, false};
            ++m_counts[each.key.account].entries;
        }
    }
}

void AlarmWitness::checkSample(const WalkEvent &event)
{
    const Sample &sample = m_samples.at(event.account);
    const Bars bars = barsOf(sample.thresholds);
    const std::array levelBars {bars.watch, bars.call, bars.critical, bars.liquidation};
    for (std::size_t i = 0; i < levelBars.size(); ++i) {
        const Key key {event.account, static_cast<Condition>(i), {}};
        const Alarm *alarm = std::as_const(m_machine).find(key);
        if (alarm == nullptr) {
            return check(false, "no alarm of " + name(key));
        }
        const State state = alarm->state;
        if (sample.kind == Sample::Kind::Valid) {
            const bool isLow = sample.level <= levelBars[i];
            check(!isLow || isActive(state) || (i == 0 && state == State::Pending),
                  "I1 " + name(key) + " is not active");
            check(state != State::Unknown && state != State::Disarmed && !alarm->hold,
                  "I1 " + name(key) + " was not judged");
        } else if (isBlind(sample)) {
            const bool isCalm = state == State::Normal || state == State::Pending || state == State::Disarmed;
            check(!isCalm,
                  "I3 " + name(key) + " is " + std::string(stateWord(state)) + " although it cannot be judged");
            check(state == State::Unknown || alarm->hold, "I3 " + name(key) + " does not hold");
        }
    }
    if (isGone(sample)) {
        for (const Key &key : keysOf(event.account)) {
            const Alarm *alarm = std::as_const(m_machine).find(key);
            check(alarm == nullptr || alarm->state == State::Disarmed || isAboutPrice(key, m_rules),
                  "I12 " + name(key) + " without debt");
        }
    }
}

// I2 and I6: a step of one alarm is allowed, and follows on the one before.
void AlarmWitness::checkClearing(const Change &change)
{
    const bool atStart = !m_replayed.contains(change.key);
    const State before = atStart ? (isBlindness(change.key.condition) ? State::Normal : State::Disarmed)
                                 : m_replayed[change.key];
    check(before == change.from,
          "I6 " + name(change.key) + " came from " + std::string(stateWord(change.from)) + ", not from "
              + std::string(stateWord(before)));
    m_replayed[change.key] = change.to;
    if (!isActive(change.from) || isActive(change.to) || change.to == State::Disarmed) {
        return;
    }
    const auto sample = m_samples.find(change.key.account);
    if (change.cause == Cause::Handled) {
        check(change.key.condition == Condition::Liquidation && change.to == State::Normal,
              "I2 handled " + name(change.key));
        const bool isLow = sample != m_samples.end() && sample->second.kind == Sample::Kind::Valid
            && sample->second.level <= sample->second.thresholds.liquidation;
        check(!isLow, "I2 handled while at the bar: " + name(change.key));
        return;
    }
    if (change.cause == Cause::Undone) {
        return; // back to cleared
    }
    check(change.cause == Cause::Cleared && change.key.condition != Condition::Liquidation,
          "I2 " + name(change.key) + " ended by " + std::string(causeWord(change.cause)));
    const bool isFresh = sample != m_samples.end() && sample->second.time == change.time;
    const auto rules = m_ruleTimes.find(change.key.account);
    const bool isOwn = change.key.condition == Condition::Custom; // judged in between too, and by a price alone
    const bool isJudged = isOwn ? isFresh || (rules != m_ruleTimes.end() && rules->second == change.time)
                                : isFresh && sample->second.kind == Sample::Kind::Valid;
    check(isJudged, "I2 " + name(change.key) + " cleared without a valid sample");
    if (isFresh && isLevel(change.key.condition)) {
        const Bars bars = barsOf(sample->second.thresholds);
        const std::array clear {bars.watchClear, bars.callClear, bars.criticalClear, bars.liquidationClear};
        check(sample->second.level > clear[static_cast<std::size_t>(change.key.condition)],
              "I2 " + name(change.key) + " cleared inside its dead band");
    }
}

// I5 and I7.
void AlarmWitness::checkSilence(const Change &change)
{
    const Alarm *alarm = std::as_const(m_machine).find(change.key);
    if (alarm != nullptr && alarm->state == change.to && isSilent(change.to) && change.cause != Cause::Undone) {
        const Behaviour &behaviour = m_machine.behaviour(change.key);
        const Ms most = change.to == State::Snoozed ? behaviour.snoozeMax : behaviour.ackLasts;
        check(most > 0 ? alarm->until > 0 && alarm->until - change.time <= most : alarm->until == 0,
              "I5 end of " + name(change.key));
        check(change.to != State::Snoozed || change.key.condition != Condition::Liquidation,
              "I5 a liquidation was snoozed");
    }
    const int own = severity(change.key, m_rules);
    if (change.cause == Cause::Raised && own > 0) {
        for (const Key &key : keysOf(change.key.account)) {
            const Alarm *other = std::as_const(m_machine).find(key);
            const int rank = severity(key, m_rules);
            check(other == nullptr || rank == 0 || rank >= own || !isSilent(other->state),
                  "I7 " + name(key) + " is still silent after " + name(change.key));
        }
    }
}

void AlarmWitness::leave(const Key &key, BootTime now)
{
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end()) {
        return;
    }
    Count &count = m_counts[key.account];
    const Behaviour &behaviour = m_machine.behaviour(key);
    for (int i = 0; repeatAt(behaviour, i) && *repeatAt(behaviour, i) <= now - entry->second.time + Planner::kCompany;
         ++i) {
        ++count.repeats;
    }
    count.repeats += kLadderSteps;
    entry->second.maybe = true;
    if (entry->second.told) {
        m_entries.erase(entry);
    }
}

void AlarmWitness::checkChanges(const std::vector<Change> &changes)
{
    for (const Change &change : changes) {
        if (m_keeps) {
            m_record += std::to_string(change.time.ms()) + name(change.key) + std::string(stateWord(change.to))
                + std::string(causeWord(change.cause)) + std::to_string(change.occurrence)
                + (change.level ? change.level->toString() : "-") + "\n";
        }
        checkClearing(change);
        checkSilence(change);
        checkTimes(change);
        m_raises += change.cause == Cause::Raised ? 1 : 0;
        if (change.from == State::ActiveUnacknowledged || change.to == State::ActiveUnacknowledged) {
            leave(change.key, change.time);
        }
        if (change.to == State::ActiveUnacknowledged) {
            const Alarm *alarm = std::as_const(m_machine).find(change.key);
            const bool wasUndone = change.cause == Cause::Undone;
            const Priority priority = alarm != nullptr ? alarm->priority : Priority::Low;
            const auto before = m_entries.find(change.key);
            const bool wasTold = wasUndone && (before == m_entries.end() || before->second.told);
            m_entries[change.key] = {change.time, change.occurrence, priority, wasTold, wasUndone};
            ++m_counts[change.key.account].entries;
        }
    }
}

// I15: times are in order. An alarm enters a state when it was raised or later, and never before the state it leaves.
void AlarmWitness::checkTimes(const Change &change)
{
    BootTime &newest = m_changedAt.try_emplace(change.key, change.time).first->second;
    check(change.time >= newest, "I15 a change before the last one: " + name(change.key));
    newest = change.time;
    const Alarm *alarm = std::as_const(m_machine).find(change.key);
    if (alarm != nullptr && alarm->occurrence == change.occurrence && change.cause != Cause::Undone) {
        check(alarm->raisedAt <= change.time && alarm->raisedAt <= alarm->since,
              "I15 " + name(change.key) + " is " + std::string(stateWord(change.to)) + " before it was raised");
    }
}

// I4: every entry into "active" is told once, at once where it is high.
void AlarmWitness::checkTold(const NoticeLine &line, bool isFolded)
{
    const auto restored = m_restored.find(line.key);
    if (line.cause == Cause::Restored) {
        check(restored != m_restored.end(), "I4 told again without reason: " + name(line.key));
        m_restored.erase(line.key);
        return;
    }
    if (restored != m_restored.end()) {
        restored->second.reset(); // told by this, so it need not be told again
    }
    const auto entry = m_entries.find(line.key);
    const bool isOver = entry == m_entries.end();
    check(!isOver && (!entry->second.told || entry->second.maybe),
          std::string("I4 ") + (isFolded ? "folded" : "told") + " twice: " + name(line.key));
    if (!isOver) {
        check(entry->second.occurrence == line.occurrence, "I4 another occurrence of " + name(line.key));
        entry->second.told = true;
    }
}

void AlarmWitness::checkPlan(const Plan &plan, BootTime now)
{
    for (const Notice &notice : plan.notices) {
        m_notices += notice.quiet ? 0 : 1;
        const auto isAboutToClear = [](const NoticeLine &line) { return line.outlook.clearsAt.has_value(); };
        const bool isLimited = notice.quiet && notice.kind != Notice::Kind::Ended
            && std::ranges::none_of(notice.lines, isAboutToClear);
        m_quieted += isLimited ? 1 : 0;
        std::set<std::string> accounts;
        check(notice.time == now, "I15 a notice of another moment");
        for (const NoticeLine &line : notice.lines) {
            check(line.raisedAt <= now, "I15 " + name(line.key) + " is told before it was raised");
            accounts.insert(line.key.account);
            if (notice.kind == Notice::Kind::Raised && line.cause != Cause::Judged) {
                checkTold(line, false);
            }
            if (m_keeps) {
                m_record += std::to_string(notice.id.outside()) + name(line.key) + std::to_string(line.number)
                    + std::string(causeWord(line.cause)) + "\n";
            }
        }
        for (const std::string &account : accounts) {
            m_counts[account].notices += notice.quiet ? 0 : 1;
        }
    }
    for (const NoticeLine &line : plan.folded) {
        checkTold(line, true);
    }
    checkHead(plan);
    for (const auto &[key, entry] : m_entries) {
        const bool isDue = entry.priority >= Priority::High || entry.time + Planner::kGroup <= now;
        check(entry.told || entry.maybe || !isDue, "I4 never told: " + name(key));
    }
    std::erase_if(m_restored,
                  [this](const auto &restored) { return m_replayed[restored.first] != State::ActiveUnacknowledged; });
    for (const auto &[key, since] : m_restored) {
        const auto sample = m_samples.find(key.account);
        const bool isJudged = sample != m_samples.end() && !isBlind(sample->second);
        check(!since || (!isJudged && now - *since < Planner::kRestoreWait),
              "I4 not told again after a restart: " + name(key));
    }
}

// I16: what replaces the notification that stands is headed by something high as long as anything high is unanswered.
void AlarmWitness::checkHead(const Plan &plan)
{
    if (plan.notices.empty()) {
        return;
    }
    const auto isUnanswered = [](const ActiveAlarm &active) {
        return active.alarm.state == State::ActiveUnacknowledged && !active.folded
            && active.alarm.priority >= Priority::High;
    };
    const std::vector<ActiveAlarm> awake = m_machine.awake();
    const auto high = std::ranges::find_if(awake, isUnanswered);
    for (const Notice &notice : plan.notices) {
        const Notice shown = headedByWorst(notice);
        const bool isHigh = shown.priority >= Priority::High && shown.lines.front().priority == shown.priority;
        if (high != awake.end() && !isHigh) {
            check(false, "I16 " + name(shown.lines.front().key) + " stands in the place of " + name(high->key));
        }
        const bool isHidden = notice.quiet && !shown.active.empty() && worse(shown.active.front(), shown.lines.front());
        if (isHigh && isHidden) {
            check(false, "I16 a new text hides " + name(shown.active.front().key));
        }
        m_headed += shown.priority > notice.priority ? 1 : 0;
    }
}

// I6: the changes lead to what is stored.
void AlarmWitness::checkReplay()
{
    for (const auto &[key, state] : m_replayed) {
        const Alarm *alarm = std::as_const(m_machine).find(key);
        check(alarm == nullptr ? !isActive(state) : alarm->state == state, "I6 replayed " + name(key));
    }
    for (const ActiveAlarm &active : m_machine.awake()) {
        check(m_replayed.contains(active.key), "I6 unknown " + name(active.key));
    }
}

std::string AlarmWitness::finish()
{
    checkReplay();
    for (const auto &[key, entry] : std::map(m_entries)) {
        const auto sample = m_samples.find(key.account);
        leave(key, sample != m_samples.end() ? sample->second.time : entry.time);
    }
    for (const auto &[account, count] : m_counts) {
        check(count.notices <= 2 * count.entries + count.repeats,
              "I11 " + account + ": " + std::to_string(count.notices) + " notices, " + std::to_string(count.entries)
                  + " entries, " + std::to_string(count.repeats) + " repeats allowed");
    }
    return m_broken;
}

} // namespace plimsoll::test
