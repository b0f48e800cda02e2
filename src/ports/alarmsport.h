// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/alarmrecords.h"
#include "ports/future.h"
#include "ports/operations.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// Port: alarms, what they did, whom they told, what is asked of them. How calls and answers behave is said at Stores.
class AlarmsPort
{
public:
    AlarmsPort() = default;
    AlarmsPort(const AlarmsPort &) = delete;
    AlarmsPort &operator=(const AlarmsPort &) = delete;
    virtual ~AlarmsPort() = default;

    virtual Future<Result<StoredAlarms>> loadAlarms() = 0;
    virtual Future<Result<Done>> recordAlarms(AlarmRecord record) = 0; ///< all of it or nothing
    virtual Future<Result<std::vector<AlarmEventRow>>> alarmHistory(AlarmHistoryFilter filter) = 0; ///< oldest first
    virtual Future<Result<std::vector<OutboxRow>>> outbox(
        std::string occurrence) = 0; ///< of one occurrence; "" = the newest 1000
    virtual Future<Result<Done>> markWatch(WatchMark mark) = 0;

    virtual Future<Result<Done>> saveAlarmRule(alarm::Rule rule) = 0;
    virtual Future<Result<Done>> removeAlarmRule(std::string id) = 0;

    virtual Future<Result<Done>> addAlarmRequest(AlarmRequest request) = 0;
    virtual Future<Result<std::vector<AlarmRequest>>> alarmRequests() = 0; ///< not yet taken over
};

} // namespace plimsoll::monitor
