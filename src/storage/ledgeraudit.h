// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/runningbalance.h"

#include <QtCore/QStringList>
#include <QtSql/QSqlDatabase>

#include <optional>

namespace plimsoll::storage {

/// The checks behind `verify`. Each returns what it found in plain English, nothing where all is well, and goes on
/// after a finding. They only read. Throw SqlFailure where the database cannot be read at all.

enum class AuditDepth {
    Everything,
    Newest, ///< the newest kNewestOperations of the journal, and running balances by their seals
};
inline constexpr std::int64_t kNewestOperations = 2'000;

struct JournalAudit {
    QStringList findings;
    /// The balances as sums of all rows; nothing where not all were read, or they do not add up (a finding then).
    std::optional<BalancesByHolder> sums;
};

/// Follows the hash chain over operations and their rows, and the money in them: every row belongs to an operation,
/// every amount is canonical, no balance is below zero at the end, own money put in hangs together, nothing is missing
/// at the end. Also the seals of holders and profiles, and the rules of accounts.
JournalAudit auditJournal(const QSqlDatabase &database, AuditDepth depth);

/// What an opening can afford: everything up to 20,000 rows (about 0.2 s), else the newest.
AuditDepth depthAtOpening(const QSqlDatabase &database);

/// Whether the schema is the embedded one, word for word: a damaged check or a trigger of somebody else could change
/// what is booked. SQLite does not look at checks while a file is open for reading only.
QStringList schemaFindings(const QSqlDatabase &database);

/// All of it: the schema, SQLite's integrity check, foreign keys, auditJournal() of everything, what the running
/// balances say against it, and whether every row about alarms can be read. Of a database that an earlier version
/// wrote: not its schema and running balances, and nothing about alarms.
QStringList auditFindings(const QSqlDatabase &database);

} // namespace plimsoll::storage
