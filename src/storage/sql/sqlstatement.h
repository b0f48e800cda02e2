// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"
#include "margin/moment.h"
#include "storage/sql/sqlfailure.h"

#include <QtCore/QVariant>
#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <optional>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace plimsoll::storage {

/// One prepared statement, forward only, values always bound, columns by position. Prepared by the constructor (or
/// taken from the StatementPool), run by run() or by the first next(); finished when it goes out of scope, so that it
/// holds no snapshot open. Speaks with SQLite itself over the handle of the connection: QSqlQuery makes a record of its
/// columns and a name of every value for each run, which cost a booking as much as SQLite. All members throw
/// SqlFailure.
class SqlStatement
{
public:
    SqlStatement(const QSqlDatabase &database, QStringView sql, const QVariantList &values = {});
    ~SqlStatement();
    SqlStatement(const SqlStatement &) = delete;
    SqlStatement &operator=(const SqlStatement &) = delete;

    /// Runs (again) with these values.
    void run(const QVariantList &values);
    /// Steps to the next row; false at the end.
    bool next();

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] std::string utf8(int column) const { return text(column).toStdString(); }
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] BootTime bootTime(int column) const { return BootTime::ofMs(integer(column)); }
    [[nodiscard]] WallTime wallTime(int column) const { return WallTime::ofMs(integer(column)); }
    /// 0 or 1. Errors: DatabaseIsBroken for anything else.
    [[nodiscard]] bool flag(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(int column) const;
    [[nodiscard]] std::optional<WallTime> optionalWallTime(int column) const;
    /// Errors: DatabaseIsBroken where the text is no decimal.
    [[nodiscard]] margin::Decimal decimal(int column) const;
    [[nodiscard]] std::optional<margin::Decimal> optionalDecimal(int column) const;
    [[nodiscard]] std::int64_t insertedKey() const;
    [[nodiscard]] int columns() const;
    [[nodiscard]] int changedRows() const;

private:
    void start();
    void bind(int number, const QVariant &value);
    void step();
    [[noreturn]] void fail();

    sqlite3 *m_connection;
    QString m_sql;
    sqlite3_stmt *m_statement;
    QVariantList m_values;
    bool m_started = false;
    bool m_hasRow = false;
    bool m_isAhead = false; ///< the first row was stepped to by run() and not asked for yet
};

/// One statement without answer.
void execute(const QSqlDatabase &database, QStringView sql, const QVariantList &values = {});
/// The first column of the first row; throws where there is none.
QString queryText(const QSqlDatabase &database, QStringView sql, const QVariantList &values = {});
/// False where the schema is older than the table.
bool hasTable(const QSqlDatabase &database, QStringView name);
std::int64_t queryInteger(const QSqlDatabase &database, QStringView sql, const QVariantList &values = {});

/// Values to bind. Text must be UTF-8 without NUL, else Malformed is thrown: it could not be read back as it was.
QVariant boundText(const std::string &text);
QVariant boundText(const QString &text);
QVariant boundInteger(std::int64_t value);
QVariant boundInteger(std::optional<std::int64_t> value);
template<typename Clock>
QVariant boundInteger(Moment<Clock> moment)
{
    return boundInteger(moment.ms());
}
template<typename Clock>
QVariant boundInteger(std::optional<Moment<Clock>> moment)
{
    return moment ? boundInteger(*moment) : QVariant();
}
QVariant boundDecimal(margin::Decimal value);
QVariant boundDecimal(std::optional<margin::Decimal> value);

} // namespace plimsoll::storage
