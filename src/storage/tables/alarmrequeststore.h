// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stores.h"
#include "storage/opening/database.h"

#include <cstdint>
#include <vector>

namespace plimsoll::storage {

/// Not yet taken over, oldest first. Throws SqlFailure: DatabaseIsBroken, naming the row, where one was damaged by
/// hand.
std::vector<monitor::AlarmRequest> readOpenRequests(const QSqlDatabase &database);

/// Marks every request up to this one as taken over, inside the transaction that is open. Throws SqlFailure.
void takeOverRequests(const QSqlDatabase &database, std::int64_t upTo);

/// What another process asks of the one that watches. Adding one moves the revision, so that the watching process
/// notices with the question it asks anyway. The storage thread.
class AlarmRequestStore
{
public:
    explicit AlarmRequestStore(Database &database);

    /// `sequence` of the request is not used: the store gives one. Errors: Malformed (a span below 0, a text that
    /// cannot be read back).
    Result<Done> add(const monitor::AlarmRequest &request);
    Result<std::vector<monitor::AlarmRequest>> open() const;

private:
    Database &m_database;
};

} // namespace plimsoll::storage
