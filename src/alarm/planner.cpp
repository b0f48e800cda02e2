// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/planner.h"

#include "alarm/plannerlines.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace plimsoll::alarm {

namespace {

// Whether the alarm got further up the ladder, and whether time brought it there or a way that failed.
enum class Climb { Stays, ByTime, ByFailure };

Climb climb(const Key &key, Alarm &alarm, const Behaviour &behaviour, const Ladder &ladder, BootTime now)
{
    if (key.condition == Condition::NotDelivered) {
        return Climb::Stays; // ways out that fail must not call each other
    }
    const Ms waited = now - alarm.since + behaviour.ladderStart;
    const Ms before = std::exchange(alarm.ladder, ladder.reach(alarm.priority, waited, alarm.ladder));
    if (alarm.ladder == before) {
        return Climb::Stays;
    }
    return ladder.stepAt(alarm.priority, waited) > before ? Climb::ByTime : Climb::ByFailure;
}

bool remind(Alarm &alarm, const Behaviour &behaviour, BootTime now, Ms ahead)
{
    bool due = false;
    if (alarm.priority == Priority::Low) {
        return due; // told once
    }
    for (auto at = repeatAt(behaviour, alarm.repeats); at && now - alarm.since + ahead >= *at;
         at = repeatAt(behaviour, alarm.repeats)) {
        ++alarm.repeats;
        due = true;
    }
    return due;
}

Channels channelsOf(const Key &key, const Alarm &alarm, const Ladder &ladder, bool quietHours)
{
    if (key.condition == Condition::NotDelivered) {
        return alarm.priority >= Priority::High ? Channels {Channel::Screen, Channel::Attention, Channel::MiniWindow}
                                                : Channels {Channel::Screen};
    }
    if (alarm.priority == Priority::Low && quietHours) {
        return {Channel::Screen};
    }
    return ladder.upTo(alarm.priority, alarm.ladder);
}

// A margin call, or worse: its raise is told by its own name whatever else stands.
bool isPromised(const NoticeLine &line)
{
    return isLevel(line.key.condition) && line.key.condition != Condition::Watch && line.cause == Cause::Raised;
}

} // namespace

struct Planner::Draft {
    Notice notice;
    bool quietHours = false;
    bool fresh = false;
    bool urgent = false; ///< the first notice of something that is high: no limit holds it back
    bool liquidation = false;
    std::set<Key> waiting; ///< unacknowledged, and about to clear

    void add(const NoticeLine &line, Channels channels)
    {
        notice.lines.push_back(line);
        notice.channels.add(channels);
        notice.priority = std::max(notice.priority, line.priority);
        liquidation |= line.key.condition == Condition::Liquidation;
    }

    void addFresh(const NoticeLine &line, Channels channels)
    {
        add(line, channels);
        fresh = true;
        urgent |= line.priority >= Priority::High;
    }

    [[nodiscard]] bool has(const Key &key) const
    {
        return std::ranges::any_of(notice.lines, [&key](const NoticeLine &l) { return l.key == key; });
    }
};

void Planner::restored(const Key &key, BootTime now)
{
    m_restored[key] = now;
}

void Planner::tellAgain(const Machine &machine, BootTime now)
{
    for (const ActiveAlarm &active : machine.awake()) {
        if (active.alarm.state == State::ActiveUnacknowledged && !m_restored.contains(active.key)) {
            m_fresh.try_emplace(
                active.key, Fresh {Cause::Restored, now, lineOf(machine, active.key, active.alarm, Cause::Restored)});
        }
    }
}

Plan Planner::plan(Machine &machine, const std::vector<Change> &changes, bool quietHours, BootTime now)
{
    for (const Change &change : changes) {
        take(machine, change, now);
    }
    Plan plan;
    takeRestored(machine, now);
    Draft draft;
    draft.quietHours = quietHours;
    draft.notice.time = now;
    collectFresh(machine, draft, plan, now);
    collectDue(machine, draft, now);
    std::set<Key> waiting = std::move(draft.waiting);
    if (!draft.notice.lines.empty()) {
        finish(machine, draft, plan, now);
    }
    tellEnded(machine, plan, quietHours, now);
    tellTurned(machine, std::move(waiting), plan, now);
    return plan;
}

