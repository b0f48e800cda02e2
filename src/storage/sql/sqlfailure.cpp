// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/sqlfailure.h"

#include <sqlite3.h>

namespace plimsoll::storage {

namespace {

struct Meaning {
    ErrorCode code;
    const char *words;
};

Meaning meaningOf(int primary)
{
    switch (primary) {
    case SQLITE_FULL: return {ErrorCode::CannotWrite, "the disk is full"};
    case SQLITE_READONLY: return {ErrorCode::CannotWrite, "the database cannot be written"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::CannotWrite, "another program holds the database"};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH: return {ErrorCode::CannotOpen, "the database cannot be opened"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_SCHEMA: return {ErrorCode::DatabaseIsBroken, "the database is damaged"};
    case SQLITE_ERROR: // a statement that does not fit the schema: the schema is not ours
        return {ErrorCode::DatabaseIsBroken, "the database is not as expected"};
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG: return {ErrorCode::Malformed, "the database refuses this value"};
    default: return {ErrorCode::InputOutput, "the disk reported an error"};
    }
}

} // namespace

SqlFailure failureFrom(const QSqlError &error, const QString &doing)
{
    bool isNumber = false;
    const int extended = error.nativeErrorCode().toInt(&isNumber);
    const int primary = isNumber ? extended & 0xff : SQLITE_IOERR;
    const Meaning meaning = meaningOf(primary);
    const QString detail = QString::fromUtf8(meaning.words) + QStringLiteral(" (") + doing + QStringLiteral(": ")
        + error.databaseText() + QStringLiteral(", SQLite code ") + error.nativeErrorCode() + QLatin1Char(')');
    return SqlFailure({meaning.code, "database", detail.toStdString()}, primary == SQLITE_IOERR);
}

void refuse(ErrorCode code, const std::string &place, const std::string &detail)
{
    throw SqlFailure({code, place, detail});
}

} // namespace plimsoll::storage
