// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/statementpool.h"

#include <algorithm>
#include <array>
#include <sqlite3.h>
#include <unordered_map>
#include <vector>

namespace plimsoll::storage {

namespace {

using Statements = std::unordered_map<QString, std::vector<sqlite3_stmt *>>;

std::unordered_map<sqlite3 *, Statements> &pools()
{
    thread_local std::unordered_map<sqlite3 *, Statements> pools; // a connection belongs to its thread
    return pools;
}

bool isKept(const QString &sql)
{
    static constexpr std::array kWords {u"SELECT", u"INSERT", u"UPDATE", u"DELETE", u"BEGIN", u"COMMIT"};
    return std::ranges::any_of(kWords, [&sql](const char16_t *word) { return sql.startsWith(QStringView(word)); });
}

} // namespace

sqlite3_stmt *StatementPool::take(sqlite3 *connection, const QString &sql)
{
    Statements &statements = pools()[connection];
    if (const auto found = statements.find(sql); found != statements.end() && !found->second.empty()) {
        sqlite3_stmt *statement = found->second.back();
        found->second.pop_back();
        return statement;
    }
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const unsigned flags = isKept(sql) ? SQLITE_PREPARE_PERSISTENT : 0;
    const int length = static_cast<int>(text.size()) + 1; // with its end, which spares SQLite a copy
    if (sqlite3_prepare_v3(connection, text.constData(), length, flags, &statement, nullptr) != SQLITE_OK) {
        return nullptr;
    }
    return statement;
}

void StatementPool::giveBack(sqlite3 *connection, const QString &sql, sqlite3_stmt *statement)
{
    const auto pool = pools().find(connection);
    if (pool == pools().end() || !isKept(sql)) {
        sqlite3_finalize(statement);
        return;
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    pool->second[sql].push_back(statement);
}

void StatementPool::forget(sqlite3 *connection)
{
    const auto pool = pools().find(connection);
    if (pool == pools().end()) {
        return;
    }
    for (const auto &[sql, statements] : pool->second) {
        std::ranges::for_each(statements, sqlite3_finalize);
    }
    pools().erase(pool);
}

} // namespace plimsoll::storage