void Planner::take(const Machine &machine, const Change &change, BootTime now)
{
    const Alarm *alarm = machine.find(change.key);
    if (change.to == State::ActiveUnacknowledged && change.cause != Cause::Undone && alarm != nullptr) {
        NoticeLine line = lineOf(machine, change.key, *alarm, change.cause);
        line.occurrence = change.occurrence;
        const BootTime due = alarm->priority >= Priority::High ? now : now + kGroup;
        const auto [place, isNew] = m_fresh.try_emplace(change.key, Fresh {change.cause, due, line});
        if (!isNew) { // a raise that was not told yet stays one, whatever followed within the moment
            const bool sameRaise = place->second.cause == Cause::Raised
                && place->second.line.occurrence == line.occurrence;
            line.cause = sameRaise ? Cause::Raised : line.cause;
            place->second = {line.cause, std::min(due, place->second.due), line};
        }
        m_ended.erase(change.key);
        return;
    }
    const bool wasActive = isActive(change.from);
    const bool isOver = change.to == State::Normal || change.to == State::Disarmed
        || change.to == State::ClearedUnacknowledged;
    if (!wasActive || !isOver || change.cause == Cause::Acknowledged || change.cause == Cause::Handled) {
        return;
    }
    m_restored.erase(change.key);
    const auto fresh = m_fresh.find(change.key);
    if (fresh != m_fresh.end() && fresh->second.line.priority >= Priority::High) {
        return; // over before it was told: it is told all the same
    }
    if (fresh != m_fresh.end()) {
        m_fresh.erase(fresh);
        return;
    }
    const bool seen = change.from == State::ActiveAcknowledged && change.to == State::Normal
        && change.cause == Cause::Cleared;
    const bool worthALine = seen && (isLevel(change.key.condition) || change.key.condition == Condition::Custom);
    NoticeLine line;
    if (alarm != nullptr) {
        line = lineOf(machine, change.key, *alarm, change.cause);
    }
    line.key = change.key;
    line.occurrence = change.occurrence;
    line.state = change.to;
    line.cause = change.cause;
    line.priority = Priority::Low;
    m_ended[change.key] = {line, worthALine ? now + kGroup : now, !worthALine};
}

void Planner::takeRestored(Machine &machine, BootTime now)
{
    for (auto it = m_restored.begin(); it != m_restored.end();) {
        const auto &[key, since] = *it;
        Alarm *alarm = machine.find(key);
        const bool late = now - since >= kRestoreWait;
        const bool seen = key.condition > Condition::Incomplete || machine.judged(key.account);
        if (alarm == nullptr || alarm->state != State::ActiveUnacknowledged) {
            it = m_restored.erase(it);
        } else if (seen || late) {
            alarm->hold = alarm->hold || !seen;
            alarm->since = now; // the ladder begins anew
            alarm->repeats = 0;
            alarm->ladder = Ladder::kNothing;
            m_fresh.try_emplace(key, Fresh {Cause::Restored, now, lineOf(machine, key, *alarm, Cause::Restored)});
            it = m_restored.erase(it);
        } else {
            ++it;
        }
    }
}

// Whether this very notice tells that a worse bar of the same account was reached.
bool Planner::worseIsRaised(const NoticeLine &line) const
{
    return std::ranges::any_of(m_fresh, [&line](const auto &fresh) {
        const NoticeLine &other = fresh.second.line;
        return other.key.account == line.key.account && isPromised(other) && other.key.condition > line.key.condition;
    });
}

void Planner::collectFresh(Machine &machine, Draft &draft, Plan &plan, BootTime now)
{
    const bool anyDue = std::ranges::any_of(m_fresh, [now](const auto &fresh) { return fresh.second.due <= now; });
    if (!anyDue) {
        return;
    }
    for (auto &[key, fresh] : m_fresh) {
        Alarm *alarm = machine.find(key);
        NoticeLine line = fresh.line;
        const bool stands = alarm != nullptr && alarm->state == State::ActiveUnacknowledged;
        const bool silenced = alarm != nullptr
            && (alarm->state == State::ActiveAcknowledged || alarm->state == State::Snoozed);
        if (alarm != nullptr) {
            line.number = alarm->notices++;
        }
        if (stands) {
            climb(key, *alarm, machine.behaviour(key), m_ladder, now);
            const int number = line.number;
            line = lineOf(machine, key, *alarm, fresh.cause);
            line.number = number;
        }
        const bool speaks = isPromised(line) ? !worseIsRaised(line) : !silenced && !(stands && machine.folded(key));
        if (!speaks) {
            plan.folded.push_back(line); // a worse one speaks for it, or a person was quicker
            continue;
        }
        Alarm asItWas;
        asItWas.priority = line.priority;
        asItWas.ladder = std::numeric_limits<Ms>::max(); // over already: there is no later step
        draft.addFresh(line, channelsOf(key, stands ? *alarm : asItWas, m_ladder, draft.quietHours));
    }
    m_fresh.clear();
}

void Planner::collectDue(Machine &machine, Draft &draft, BootTime now) const
{
    const auto visit = [&](Ms ahead) {
        for (const ActiveAlarm &active : machine.awake()) {
            const bool isLater = m_restored.contains(active.key) || m_fresh.contains(active.key);
            if (active.alarm.state != State::ActiveUnacknowledged || active.folded || isLater) {
                continue;
            }
            if (active.outlook.clearsAt) {
                draft.waiting.insert(active.key);
            }
            if (draft.has(active.key)) {
                continue;
            }
            Alarm &alarm = *machine.find(active.key);
            const Behaviour &behaviour = machine.behaviour(active.key);
            const Channels told = channelsOf(active.key, alarm, m_ladder, draft.quietHours);
            const Climb climbed = climb(active.key, alarm, behaviour, m_ladder, now);
            const bool isDue = remind(alarm, behaviour, now, ahead);
            if (!isDue && climbed == Climb::Stays) {
                continue;
            }
            Channels channels = channelsOf(active.key, alarm, m_ladder, draft.quietHours);
            if (!isDue && climbed == Climb::ByFailure) {
                channels.remove(told); // those had their turn a moment ago
            }
            if (channels.empty()) {
                continue;
            }
            const NoticeLine line = lineOf(machine, active.key, alarm, Cause::Judged);
            ++alarm.notices;
            draft.add(line, channels);
        }
    };
    visit(0);
    if (!draft.notice.lines.empty()) {
        visit(draft.fresh ? kGroup : kCompany); // what is due soon comes along
    }
}

