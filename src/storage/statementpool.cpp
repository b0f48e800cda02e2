// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statementpool.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

namespace plimsoll::storage {

namespace {

using Statements = std::unordered_map<QString, std::vector<QSqlQuery>>;

std::unordered_map<QString, Statements> &pools()
{
    thread_local std::unordered_map<QString, Statements> pools; // by connection; those belong to their thread
    return pools;
}

bool isKept(const QString &sql)
{
    static constexpr std::array kWords {u"SELECT", u"INSERT", u"UPDATE", u"DELETE", u"BEGIN", u"COMMIT"};
    return std::ranges::any_of(kWords, [&sql](const char16_t *word) { return sql.startsWith(QStringView(word)); });
}

} // namespace

QSqlQuery StatementPool::take(const QSqlDatabase &database, const QString &sql)
{
    Statements &statements = pools()[database.connectionName()];
    if (const auto found = statements.find(sql); found != statements.end() && !found->second.empty()) {
        QSqlQuery query = std::move(found->second.back());
        found->second.pop_back();
        return query;
    }
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(sql);
    return query;
}

void StatementPool::giveBack(const QString &connection, const QString &sql, QSqlQuery query)
{
    const auto pool = pools().find(connection);
    if (pool == pools().end() || !isKept(sql)) {
        return;
    }
    query.finish();
    pool->second[sql].push_back(std::move(query));
}

void StatementPool::forget(const QString &connection)
{
    pools().erase(connection);
}

} // namespace plimsoll::storage
