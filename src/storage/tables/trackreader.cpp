// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/trackreader.h"

#include "storage/sql/sqlstatement.h"
#include "storage/tables/levelresolutions.h"
#include "storage/tables/recordage.h"

#include <algorithm>

namespace plimsoll::storage {

using monitor::LevelBucket;
using monitor::LevelTrack;

namespace {

constexpr QStringView kOldest = u"SELECT min(begin) FROM level_span WHERE account = ?";
constexpr QStringView kSpans =
    u"SELECT begin, end, level FROM level_span WHERE account = ? AND begin <= ? AND end >= ? ORDER BY begin";
constexpr QStringView kBuckets = u"SELECT time, level, highest_time, highest_level, last_time, last_level FROM "
                                 u"level_history WHERE account = ? AND resolution = ? "
                                 "AND bucket >= ? AND bucket <= ? AND level IS NOT NULL ORDER BY bucket";
constexpr QStringView kBefore = u"SELECT time, level, highest_time, highest_level, last_time, last_level FROM "
                                u"level_history WHERE account = ? AND resolution = ? "
                                "AND bucket < ? AND level IS NOT NULL ORDER BY bucket DESC LIMIT 1";

void addRows(LevelTrack &track, SqlStatement &rows)
{
    while (rows.next()) {
        const monitor::LevelSample lowest {rows.wallTime(0), rows.integer(1)};
        LevelBucket bucket {lowest, lowest, lowest};
        if (const auto highestTime = rows.optionalWallTime(2)) { // not in rows of resolution 1
            bucket.highest = {*highestTime, rows.integer(3)};
        }
        if (const auto lastTime = rows.optionalWallTime(4)) { // nor in those of the first versions
            bucket.last = {*lastTime, rows.integer(5)};
        }
        track.add(bucket);
    }
}

} // namespace

LevelTrack readTrack(const QSqlDatabase &database, std::int64_t account, WallTime from, WallTime to, std::int64_t width)
{
    SqlStatement oldest(database, kOldest, {boundInteger(account)});
    const auto first = oldest.next() ? oldest.optionalWallTime(0) : std::nullopt;
    if (!first || to < from) {
        return LevelTrack();
    }
    LevelTrack track(width > 0 ? width : LevelTrack::widthFor(to - std::max(from, *first)));
    const WallTime begin = floorTo(std::max(from, *first), track.width()); // whole buckets, so that none is cut
    const auto finest = std::ranges::find_if(kLevelResolutions.rbegin(), kLevelResolutions.rend(),
                                             [&](std::int64_t step) { return step <= track.width(); });
    SqlStatement before(database, kBefore, {boundInteger(account), boundInteger(*finest), boundInteger(begin)});
    addRows(track, before);
    // Where finer rows were deleted the coarser ones tell; where they were not, those add nothing new.
    const std::int64_t whole = finestWhole(database, begin, to);
    for (const std::int64_t resolution : kLevelResolutions) {
        if (resolution == *finest || (resolution > *finest && resolution <= whole)) {
            SqlStatement rows(database, kBuckets,
                              {boundInteger(account), boundInteger(resolution),
                               boundInteger(floorTo(begin, resolution)), boundInteger(to)});
            addRows(track, rows);
        }
    }
    SqlStatement spans(database, kSpans, {boundInteger(account), boundInteger(to), boundInteger(begin)});
    while (spans.next()) {
        track.add(monitor::LevelSpan {spans.wallTime(0), spans.wallTime(1), spans.integer(2)});
    }
    return track;
}

} // namespace plimsoll::storage