void Planner::finish(Machine &machine, Draft &draft, Plan &plan, BootTime now)
{
    Notice &notice = draft.notice;
    notice.id = m_newest = m_newest.next();
    notice.kind = draft.fresh ? Notice::Kind::Raised : Notice::Kind::Reminder;
    std::ranges::sort(notice.lines, worse);
    for (const ActiveAlarm &active : machine.awake()) {
        if (active.alarm.state == State::ActiveUnacknowledged && !active.folded && !draft.has(active.key)) {
            notice.active.push_back(lineOf(machine, active.key, active.alarm, Cause::Judged));
        }
    }
    std::ranges::sort(notice.active, worse);
    if (rings(notice) && !draft.liquidation) {
        if (!draft.urgent && toldLately(now) >= kLimit) {
            notice.quiet = true;
            notice.channels.remove(Channel::Sound);
        } else {
            m_told.push_back(now);
        }
    }
    plan.notices.push_back(std::move(notice));
}

// How many notices rang within the span of the limit.
std::size_t Planner::toldLately(BootTime now)
{
    while (!m_told.empty() && now - m_told.front() >= kLimitSpan) {
        m_told.pop_front();
    }
    return m_told.size();
}

void Planner::tellEnded(Machine &machine, Plan &plan, bool quietHours, BootTime now)
{
    if (!plan.notices.empty()) { // the text that stands was just replaced
        std::erase_if(m_ended, [](const auto &ended) { return ended.second.quiet; });
    }
    if (std::ranges::none_of(m_ended, [now](const auto &ended) { return ended.second.due <= now; })) {
        return;
    }
    Notice notice;
    notice.time = now;
    notice.id = m_newest = m_newest.next();
    notice.kind = Notice::Kind::Ended;
    notice.channels = quietHours ? Channels {Channel::Screen} : Channels {Channel::Screen, Channel::Desktop};
    notice.quiet = std::ranges::all_of(m_ended, [](const auto &ended) { return ended.second.quiet; });
    if (!notice.quiet && !quietHours) {
        notice.channels.add(m_ladder.upTo(Priority::Low, 0));
    }
    for (auto &[key, ended] : m_ended) {
        if (Alarm *alarm = machine.find(key)) {
            ended.line.number = alarm->notices++;
        }
        notice.lines.push_back(ended.line);
    }
    m_ended.clear();
    for (const ActiveAlarm &active : machine.awake()) {
        if (active.alarm.state == State::ActiveUnacknowledged && !active.folded) {
            notice.active.push_back(lineOf(machine, active.key, active.alarm, Cause::Judged));
        }
    }
    std::ranges::sort(notice.lines, worse);
    std::ranges::sort(notice.active, worse);
    if (rings(notice)) {
        toldLately(now) >= kLimit ? void(notice.quiet = true) : m_told.push_back(now);
    }
    plan.notices.push_back(std::move(notice));
}

// The text that stands says what to do about a level that is safe again, or that it is safe although it fell back.
void Planner::tellTurned(Machine &machine, std::set<Key> waiting, Plan &plan, BootTime now)
{
    std::set<Key> turned;
    std::ranges::set_symmetric_difference(waiting, m_waiting, std::inserter(turned, turned.end()));
    m_waiting = std::move(waiting);
    if (turned.empty() || !plan.notices.empty()) {
        return;
    }
    Notice notice;
    notice.time = now;
    notice.kind = Notice::Kind::Reminder;
    notice.quiet = true;
    notice.channels = {Channel::Screen, Channel::Desktop};
    for (const ActiveAlarm &active : machine.awake()) {
        if (active.alarm.state != State::ActiveUnacknowledged || active.folded) {
            continue;
        }
        const bool isTurned = turned.contains(active.key);
        (isTurned ? notice.lines : notice.active).push_back(lineOf(machine, active.key, active.alarm, Cause::Judged));
        machine.find(active.key)->notices += isTurned ? 1 : 0;
    }
    if (notice.lines.empty()) {
        return;
    }
    std::ranges::sort(notice.lines, worse);
    std::ranges::sort(notice.active, worse);
    notice.priority = notice.lines.front().priority;
    notice.id = m_newest = m_newest.next();
    plan.notices.push_back(std::move(notice));
}

} // namespace plimsoll::alarm
