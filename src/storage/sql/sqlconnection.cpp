// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/sqlconnection.h"

#include "storage/sql/sqlitehandle.h"
#include "storage/sql/sqlstatement.h"
#include "storage/sql/statementpool.h"

#include <QtCore/QUrl>

#include <array>
#include <atomic>
#include <sqlite3.h>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

QString freshName()
{
    static std::atomic<int> counter = 0;
    return u"plimsoll-"_s + QString::number(++counter);
}

QString optionsFor(Access access)
{
    const QString busy = u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_URI"_s;
    return access == Access::ReadWrite ? busy : busy + u";QSQLITE_OPEN_READONLY"_s;
}

// mode=rw: SQLite must never create the file itself, it would be readable by others.
QString uriFor(const QString &path, Access access)
{
    const QString query = access == Access::ReadWrite ? u"?mode=rw"_s
        : access == Access::ReadOnly                  ? u"?mode=ro"_s
                                                      : u"?mode=ro&immutable=1"_s;
    return u"file://"_s + QString::fromLatin1(QUrl::toPercentEncoding(path, "/")) + query;
}

struct Pragma {
    const char *name;
    int wanted;
};

constexpr std::array kPragmas {
    Pragma {"foreign_keys", 1}, Pragma {"trusted_schema", 0},     Pragma {"cell_size_check", 1},
    Pragma {"synchronous", 2},  Pragma {"recursive_triggers", 1}, Pragma {"busy_timeout", 5000},
    Pragma {"mmap_size", 0},
};

} // namespace

SqlConnection::SqlConnection(const QString &path, Access access)
    : m_name(freshName())
    , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
    try {
        m_database.setDatabaseName(uriFor(path, access));
        m_database.setConnectOptions(optionsFor(access));
        if (!m_database.isValid()) {
            refuse(ErrorCode::CannotOpen, "database", "Qt's SQLite driver is not installed");
        }
        if (!m_database.open()) {
            throw failureFrom(m_database.lastError(), u"open"_s);
        }
        if (handleOf(m_database) == nullptr) {
            refuse(ErrorCode::CannotOpen, "database", "Qt's SQLite driver does not give its handle");
        }
        setDefensive();
        setPragmas();
    } catch (...) {
        close();
        throw;
    }
}

SqlConnection::~SqlConnection()
{
    close();
}

void SqlConnection::close()
{
    StatementPool::forget(handleOf(m_database));
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

// A file that somebody prepared must not be able to write to its own schema or run code while it is read.
void SqlConnection::setDefensive()
{
    if (queryText(m_database, u"SELECT sqlite_source_id()"_s).toLatin1() != sqlite3_sourceid()) {
        refuse(ErrorCode::CannotOpen, "database", "Qt's SQLite driver uses another SQLite library than this program");
    }
    if (sqlite3 *handle = handleOf(m_database)) {
        sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    }
}

void SqlConnection::setPragmas()
{
    for (const Pragma &pragma : kPragmas) {
        const QString name = QLatin1String(pragma.name);
        execute(m_database, u"PRAGMA "_s + name + u'=' + QString::number(pragma.wanted));
        SqlStatement readBack(m_database, u"PRAGMA "_s + name);
        // A SQLite built without memory mapping answers nothing, which is as good as 0.
        if (readBack.next() && readBack.integer(0) != pragma.wanted) {
            refuse(ErrorCode::CannotOpen, "database", std::string("SQLite does not accept the setting ") + pragma.name);
        }
    }
}

void SqlConnection::leaveLogOnClose()
{
    if (sqlite3 *handle = handleOf(m_database)) {
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    }
}

} // namespace plimsoll::storage
