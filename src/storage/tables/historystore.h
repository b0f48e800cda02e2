// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/stores.h"
#include "storage/opening/database.h"
#include "storage/tables/recordage.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::storage {

/// Level and price samples, stretches of known level, and changes of status. Each sample is also folded into the
/// lowest, the highest and the last of its minute, 10 minutes, hour, 6 hours and day (prices: the first of its minute
/// and hour), so that a chart of a year reads few rows and shows every dip. Kept: samples 48 hours, up to 10 minutes 90
/// days, the rest and stretches 5 years, in confirmed time (recordage.h): `now` is the moment on the boot-time clock.
/// Levels in units of 10^-8, times in ms since 1970 UTC. The storage thread.
class HistoryStore
{
public:
    explicit HistoryStore(Database &database);

    /// One transaction. Levels of accounts that do not exist are dropped: they may have been hidden or never booked.
    Result<Done> append(const monitor::HistoryBatch &batch, const BootMoment &now);

    /// Wall ms of the newest price of a symbol; 0 = none is kept.
    Result<WallTime> newestPriceTime(const std::string &symbol) const;
    /// All that is kept of a symbol in [from, to], of whatever resolution, oldest first.
    Result<std::vector<monitor::PriceRecord>> prices(const std::string &symbol, WallTime from, WallTime to) const;
    /// What HistoryPort::keptPrices() answers.
    Result<std::vector<monitor::KeptPrices>> keptPrices(WallTime from, WallTime to) const;
    /// What HistoryPort::symbolPrices() answers.
    Result<std::vector<monitor::KeptPrice>> symbolPrices(const std::string &symbol, WallTime from, WallTime to,
                                                         std::int64_t width) const;
    /// At most maxPoints in [from, to] by time, with the lowest level of each stretch. Errors: NotFound.
    Result<std::vector<monitor::LevelPoint>> levels(const std::string &account, WallTime from, WallTime to,
                                                    int maxPoints) const;

    /// The newest sample since `from` that has a level. Errors: NotFound.
    Result<std::optional<monitor::LevelPoint>> newestLevel(const std::string &account, WallTime from) const;

    /// Errors: NotFound.
    Result<monitor::LevelTrack> track(const std::string &account, WallTime from, WallTime to, std::int64_t width) const;

    /// The track of every account that is not removed, in one look at the database.
    Result<monitor::LevelTracks> tracks(WallTime from, WallTime to, std::int64_t width) const;

    /// All or none. Errors: NotFound; Malformed where `prices` is not JSON.
    Result<Done> appendStatuses(const std::vector<monitor::StatusRecord> &records);
    /// The newest `limit` (0 = all) of an account ("" = all), oldest first.
    Result<std::vector<monitor::StatusRecord>> statuses(const std::string &account, int limit) const;

    /// What HistoryPort::barChanges() answers.
    Result<std::vector<monitor::BarChange>> barChanges(const std::string &account, int limit) const;

    /// Deletes what is older than its time. Changes of status and of bars are never deleted.
    Result<Done> runRetention(const BootMoment &now);

private:
    Database &m_database;
};

} // namespace plimsoll::storage
