// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtSql/QSqlDatabase>

struct sqlite3;

namespace plimsoll::storage {

/// SQLite's own handle of a connection; nullptr where it is not open. It belongs to the connection's thread.
sqlite3 *handleOf(const QSqlDatabase &database);

} // namespace plimsoll::storage
