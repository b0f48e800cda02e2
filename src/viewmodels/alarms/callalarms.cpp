// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/callalarms.h"

#include "viewmodels/alarms/alarmviews.h"

#include <algorithm>

namespace plimsoll::viewmodels {

using alarm::State;

std::vector<CallAlarm> callAlarms(const monitor::AlarmBoard &board)
{
    std::vector<CallAlarm> alarms;
    for (const alarm::ActiveAlarm &active : board.active) {
        const alarm::Behaviour &behaviour = behaviourOf(active.key, board.rules);
        const bool isLevel = alarm::isLevel(active.key.condition) || active.key.condition == alarm::Condition::Custom;
        const bool stands = alarm::isActive(active.alarm.state) || active.alarm.state == State::ClearedUnacknowledged;
        if (isLevel && stands && !active.folded && behaviour.priority >= alarm::Priority::High) {
            alarms.push_back({active.key, active.alarm.occurrence, active.alarm.since, active.alarm.raisedAt,
                              active.alarm.state, behaviour.snoozeMax, active.alarm.byPace, active.alarm.notices});
        }
    }
    return alarms;
}

CallStand standOf(const std::vector<CallAlarm> &alarms, const std::string &account)
{
    CallStand stand = CallStand::None;
    for (const CallAlarm &alarm : alarms) {
        if (alarm.key.account != account) {
            continue;
        }
        if (alarm.state == State::ActiveUnacknowledged) {
            return CallStand::Loud;
        }
        if (alarm.state != State::ClearedUnacknowledged) {
            stand = CallStand::Silent;
        } else if (stand == CallStand::None) {
            stand = CallStand::Over;
        }
    }
    return stand;
}

} // namespace plimsoll::viewmodels
