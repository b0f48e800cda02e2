// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/stores.h"
#include "storage/sql/sqlfailure.h"

#include <QtSql/QSqlDatabase>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::storage {

/// Rows of the alarm tables as values. All throw SqlFailure; a row that cannot be understood, damaged by hand, is never
/// passed over: DatabaseIsBroken, with the row as its place.

/// The clocks at the newest record; nothing before the first one.
std::optional<alarm::SavedMoment> readAlarmMoment(const QSqlDatabase &database);
std::vector<monitor::AlarmStateRow> readAlarmStates(const QSqlDatabase &database); ///< ordered by key as stored
/// Per account that exists: the lowest level of the newest minute in which one was recorded.
std::map<std::string, margin::Decimal> readLastLevels(const QSqlDatabase &database);
/// Oldest first.
std::vector<monitor::AlarmEventRow> readAlarmEvents(const QSqlDatabase &database,
                                                    const monitor::AlarmHistoryFilter &filter);
std::vector<monitor::OutboxRow> readPending(const QSqlDatabase &database); ///< oldest first
std::vector<monitor::OutboxRow> readOutbox(const QSqlDatabase &database,
                                           const std::string &occurrence); ///< as Stores::outbox()

/// What `read` makes of one row, or DatabaseIsBroken at `row` where it cannot.
template<typename Read>
auto readRow(const std::string &row, Read &&read)
{
    auto value = attempt(std::forward<Read>(read));
    if (!value) {
        refuse(ErrorCode::DatabaseIsBroken, row, value.error().detail);
    }
    return std::move(value).value();
}

} // namespace plimsoll::storage
