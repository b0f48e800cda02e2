// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/plannerlines.h"

namespace plimsoll::alarm {

NoticeLine lineOf(const Machine &machine, const Key &key, const Alarm &alarm, Cause cause)
{
    NoticeLine line;
    line.key = key;
    line.occurrence = alarm.occurrence;
    line.number = alarm.notices;
    line.priority = alarm.priority;
    line.state = alarm.state;
    line.cause = cause;
    line.hold = alarm.hold;
    line.unstable = alarm.flaps.flapping;
    line.raisedAt = alarm.raisedAt;
    line.level = machine.levelOf(key.account);
    line.byPace = alarm.byPace;
    line.outlook = machine.outlook(key);
    return line;
}

bool worse(const NoticeLine &a, const NoticeLine &b)
{
    if (a.priority != b.priority) {
        return a.priority > b.priority;
    }
    if (a.outlook.clearsAt.has_value() != b.outlook.clearsAt.has_value()) {
        return !a.outlook.clearsAt;
    }
    if (severityOf(a.key.condition) != severityOf(b.key.condition)) {
        return severityOf(a.key.condition) > severityOf(b.key.condition);
    }
    if (a.level != b.level) {
        return !b.level || (a.level && *a.level < *b.level);
    }
    return a.key < b.key;
}

bool rings(const Notice &notice)
{
    return !notice.quiet && (notice.channels.has(Channel::Desktop) || notice.channels.has(Channel::Sound));
}

} // namespace plimsoll::alarm
