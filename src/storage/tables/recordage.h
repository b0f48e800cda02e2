// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <QtSql/QSqlDatabase>

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::storage {

/// How long ago something was recorded, for deciding what is old enough to be deleted. Time stamps do not tell: they
/// are of the wall clock, which may be years ahead for an hour. Age is what the boot-time clock saw pass, summed over
/// boots and stored; the time between two boots does not count. So it is never more than what really passed, and
/// nothing is deleted earlier than an honest clock would have it. Kept per hour of time stamps: the age at which such a
/// stamp was last recorded. All throw SqlFailure; inside a transaction.

inline constexpr std::int64_t kRecordHour = 3'600'000;

/// Where the boot-time clock stands.
struct BootMoment {
    std::string boot; ///< "" confirms nothing
    BootTime bootTime;
};

/// Whole hours of time stamps: begin <= time < end.
struct HourRange {
    WallTime begin;
    WallTime end;

    bool operator==(const HourRange &) const = default;
};

/// The age now, ms; carries the stored one on.
std::int64_t recordAge(const QSqlDatabase &database, const BootMoment &now);

/// Something with these time stamps is being recorded.
void noteRecorded(const QSqlDatabase &database, const std::vector<WallTime> &times, std::int64_t age);

/// Hours in which nothing was recorded since `age`, in order, neighbours joined.
std::vector<HourRange> hoursFrom(const QSqlDatabase &database, std::int64_t age);

/// Those of them that may still hold samples of the resolution `step` (ms).
std::vector<HourRange> hoursHolding(const QSqlDatabase &database, std::int64_t age, std::int64_t step);

/// Their samples of `step` were deleted: `next` is the finest resolution that is left; 0: nothing is.
void noteThinned(const QSqlDatabase &database, std::int64_t age, std::int64_t step, std::int64_t next);

/// The finest resolution of which nothing was deleted in begin <= time < end.
std::int64_t finestWhole(const QSqlDatabase &database, WallTime begin, WallTime end);

} // namespace plimsoll::storage
