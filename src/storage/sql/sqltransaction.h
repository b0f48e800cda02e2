// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtSql/QSqlDatabase>

namespace plimsoll::storage {

/// BEGIN IMMEDIATE for a scope: rolled back unless commit() returned. Not nested. Throws SqlFailure.
class SqlTransaction
{
public:
    explicit SqlTransaction(const QSqlDatabase &database);
    ~SqlTransaction();
    SqlTransaction(const SqlTransaction &) = delete;
    SqlTransaction &operator=(const SqlTransaction &) = delete;

    void commit();

private:
    QSqlDatabase m_database;
    bool m_open = true;
};

/// One frozen state for several reads.
class SqlSnapshot
{
public:
    explicit SqlSnapshot(const QSqlDatabase &database);
    ~SqlSnapshot();
    SqlSnapshot(const SqlSnapshot &) = delete;
    SqlSnapshot &operator=(const SqlSnapshot &) = delete;

private:
    QSqlDatabase m_database;
};

} // namespace plimsoll::storage
