// SPDX-License-Identifier: GPL-3.0-or-later
// What Planner tells of alarms that are over or nearly: the second half of the class. Most of it only replaces the standing text.
#include "alarm/planner.h"

#include "alarm/plannerlines.h"

#include <algorithm>
#include <iterator>

namespace plimsoll::alarm {

void Planner::tellEnded(Machine &machine, Plan &plan, bool quietHours, Ms now)
{
    if (!plan.notices.empty()) { // the text that stands was just replaced
        std::erase_if(m_ended, [](const auto &ended) { return ended.second.quiet; });
    }
    if (std::ranges::none_of(m_ended, [now](const auto &ended) { return ended.second.due <= now; })) {
        return;
    }
    Notice notice;
    notice.time = now;
    notice.number = ++m_number;
    notice.kind = Notice::Kind::Ended;
    notice.channels = quietHours ? Channels {Channel::Screen} : Channels {Channel::Screen, Channel::Desktop};
    notice.quiet = std::ranges::all_of(m_ended, [](const auto &ended) { return ended.second.quiet; });
    if (!notice.quiet && !quietHours) {
        notice.channels.add(m_ladder.upTo(Priority::Low, 0));
    }
    for (auto &[key, ended] : m_ended) {
        if (Life *life = machine.find(key)) {
            ended.line.number = life->notices++;
        }
        notice.lines.push_back(ended.line);
    }
    m_ended.clear();
    for (const Standing &standing : machine.awake()) {
        if (standing.life.state == State::ActiveUnacknowledged && !standing.folded) {
            notice.standing.push_back(lineOf(machine, standing.key, standing.life, Cause::Judged));
        }
    }
    std::ranges::sort(notice.lines, worse);
    std::ranges::sort(notice.standing, worse);
    if (rings(notice)) {
        toldLately(now) >= kLimit ? void(notice.quiet = true) : m_told.push_back(now);
    }
    plan.notices.push_back(std::move(notice));
}

// The text that stands says what to do about a level that is safe again, or that it is safe although it fell back.
void Planner::tellTurned(Machine &machine, std::set<Key> waiting, Plan &plan, Ms now)
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
    for (const Standing &standing : machine.awake()) {
        if (standing.life.state != State::ActiveUnacknowledged || standing.folded) {
            continue;
        }
        const bool isTurned = turned.contains(standing.key);
        (isTurned ? notice.lines : notice.standing).push_back(lineOf(machine, standing.key, standing.life, Cause::Judged));
        machine.find(standing.key)->notices += isTurned ? 1 : 0;
    }
    if (notice.lines.empty()) {
        return;
    }
    std::ranges::sort(notice.lines, worse);
    std::ranges::sort(notice.standing, worse);
    notice.priority = notice.lines.front().priority;
    notice.number = ++m_number;
    plan.notices.push_back(std::move(notice));
}

} // namespace plimsoll::alarm
