// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/sqltransaction.h"

#include "storage/sql/sqlstatement.h"

namespace plimsoll::storage {

namespace {

// After an error SQLite may have rolled back already; then this statement fails and nothing is lost.
void rollBack(const QSqlDatabase &database)
{
    (void)attempt([&] { execute(database, QStringLiteral("ROLLBACK")); });
}

} // namespace

SqlTransaction::SqlTransaction(const QSqlDatabase &database)
    : m_database(database)
{
    execute(m_database, QStringLiteral("BEGIN IMMEDIATE"));
}

SqlTransaction::~SqlTransaction()
{
    if (m_open) {
        rollBack(m_database);
    }
}

void SqlTransaction::commit()
{
    execute(m_database, QStringLiteral("COMMIT"));
    m_open = false;
}

SqlSnapshot::SqlSnapshot(const QSqlDatabase &database)
    : m_database(database)
{
    execute(m_database, QStringLiteral("BEGIN"));
}

SqlSnapshot::~SqlSnapshot()
{
    rollBack(m_database);
}

} // namespace plimsoll::storage
