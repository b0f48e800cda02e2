// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <QtCore/QStringList>
#include <QtSql/QSqlDatabase>

namespace plimsoll::storage {

/// The checks behind `verify`. Each returns what it found in plain English, nothing where all is well, and goes on
/// after a finding. They only read. Throw SqlFailure where the database cannot be read at all.

/// Follows the hash chain over all operations and their rows, and the money in them: every row belongs to an operation,
/// every amount is canonical, no balance is below zero at the end, own money put in hangs together, nothing is missing
/// at the end. Also the seals of holders and profiles.
QStringList journalFindings(const QSqlDatabase &database);

/// Whether the schema is the embedded one, word for word: a damaged check or a trigger of somebody else could change
/// what is booked. SQLite does not look at checks while a file is open for reading only.
QStringList schemaFindings(const QSqlDatabase &database);

/// All of it: the schema, SQLite's integrity check, foreign keys, journalFindings() and the invariants of the accounts,
/// and whether every row about alarms can be read. Of a database that an earlier version wrote: not its schema, and
/// nothing about alarms.
QStringList auditFindings(const QSqlDatabase &database);

} // namespace plimsoll::storage
