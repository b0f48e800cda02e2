// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/sqlitehandle.h"

#include <QtCore/QVariant>
#include <QtSql/QSqlDriver>

namespace plimsoll::storage {

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0) {
        return nullptr;
    }
    return *static_cast<sqlite3 *const *>(handle.constData());
}

} // namespace plimsoll::storage
