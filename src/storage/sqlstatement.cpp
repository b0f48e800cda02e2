// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlstatement.h"

#include "storage/statementpool.h"

#include <QtSql/QSqlError>
#include <QtSql/QSqlRecord>

namespace plimsoll::storage {

namespace {

// The statement's first words: enough for a log, and never a bound value.
QString opening(QStringView sql)
{
    return sql.toString().simplified().left(40);
}

} // namespace

SqlStatement::SqlStatement(const QSqlDatabase &database, QStringView sql, const QVariantList &values)
    : m_connection(database.connectionName())
    , m_sql(sql.toString())
    , m_query(StatementPool::take(database, m_sql))
    , m_values(values)
{
    if (m_query.lastError().isValid()) {
        throw failureFrom(m_query.lastError(), opening(sql));
    }
}

SqlStatement::~SqlStatement()
{
    if (!m_query.lastError().isValid()) {
        StatementPool::giveBack(m_connection, m_sql, std::move(m_query));
    }
}

void SqlStatement::run(const QVariantList &values)
{
    m_values = values;
    step();
}

void SqlStatement::step()
{
    m_started = true;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        m_query.bindValue(static_cast<int>(i), m_values[i]);
    }
    if (!m_query.exec()) {
        throw failureFrom(m_query.lastError(), opening(m_sql));
    }
}

bool SqlStatement::next()
{
    if (!m_started) {
        step();
    }
    if (m_query.next()) {
        return true;
    }
    if (m_query.lastError().isValid()) { // the driver reports a failing step as the end of the rows
        throw failureFrom(m_query.lastError(), opening(m_sql));
    }
    return false;
}

QString SqlStatement::text(int column) const
{
    return m_query.value(column).toString();
}

std::int64_t SqlStatement::integer(int column) const
{
    return m_query.value(column).toLongLong();
}

int SqlStatement::columns() const
{
    return m_query.record().count();
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
