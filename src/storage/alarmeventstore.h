// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::storage {

/// One step in the life of an alarm. `id` names the alarm over all its steps.
struct AlarmEvent {
    std::int64_t sequence = 0; ///< given by the store
    std::string id;
    std::int64_t time = 0; ///< ms since 1970 UTC
    std::string account; ///< "" where the alarm is about the program itself
    std::string condition;
    std::string state;
    std::string data; ///< what the alarm said, for the alarm layer to read

    bool operator==(const AlarmEvent &) const = default;
};

/// What alarms did, in order. Grows only. The storage thread.
class AlarmEventStore
{
public:
    explicit AlarmEventStore(Database &database);

    /// Gives the event its sequence.
    Result<std::int64_t> append(const AlarmEvent &event);
    /// The newest `limit` (0 = all) of an account ("" = all), oldest first.
    Result<std::vector<AlarmEvent>> list(const std::string &account, int limit) const;

private:
    Database &m_database;
};

} // namespace plimsoll::storage
