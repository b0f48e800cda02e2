// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtSql/QSqlDatabase>

namespace plimsoll::storage {

enum class Access {
    ReadOnly, ///< nothing is written to the file; its write-ahead log is read
    Immutable, ///< as ReadOnly for a file without write-ahead log: not even helper files appear
    ReadWrite, ///< the file must exist
};

/// One open SQLite file: a named QSQLITE connection with every safety switch set and read back (foreign keys, untrusted
/// schema, cell checks, no memory mapping, full synchronisation). Belongs to the thread that made it; closes itself.
/// Needs a QCoreApplication. The constructor throws SqlFailure.
class SqlConnection
{
public:
    SqlConnection(const QString &path, Access access);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    [[nodiscard]] QSqlDatabase database() const { return m_database; }

    /// The last close of a file normally folds the write-ahead log into it; not where the write lock could not be had.
    void leaveLogOnClose();

private:
    void setPragmas();
    void setDefensive();
    void close();

    QString m_name;
    QSqlDatabase m_database;
};

} // namespace plimsoll::storage
