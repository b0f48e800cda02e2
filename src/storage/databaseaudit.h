// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtSql/QSqlDatabase>

namespace plimsoll::storage {

/// What `verify` says of a whole database, in plain English; empty where all is well. A check that finds something does
/// not keep the others from looking. It only reads. Throws SqlFailure where the database cannot be read at all.
/// All of it: the schema, SQLite's integrity check, foreign keys, auditJournal() of everything, what the running
/// balances say against it, and whether every row about alarms can be read. Of a database that an earlier version
/// wrote: not its schema and running balances, and nothing about alarms.
QStringList auditFindings(const QSqlDatabase &database);

} // namespace plimsoll::storage
