// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/interestrows.h"

#include "storage/ledger/seal.h"
#include "storage/sql/sqlstatement.h"

#include <utility>

namespace plimsoll::storage {

namespace {

constexpr QStringView kStartAll =
    u"INSERT INTO interest_run (holder, asset, charged_until, newest_row, principal, hours) "
    "SELECT a.holder, a.asset, ?, b.newest_row, b.borrowed, 0 FROM holder_asset a JOIN "
    "balance b ON b.holder = a.holder AND b.asset = a.asset WHERE a.holder = ? ON CONFLICT DO NOTHING RETURNING asset";
constexpr QStringView kMarkCharged = u"UPDATE holder SET charged = 1 WHERE number = ? AND charged = 0";
constexpr QStringView kStartOne =
    u"INSERT INTO interest_run (holder, asset, charged_until, newest_row, principal, hours) "
    "SELECT number, ?, ?, 0, '0', 0 FROM holder WHERE number = ? AND charged = 1";
constexpr QStringView kRead =
    u"SELECT asset, charged_until, newest_row, principal, daily_interest, hours FROM interest_run WHERE holder = ?";
constexpr QStringView kSave = u"UPDATE interest_run SET charged_until = ?, newest_row = ?, principal = ?, "
                              "daily_interest = ?, hours = ? WHERE holder = ? AND asset = ?";
constexpr QStringView kMarkComplete =
    u"UPDATE holder SET charged = 1 WHERE EXISTS (SELECT 1 FROM interest_run r WHERE r.holder = holder.number) AND "
    "NOT EXISTS (SELECT 1 FROM holder_asset a WHERE a.holder = holder.number AND NOT EXISTS (SELECT 1 FROM "
    "interest_run r WHERE r.holder = a.holder AND r.asset = a.asset))";

} // namespace

void startRuns(const QSqlDatabase &database, std::int64_t holder, WallTime now)
{
    std::vector<std::string> started;
    {
        SqlStatement start(database, kStartAll, {boundInteger(now), boundInteger(holder)});
        while (start.next()) {
            started.push_back(start.utf8(0));
        }
    }
    for (const std::string &asset : started) {
        sealInterestRun(database, holder, asset);
    }
    execute(database, kMarkCharged, {boundInteger(holder)});
}

void startRun(const QSqlDatabase &database, std::int64_t holder, const std::string &asset, WallTime now)
{
    SqlStatement start(database, kStartOne);
    start.run({boundText(asset), boundInteger(now), boundInteger(holder)});
    if (start.changedRows() > 0) {
        sealInterestRun(database, holder, asset);
    }
}

std::vector<StoredRun> readRuns(const QSqlDatabase &database, std::int64_t holder)
{
    std::vector<StoredRun> runs;
    {
        SqlStatement s(database, kRead, {boundInteger(holder)});
        while (s.next()) {
            runs.push_back(
                {s.utf8(0), {s.wallTime(1), s.decimal(3), s.optionalDecimal(4), s.integer(5)}, s.integer(2)});
        }
    }
    for (const StoredRun &stored : runs) {
        checkInterestRun(database, holder, stored.asset);
    }
    return runs;
}

void saveRun(const QSqlDatabase &database, std::int64_t holder, const StoredRun &stored)
{
    const margin::InterestRun &run = stored.run;
    execute(database, kSave,
            {boundInteger(run.chargedUntil), boundInteger(stored.newestRow), boundDecimal(run.principal),
             boundDecimal(run.dailyRate), boundInteger(run.hours), boundInteger(holder), boundText(stored.asset)});
    sealInterestRun(database, holder, stored.asset);
}

void sealOldRuns(const QSqlDatabase &database)
{
    std::vector<std::pair<std::int64_t, std::string>> keys;
    {
        SqlStatement s(database, u"SELECT holder, asset FROM interest_run");
        while (s.next()) {
            keys.emplace_back(s.integer(0), s.utf8(1));
        }
    }
    for (const auto &[holder, asset] : keys) {
        sealInterestRun(database, holder, asset);
    }
    execute(database, kMarkComplete);
}

} // namespace plimsoll::storage
