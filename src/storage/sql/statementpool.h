// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

struct sqlite3;
struct sqlite3_stmt;

namespace plimsoll::storage {

/// Prepared statements of this thread's connections that nobody uses at the moment. Preparing one costs 10 to 50 µs, a
/// booking runs a dozen and the disk needs 200. Kept are only texts that read or change rows, and transactions: a
/// PRAGMA may act while it is prepared. SqlStatement takes and returns them; each text has as many as are used at once.
class StatementPool
{
public:
    /// nullptr where it cannot be prepared: the connection says why.
    static sqlite3_stmt *take(sqlite3 *connection, const QString &sql);
    /// Ends what it was doing, so that it holds no snapshot open.
    static void giveBack(sqlite3 *connection, const QString &sql, sqlite3_stmt *statement);
    /// Before a connection is closed.
    static void forget(sqlite3 *connection);
};

} // namespace plimsoll::storage
