// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/sqlstatement.h"

#include "storage/sql/sqlitehandle.h"
#include "storage/sql/statementpool.h"

#include <QtSql/QSqlError>

#include <sqlite3.h>

namespace plimsoll::storage {

namespace {

// The statement's first words: enough for a log, and never a bound value.
QString opening(QStringView sql)
{
    return sql.toString().simplified().left(40);
}

} // namespace

SqlStatement::SqlStatement(const QSqlDatabase &database, QStringView sql, const QVariantList &values)
    : m_connection(handleOf(database))
    , m_sql(sql.toString())
    , m_statement(StatementPool::take(m_connection, m_sql))
    , m_values(values)
{
    if (m_statement == nullptr) {
        fail();
    }
}

SqlStatement::~SqlStatement()
{
    if (m_statement != nullptr) {
        StatementPool::giveBack(m_connection, m_sql, m_statement);
    }
}

// What the connection says about its last call; the statement is of no use any more.
void SqlStatement::fail()
{
    const QSqlError error({}, QString::fromUtf8(sqlite3_errmsg(m_connection)), QSqlError::StatementError,
                          QString::number(sqlite3_extended_errcode(m_connection)));
    sqlite3_finalize(m_statement);
    m_statement = nullptr;
    throw failureFrom(error, opening(m_sql));
}

void SqlStatement::run(const QVariantList &values)
{
    m_values = values;
    start();
}

void SqlStatement::start()
{
    m_started = true;
    sqlite3_reset(m_statement); // its answer is about the run before
    if (sqlite3_bind_parameter_count(m_statement) != m_values.size()) {
        refuse(ErrorCode::Malformed, "database", "values are missing for " + opening(m_sql).toStdString());
    }
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        bind(static_cast<int>(i) + 1, m_values[i]);
    }
    step();
    m_isAhead = true;
}

void SqlStatement::bind(int number, const QVariant &value)
{
    int result = SQLITE_OK;
    switch (value.typeId()) {
    case QMetaType::UnknownType: result = sqlite3_bind_null(m_statement, number); break;
    case QMetaType::Int:
    case QMetaType::LongLong: result = sqlite3_bind_int64(m_statement, number, value.toLongLong()); break;
    case QMetaType::QString: {
        const QByteArray text = value.toString().toUtf8();
        result = value.toString().isNull()
            ? sqlite3_bind_null(m_statement, number)
            : sqlite3_bind_text64(m_statement, number, text.constData(), static_cast<sqlite3_uint64>(text.size()),
                                  SQLITE_TRANSIENT, SQLITE_UTF8);
        break;
    }
    default: refuse(ErrorCode::Malformed, "database", "a value of a type that is not stored");
    }
    if (result != SQLITE_OK) {
        fail();
    }
}

void SqlStatement::step()
{
    const int result = sqlite3_step(m_statement);
    if (result != SQLITE_ROW && result != SQLITE_DONE) {
        fail();
    }
    m_hasRow = result == SQLITE_ROW;
}

bool SqlStatement::next()
{
    if (!m_started) {
        start();
    }
    if (m_isAhead) {
        m_isAhead = false;
    } else if (m_hasRow) { // a step behind the end would begin anew
        step();
    }
    return m_hasRow;
}

QString SqlStatement::text(int column) const
{
    const void *bytes = sqlite3_column_text(m_statement, column);
    return bytes == nullptr
        ? QString()
        : QString::fromUtf8(static_cast<const char *>(bytes), sqlite3_column_bytes(m_statement, column));
}

std::int64_t SqlStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

bool SqlStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::int64_t SqlStatement::insertedKey() const
{
    return sqlite3_last_insert_rowid(m_connection);
}

int SqlStatement::changedRows() const
{
    return sqlite3_changes(m_connection);
}

int SqlStatement::columns() const
{
    return sqlite3_column_count(m_statement);
}

bool SqlStatement::flag(int column) const
{
    const std::int64_t value = integer(column);
    if (isNull(column) || (value != 0 && value != 1)) {
        refuse(ErrorCode::DatabaseIsBroken, "database", "a mark that is neither set nor unset: " + utf8(column));
    }
    return value == 1;
}

std::optional<std::int64_t> SqlStatement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<WallTime> SqlStatement::optionalWallTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(wallTime(column));
}

margin::Decimal SqlStatement::decimal(int column) const
{
    const auto parsed = margin::Decimal::parseSigned(utf8(column));
    if (!parsed) {
        refuse(ErrorCode::DatabaseIsBroken, "database", "an amount cannot be read: " + parsed.error().detail);
    }
    return *parsed;
}

std::optional<margin::Decimal> SqlStatement::optionalDecimal(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(decimal(column));
}

void execute(const QSqlDatabase &database, QStringView sql, const QVariantList &values)
{
    SqlStatement(database, sql).run(values);
}

QString queryText(const QSqlDatabase &database, QStringView sql, const QVariantList &values)
{
    SqlStatement statement(database, sql, values);
    if (!statement.next()) {
        refuse(ErrorCode::DatabaseIsBroken, "database", "no answer to " + opening(sql).toStdString());
    }
    return statement.text(0);
}

bool hasTable(const QSqlDatabase &database, QStringView name)
{
    return queryInteger(database, u"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?",
                        {name.toString()})
        > 0;
}

std::int64_t queryInteger(const QSqlDatabase &database, QStringView sql, const QVariantList &values)
{
    return queryText(database, sql, values).toLongLong();
}

QVariant boundText(const std::string &text)
{
    const QString decoded = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    if (decoded.toUtf8() != QByteArrayView(text.data(), static_cast<qsizetype>(text.size()))) {
        refuse(ErrorCode::Malformed, "text", "the text is not UTF-8");
    }
    return boundText(decoded);
}

QVariant boundText(const QString &text)
{
    if (text.contains(QChar(u'\0')) || !text.isValidUtf16()) {
        refuse(ErrorCode::Malformed, "text", "the text holds a NUL or half a character");
    }
    return text.isNull() ? QStringLiteral("") : text; // a null QString would become NULL
}

QVariant boundInteger(std::int64_t value)
{
    return QVariant(qlonglong {value});
}

QVariant boundInteger(std::optional<std::int64_t> value)
{
    return value ? boundInteger(*value) : QVariant();
}

QVariant boundDecimal(margin::Decimal value)
{
    return QString::fromStdString(value.toString());
}

QVariant boundDecimal(std::optional<margin::Decimal> value)
{
    return value ? boundDecimal(*value) : QVariant();
}

} // namespace plimsoll::storage
