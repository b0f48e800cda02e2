// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/barchanges.h"

#include "storage/ledger/profilereader.h"
#include "storage/sql/sqlstatement.h"

#include <algorithm>

namespace plimsoll::storage {

using margin::Thresholds;

namespace {

constexpr QStringView kInsert =
    u"INSERT INTO bar_change (time, account, initial_before, margin_call_before, liquidation_before, initial_after, "
    "margin_call_after, liquidation_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
constexpr QStringView kFollowers =
    u"SELECT number, initial, margin_call, liquidation FROM account WHERE own_thresholds = 0 AND profile = ?";
constexpr QStringView kSelect =
    u"SELECT c.time, h.id, c.initial_before, c.margin_call_before, c.liquidation_before, c.initial_after, "
    "c.margin_call_after, c.liquidation_after FROM bar_change c JOIN holder h ON h.number = c.account "
    "WHERE ? = '' OR h.id = ? ORDER BY c.sequence DESC LIMIT ?";

Thresholds barsAt(const SqlStatement &s, int column)
{
    return {s.decimal(column), s.decimal(column + 1), s.decimal(column + 2)};
}

} // namespace

void noteBarChange(const QSqlDatabase &database, std::int64_t account, const Thresholds &before,
                   const Thresholds &after, WallTime time)
{
    if (before == after) {
        return;
    }
    execute(database, kInsert,
            {boundInteger(time), boundInteger(account), boundDecimal(before.initial), boundDecimal(before.marginCall),
             boundDecimal(before.liquidation), boundDecimal(after.initial), boundDecimal(after.marginCall),
             boundDecimal(after.liquidation)});
}

void noteProfileChange(const QSqlDatabase &database, const margin::Profile &profile, WallTime time)
{
    const auto profileBars = barsOf(profile.name, readProfiles(database));
    SqlStatement followers(database, kFollowers, {boundText(profile.name)});
    while (followers.next()) {
        noteBarChange(database, followers.integer(0), profileBars.value_or(barsAt(followers, 1)), profile.thresholds,
                      time);
    }
}

std::vector<monitor::BarChange> readBarChanges(const QSqlDatabase &database, const std::string &account, int limit)
{
    std::vector<monitor::BarChange> changes;
    SqlStatement s(database, kSelect, {boundText(account), boundText(account), limit > 0 ? limit : -1});
    while (s.next()) {
        changes.push_back({s.wallTime(0), s.utf8(1), barsAt(s, 2), barsAt(s, 5)});
    }
    std::ranges::reverse(changes);
    return changes;
}

} // namespace plimsoll::storage
