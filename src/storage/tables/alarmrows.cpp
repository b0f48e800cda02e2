// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/alarmrows.h"

#include "storage/sql/sqlstatement.h"
#include "storage/sql/words.h"

#include <algorithm>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;
using monitor::AlarmEventRow;
using monitor::AlarmStateRow;
using monitor::OutboxRow;

namespace {

constexpr QStringView kMoment = u"SELECT boot, boot_ms, wall_ms FROM alarm_moment";
constexpr QStringView kStates = u"SELECT account, condition, detail, occurrence, state, data FROM alarm_state "
                                "ORDER BY account, condition, detail";
constexpr QStringView kEvents =
    u"SELECT sequence, time, account, condition, detail, occurrence, from_state, to_state, cause, level, "
    "inputs FROM alarm_event";
constexpr QStringView kOutbox = u"SELECT occurrence, number, channel, time, result, detail, sequence FROM alarm_outbox";
constexpr int kNewestDeliveries = 1000;
constexpr QStringView kLastLevels =
    u"SELECT h.id, (SELECT l.level FROM level_history l WHERE l.account = h.number AND l.resolution = 60000 "
    "AND l.level IS NOT NULL ORDER BY l.bucket DESC LIMIT 1) AS newest "
    "FROM holder h JOIN account a ON a.number = h.number WHERE newest IS NOT NULL";

alarm::Key keyAt(const SqlStatement &s, int column)
{
    return {s.utf8(column), wordAt(s, column + 1, alarm::conditionFromWord, "condition"), s.utf8(column + 2)};
}

AlarmStateRow stateOf(const SqlStatement &s)
{
    AlarmStateRow row {keyAt(s, 0), orThrow(alarm::decodeAlarm(s.utf8(5)))};
    if (row.alarm.occurrence != s.integer(3) || row.alarm.state != alarm::stateFromWord(s.utf8(4))) {
        refuse(ErrorCode::DatabaseIsBroken, "database", "its columns and its data do not agree");
    }
    return row;
}

AlarmEventRow eventOf(const SqlStatement &s)
{
    return {s.integer(0),
            s.wallTime(1),
            keyAt(s, 2),
            static_cast<std::uint32_t>(s.integer(5)),
            wordAt(s, 6, alarm::stateFromWord, "state"),
            wordAt(s, 7, alarm::stateFromWord, "state"),
            wordAt(s, 8, alarm::causeFromWord, "cause"),
            s.optionalDecimal(9),
            s.utf8(10)};
}

OutboxRow deliveryOf(const SqlStatement &s)
{
    return {s.utf8(0),
            static_cast<int>(s.integer(1)),
            wordAt(s, 2, alarm::channelFromWord, "channel"),
            s.wallTime(3),
            wordAt(s, 4, monitor::outboxFromWord, "result"),
            s.utf8(5)};
}

std::vector<OutboxRow> deliveries(SqlStatement s)
{
    std::vector<OutboxRow> rows;
    while (s.next()) {
        rows.push_back(readRow("alarm_outbox " + s.utf8(6), [&s] { return deliveryOf(s); }));
    }
    return rows;
}

// Only what is asked for becomes part of the statement: a condition that may be empty would keep SQLite from using an
// index.
class Where
{
public:
    void add(QStringView clause, const QVariant &value)
    {
        m_sql += values.isEmpty() ? u" WHERE "_s : u" AND "_s;
        m_sql += clause;
        values.append(value);
    }

    [[nodiscard]] const QString &sql() const { return m_sql; }

    QVariantList values;

private:
    QString m_sql;
};

} // namespace

std::optional<alarm::SavedMoment> readAlarmMoment(const QSqlDatabase &database)
{
    SqlStatement s(database, kMoment);
    return s.next() ? std::optional(alarm::SavedMoment {s.utf8(0), s.bootTime(1), s.wallTime(2)}) : std::nullopt;
}

std::map<std::string, margin::Decimal> readLastLevels(const QSqlDatabase &database)
{
    constexpr margin::Int128 kUnit = 10'000'000'000; // a recorded level counts in 10^-8
    std::map<std::string, margin::Decimal> levels;
    SqlStatement s(database, kLastLevels);
    while (s.next()) {
        levels.emplace(s.utf8(0), margin::Decimal::fromMantissa(kUnit * s.integer(1)));
    }
    return levels;
}

std::vector<AlarmStateRow> readAlarmStates(const QSqlDatabase &database)
{
    std::vector<AlarmStateRow> rows;
    SqlStatement s(database, kStates);
    while (s.next()) {
        rows.push_back(
            readRow("alarm_state " + s.utf8(0) + '|' + s.utf8(1) + '|' + s.utf8(2), [&s] { return stateOf(s); }));
    }
    return rows;
}

std::vector<AlarmEventRow> readAlarmEvents(const QSqlDatabase &database, const monitor::AlarmHistoryFilter &filter)
{
    Where where;
    if (!filter.account.empty()) {
        where.add(u"account = ?", boundText(filter.account));
    }
    if (filter.condition) {
        where.add(u"condition = ?", wordText(alarm::conditionWord(*filter.condition)));
    }
    if (filter.from != 0) {
        where.add(u"time >= ?", boundInteger(filter.from));
    }
    if (filter.to != INT64_MAX) {
        where.add(u"time <= ?", boundInteger(filter.to));
    }
    std::vector<AlarmEventRow> rows;
    SqlStatement s(database, kEvents.toString() + where.sql() + u" ORDER BY sequence DESC LIMIT ?"_s,
                   where.values + QVariantList {filter.limit > 0 ? filter.limit : -1});
    while (s.next()) {
        rows.push_back(readRow("alarm_event " + s.utf8(0), [&s] { return eventOf(s); }));
    }
    std::ranges::reverse(rows);
    return rows;
}

std::vector<OutboxRow> readPending(const QSqlDatabase &database)
{
    return deliveries(SqlStatement(database, kOutbox.toString() + u" WHERE result = 'pending' ORDER BY sequence"_s));
}

std::vector<OutboxRow> readOutbox(const QSqlDatabase &database, const std::string &occurrence)
{
    if (!occurrence.empty()) {
        const QString sql = kOutbox.toString() + u" WHERE occurrence = ? ORDER BY sequence"_s;
        return deliveries(SqlStatement(database, sql, {boundText(occurrence)}));
    }
    auto rows = deliveries(
        SqlStatement(database, kOutbox.toString() + u" ORDER BY sequence DESC LIMIT ?"_s, {kNewestDeliveries}));
    std::ranges::reverse(rows);
    return rows;
}

} // namespace plimsoll::storage
