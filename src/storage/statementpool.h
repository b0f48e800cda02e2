// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

namespace plimsoll::storage {

/// Prepared statements of this thread's connections that nobody uses at the moment. Preparing one costs 10 to 50 µs, a
/// booking runs a dozen and the disk needs 200. Kept are only texts that read or change rows, and transactions: a
/// PRAGMA may act while it is prepared. SqlStatement takes and returns them; each text has as many as are used at once.
class StatementPool
{
public:
    /// A forward-only statement, prepared; its lastError() says where it could not be.
    static QSqlQuery take(const QSqlDatabase &database, const QString &sql);
    /// Finishes it, so that it holds no snapshot open, and keeps it.
    static void giveBack(const QString &connection, const QString &sql, QSqlQuery query);
    /// Before a connection is closed.
    static void forget(const QString &connection);
};

} // namespace plimsoll::storage
