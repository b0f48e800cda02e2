// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storagekit.h"

/// Alarms for the storage tests.
namespace alarmkit {

using namespace storagekit;
namespace alarm = plimsoll::alarm;
using alarm::Channel;
using alarm::Condition;
using alarm::Key;
using alarm::Life;
using alarm::State;
using monitor::AlarmEventRow;
using monitor::AlarmRecord;
using monitor::AlarmRequest;
using monitor::AlarmStateRow;
using monitor::OutboxRow;
using monitor::WatchMark;

inline const alarm::SavedMoment kMoment {"boot-1", 50'000, 1'621'428'600'000};

/// No field has the value it would have by default.
inline Life busyLife(std::uint32_t occurrence = 3)
{
    Life life;
    life.state = State::ActiveAcknowledged;
    life.hold = true;
    life.occurrence = occurrence;
    life.priority = alarm::Priority::High;
    life.raisedAt = 40'000;
    life.since = 41'000;
    life.until = 941'000;
    life.levelAt = amount("1.06123456");
    life.samples = 2;
    life.samplesSince = 42'000;
    life.newestSample = 43'000;
    life.repeats = 4;
    life.ladder = 2;
    life.notices = 5;
    life.recoveredOnce = true;
    life.unrest = {{1, 2, 3, 4, 5, 6, 7, 8}, 6, 0xABCDE, true};
    return life;
}

inline Life restingLife(std::uint32_t occurrence)
{
    Life life;
    life.state = State::Normal;
    life.occurrence = occurrence;
    return life;
}

inline AlarmEventRow raised(const Key &key, std::uint32_t occurrence, std::int64_t time)
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

inline OutboxRow pending(const Key &key, std::uint32_t occurrence, int number, Channel channel, std::int64_t time = 10)
{
    return {monitor::occurrenceId(key, occurrence), number, channel, time, OutboxRow::Result::Pending, {}};
}

/// One raise with everything that belongs to it.
inline AlarmRecord raise(const Key &key, std::uint32_t occurrence, std::int64_t time = 10)
{
    AlarmRecord record;
    record.moment = kMoment;
    record.states = {{key, busyLife(occurrence)}};
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
