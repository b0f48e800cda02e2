// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/recordage.h"

#include "storage/sql/sqlstatement.h"

#include <algorithm>
#include <set>

namespace plimsoll::storage {

namespace {

constexpr QStringView kNote = u"INSERT INTO record_hour (hour, age, held, whole) VALUES (?, ?, 1, 1) "
                              "ON CONFLICT DO UPDATE SET age = max(age, excluded.age), held = 1";
constexpr QStringView kOld = u"SELECT hour FROM record_hour WHERE age < ? ORDER BY hour";
constexpr QStringView kHolding = u"SELECT hour FROM record_hour WHERE age < ? AND held <= ? ORDER BY hour";
constexpr QStringView kThinned = u"UPDATE record_hour SET held = ?, whole = max(whole, ?) WHERE age < ? AND held <= ?";
constexpr QStringView kWhole = u"SELECT ifnull(max(whole), 1) FROM record_hour WHERE hour >= ? AND hour < ?";

std::vector<HourRange> joined(SqlStatement hours)
{
    std::vector<HourRange> ranges;
    while (hours.next()) {
        const WallTime hour = hours.wallTime(0);
        if (!ranges.empty() && ranges.back().end == hour) {
            ranges.back().end += kRecordHour;
        } else {
            ranges.push_back({hour, hour + kRecordHour});
        }
    }
    return ranges;
}

} // namespace

std::int64_t recordAge(const QSqlDatabase &database, const BootMoment &now)
{
    std::int64_t age = 0;
    {
        SqlStatement s(database, u"SELECT age, boot, boot_ms FROM record_clock");
        if (s.next()) {
            const bool sameBoot = !now.boot.empty() && s.utf8(1) == now.boot;
            age = s.integer(0) + (sameBoot ? std::max<Ms>(0, now.bootTime - s.bootTime(2)) : 0);
        }
    }
    execute(database, u"UPDATE record_clock SET age = ?, boot = ?, boot_ms = ?",
            {boundInteger(age), boundText(now.boot), boundInteger(now.bootTime)});
    return age;
}

void noteRecorded(const QSqlDatabase &database, const std::vector<WallTime> &times, std::int64_t age)
{
    std::set<WallTime> hours;
    for (const WallTime time : times) {
        hours.insert(floorTo(time, kRecordHour));
    }
    SqlStatement note(database, kNote);
    for (const WallTime hour : hours) {
        note.run({boundInteger(hour), boundInteger(age)});
    }
}

std::vector<HourRange> hoursFrom(const QSqlDatabase &database, std::int64_t age)
{
    return joined(SqlStatement(database, kOld, {boundInteger(age)}));
}

std::vector<HourRange> hoursHolding(const QSqlDatabase &database, std::int64_t age, std::int64_t step)
{
    return joined(SqlStatement(database, kHolding, {boundInteger(age), boundInteger(step)}));
}

void noteThinned(const QSqlDatabase &database, std::int64_t age, std::int64_t step, std::int64_t next)
{
    if (next == 0) {
        execute(database, u"DELETE FROM record_hour WHERE age < ?", {boundInteger(age)});
    } else {
        execute(database, kThinned, {boundInteger(next), boundInteger(next), boundInteger(age), boundInteger(step)});
    }
}

std::int64_t finestWhole(const QSqlDatabase &database, WallTime begin, WallTime end)
{
    return queryInteger(database, kWhole, {boundInteger(floorTo(begin, kRecordHour)), boundInteger(end)});
}

} // namespace plimsoll::storage
