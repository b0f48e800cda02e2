// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/rule.h"
#include "ports/alarmboard.h"
#include "ports/future.h"
#include "ports/notifier.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace plimsoll::monitor {

/// Port: what a person and the screen may ask of the alarms. Every call may be made from any thread and returns at
/// once; the next snapshot shows the effect. `account` "*" means all.
class AlarmCommands
{
public:
    AlarmCommands() = default;
    AlarmCommands(const AlarmCommands &) = delete;
    AlarmCommands &operator=(const AlarmCommands &) = delete;
    virtual ~AlarmCommands() = default;

    virtual void acknowledgeAlarms(std::string account, std::optional<alarm::Condition> condition) = 0;
    virtual void undoAcknowledge() = 0; ///< the last one, within AlarmManager::kUndo
    virtual void snoozeAlarms(std::string account, std::chrono::milliseconds span) = 0;
    virtual void alarmHandled(std::string account) = 0; ///< a liquidation was dealt with
    virtual void gapSeen(std::shared_ptr<const GapReport> shown) = 0; ///< the report as it was shown

    virtual Future<Result<Done>> saveRule(alarm::Rule rule) = 0;
    virtual Future<Result<Done>> removeRule(std::string id) = 0;

    virtual void testChannel(alarm::Channel channel) = 0; ///< the result shows in AlarmBoard::channels
    virtual void startDrill() = 0;
    virtual void endDrill() = 0;

    virtual void beatScreen() = 0; ///< the screen lives; every 2 s
    virtual void screenReported(
        DeliveryReport report) = 0; ///< Screen, Attention and MiniWindow were shown, or could not be
};

} // namespace plimsoll::monitor
