// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stores.h"
#include "storage/opening/database.h"
#include "storage/tables/recordage.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::storage {

/// Alarms: their states, what they did (grows only, for 400 days) and whom they told. Times of lives are boot ms of the
/// boot that the stored moment names, all others wall ms. The storage thread. Errors of all calls: DatabaseIsBroken,
/// with the row as its place, where one was damaged by hand.
class AlarmStore
{
public:
    explicit AlarmStore(Database &database);

    /// Everything that a start needs, from one moment.
    Result<monitor::StoredAlarms> load() const;

    /// One transaction. An alarm at rest that was never raised is removed; one that was raised stays, so that its
    /// occurrence numbers are never given twice. The first record of another boot moves the times of every alarm it
    /// does not bring along to that boot. What a channel said (`detail` of a delivery) is stored without NUL and cut at
    /// 1,000 characters. Errors: Malformed where a text cannot be read back or the inputs of an event are no JSON
    /// object; CannotWrite, InputOutput.
    Result<Done> record(const monitor::AlarmRecord &record);

    Result<std::vector<monitor::AlarmEventRow>> history(const monitor::AlarmHistoryFilter &filter) const;
    Result<std::vector<monitor::OutboxRow>> outbox(const std::string &occurrence) const;

    /// Deletes events, deliveries and requests that were taken over 400 days after they were recorded, in confirmed
    /// time (recordage.h).
    Result<Done> runRetention(const BootMoment &now);

private:
    Database &m_database;
};

} // namespace plimsoll::storage
