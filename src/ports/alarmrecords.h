// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/machine.h"
#include "alarm/notice.h"
#include "alarm/saved.h"
#include "margin/moment.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// One alarm as it is kept. An alarm at rest is not kept: storing it removes the row.
struct AlarmStateRow {
    alarm::Key key;
    alarm::Alarm alarm;

    bool operator==(const AlarmStateRow &) const = default;
};

/// One step of an alarm as it is remembered; grows only.
struct AlarmEventRow {
    std::int64_t sequence = 0; ///< given by the store
    WallTime time;
    alarm::Key key;
    std::uint32_t occurrence = 0;
    alarm::State from = alarm::State::Normal;
    alarm::State to = alarm::State::Normal;
    alarm::Cause cause = alarm::Cause::Judged;
    std::optional<margin::Decimal> level;
    std::string inputs; ///< JSON: bars, sums, prices with source and age, at the moment of decision

    bool operator==(const AlarmEventRow &) const = default;
};

/// One delivery. `occurrence` is "account|condition|detail|n"; (occurrence, number, channel) stands once.
struct OutboxRow {
    enum class Result { Pending, Delivered, Failed, Folded };

    std::string occurrence;
    int number = 0;
    alarm::Channel channel = alarm::Channel::Screen;
    WallTime time; ///< of the decision
    Result result = Result::Pending;
    std::string detail; ///< why it failed, or what accepted it

    bool operator==(const OutboxRow &) const = default;
};

std::string occurrenceId(const alarm::Key &key, std::uint32_t occurrence);
std::string_view outboxWord(OutboxRow::Result result); ///< "pending", "delivered", "failed", "folded"
std::optional<OutboxRow::Result> outboxFromWord(std::string_view word);

/// What one decision changed: stored in one transaction or not at all.
struct AlarmRecord {
    alarm::SavedMoment moment;
    std::vector<AlarmStateRow> states;
    std::vector<AlarmEventRow> events;
    std::vector<OutboxRow> outbox; ///< an existing (occurrence, number, channel) gets the new result and detail
    std::int64_t handledRequests = 0; ///< requests up to this sequence were taken over

    [[nodiscard]] bool empty() const
    {
        return states.empty() && events.empty() && outbox.empty() && handledRequests == 0;
    }
};

/// What another process (the terminal program) asks of the monitor that runs.
struct AlarmRequest {
    enum class Kind { Acknowledge, Snooze, Handle };

    std::int64_t sequence = 0; ///< given by the store
    WallTime time;
    Kind kind = Kind::Acknowledge;
    std::string account; ///< "*" = all
    std::optional<alarm::Condition> condition;
    alarm::Ms span = 0; ///< of a snooze

    bool operator==(const AlarmRequest &) const = default;
};

/// Whether anyone watched, and until when.
struct WatchMark {
    WallTime time; ///< of the last heartbeat; 0 = never
    bool running = false; ///< false: it ended in order; true: it runs, or was killed

    bool operator==(const WatchMark &) const = default;
};

/// Everything about alarms that a start needs.
struct StoredAlarms {
    alarm::SavedMoment moment; ///< of the newest AlarmRecord
    std::vector<AlarmStateRow> states;
    std::vector<alarm::Rule> rules;
    std::vector<AlarmRequest> requests; ///< not yet taken over
    std::vector<OutboxRow> pending; ///< never reported: told again with their alarm
    WatchMark mark;
    std::map<std::string, margin::Decimal>
        lastLevels; ///< of each account: the lowest of the newest minute in which one was recorded
};

struct AlarmHistoryFilter {
    std::string account; ///< "" = all
    std::optional<alarm::Condition> condition;
    WallTime from;
    WallTime to = INT64_MAX;
    int limit = 0; ///< newest N; 0 = all
};

} // namespace plimsoll::monitor
