// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/alarm.h"
#include "margin/moment.h"

#include <cstdint>
#include <string>

namespace plimsoll::cli {

/// One step of an alarm as `watch`, `replay --alarms` and `alarms --history` print it (docs/interface.md, "Alarm
/// events").
struct AlarmStep {
    WallTime time;
    alarm::Key key;
    alarm::State from = alarm::State::Normal;
    alarm::State to = alarm::State::Normal;
    alarm::Cause cause = alarm::Cause::Judged;
    std::uint32_t occurrence = 0;
    std::optional<margin::Decimal> level;
};

/// Whether a person would look for it: not what only became judgeable or not, and no end of what never was active.
bool isNews(const alarm::Change &change);

std::string alarmJson(const AlarmStep &step);
std::string alarmLine(const AlarmStep &step); ///< for people

/// "call", "custom:1b2c": which alarm of its account.
std::string alarmName(const alarm::Key &key);

/// The account as a person reads it: "(program)" for alarms about the program itself.
std::string accountName(const alarm::Key &key);

} // namespace plimsoll::cli
