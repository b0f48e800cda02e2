// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "storagekit.h"

/// Alarms for the storage tests.
namespace alarmkit {

using namespace storagekit;
namespace alarm = plimsoll::alarm;
using alarm::Alarm;
using alarm::Channel;
using alarm::Condition;
using alarm::Key;
using alarm::State;
using monitor::AlarmEventRow;
using monitor::AlarmRecord;
using monitor::AlarmRequest;
using monitor::AlarmStateRow;
using monitor::OutboxRow;
using monitor::WatchMark;

inline const alarm::SavedMoment kMoment {"boot-1", 50'000, 1'621'428'600'000};

/// No field has the value it would have by default.
inline Alarm busyAlarm(std::uint32_t occurrence = 3)
{
    Alarm alarm;
    alarm.state = State::ActiveAcknowledged;
    alarm.hold = true;
    alarm.occurrence = occurrence;
    alarm.priority = alarm::Priority::High;
    alarm.raisedAt = 40'000;
    alarm.since = 41'000;
    alarm.until = 941'000;
    alarm.levelAt = amount("1.06123456");
    alarm.samples = 2;
    alarm.samplesSince = 42'000;
    alarm.newestSample = 43'000;
    alarm.repeats = 4;
    alarm.ladder = 2;
    alarm.notices = 5;
    alarm.recoveredOnce = true;
    alarm.flaps = {{1, 2, 3, 4, 5, 6, 7, 8}, 6, 0xABCDE, true};
    return alarm;
}

inline Alarm restingAlarm(std::uint32_t occurrence)
{
    Alarm alarm;
    alarm.state = State::Normal;
    alarm.occurrence = occurrence;
    return alarm;
}

inline AlarmEventRow raised(const Key &key, std::uint32_t occurrence, plimsoll::WallTime time)
{
    return {0,
            time,
            key,
            occurrence,
            State::Normal,
            State::ActiveUnacknowledged,
            alarm::Cause::Raised,
            amount("1.06"),
            R"({"bar":"1.1"})"};
}

inline OutboxRow pending(const Key &key, std::uint32_t occurrence, int number, Channel channel,
                         plimsoll::WallTime time = 10)
{
    return {monitor::occurrenceId(key, occurrence), number, channel, time, OutboxRow::Result::Pending, {}};
}

/// One raise with everything that belongs to it.
inline AlarmRecord raise(const Key &key, std::uint32_t occurrence, plimsoll::WallTime time = 10)
{
    AlarmRecord record;
    record.moment = kMoment;
    record.states = {{key, busyAlarm(occurrence)}};
    record.events = {raised(key, occurrence, time)};
    record.outbox = {pending(key, occurrence, 0, Channel::Desktop, time)};
    return record;
}

inline std::vector<AlarmEventRow> withoutSequence(std::vector<AlarmEventRow> events)
{
    for (AlarmEventRow &event : events) {
        event.sequence = 0;
    }
    return events;
}

} // namespace alarmkit
