// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/alarmboard.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// An alarm that belongs into the margin-call dialog: call, critical, liquidation, or a person's own like call or
/// critical; not folded.
struct CallAlarm {
    alarm::Key key;
    std::uint32_t occurrence = 0;
    BootTime since; ///< entered its present state: another moment is another matter
    BootTime raisedAt;
    alarm::State state = alarm::State::ActiveUnacknowledged;
    alarm::Ms snoozeMax = 0;
    bool byPace = false;
    int notices = 0; ///< that were told of this occurrence

    /// What makes it the same thing that a person has answered already.
    [[nodiscard]] bool sameAs(const CallAlarm &other) const
    {
        return key == other.key && occurrence == other.occurrence && since == other.since;
    }
};

/// In the order of the board. Pure.
std::vector<CallAlarm> callAlarms(const monitor::AlarmBoard &board);

/// How an account stands in that list.
enum class CallStand {
    None, ///< no such alarm
    Loud, ///< one is active and not acknowledged
    Silent, ///< all active ones are acknowledged or snoozed
    Over, ///< came and went, not acknowledged
};
CallStand standOf(const std::vector<CallAlarm> &alarms, const std::string &account);

} // namespace plimsoll::viewmodels
