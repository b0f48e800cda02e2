// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/trackreader.h"

#include "storage/sqlstatement.h"

#include <algorithm>
#include <array>

namespace plimsoll::storage {

using monitor::LevelBucket;
using monitor::LevelTrack;

namespace {

constexpr std::array<std::int64_t, 3> kResolutions {3'600'000, 60'000, 1};

constexpr QStringView kOldest = u"SELECT min(begin) FROM level_span WHERE account = ?";
constexpr QStringView kSpans =
    u"SELECT begin, end, level FROM level_span WHERE account = ? AND begin <= ? AND end >= ? ORDER BY begin";
constexpr QStringView kBuckets =
    u"SELECT time, level, last_time, last_level FROM level_history WHERE account = ? AND resolution = ? "
    "AND bucket >= ? AND bucket <= ? AND level IS NOT NULL ORDER BY bucket";
constexpr QStringView kBefore =
    u"SELECT time, level, last_time, last_level FROM level_history WHERE account = ? AND resolution = ? "
    "AND bucket < ? AND level IS NOT NULL ORDER BY bucket DESC LIMIT 1";

void addRows(LevelTrack &track, SqlStatement &rows)
{
    while (rows.next()) {
        LevelBucket bucket {{rows.integer(0), rows.integer(1)}, {rows.integer(0), rows.integer(1)}};
        if (const auto lastTime = rows.optionalInteger(2)) { // not in rows of resolution 1 and of earlier versions
            bucket.last = {*lastTime, rows.integer(3)};
        }
        track.add(bucket);
    }
}

} // namespace

LevelTrack readTrack(const QSqlDatabase &database, std::int64_t account, std::int64_t from, std::int64_t to,
                     std::int64_t width)
{
    SqlStatement oldest(database, kOldest, {boundInteger(account)});
    const auto first = oldest.next() ? oldest.optionalInteger(0) : std::nullopt;
    if (!first || to < from) {
        return LevelTrack();
    }
    LevelTrack track(width > 0 ? width : LevelTrack::widthFor(to - std::max(from, *first)));
    const std::int64_t begin = std::max(from, *first) / track.width()
        * track.width(); // whole buckets, so that none is cut
    const std::int64_t resolution = *std::ranges::find_if(kResolutions,
                                                          [&](std::int64_t step) { return step <= track.width(); });
    SqlStatement before(database, kBefore, {boundInteger(account), boundInteger(resolution), boundInteger(begin)});
    addRows(track, before);
    SqlStatement rows(database, kBuckets,
                      {boundInteger(account), boundInteger(resolution), boundInteger(begin), boundInteger(to)});
    addRows(track, rows);
    SqlStatement spans(database, kSpans, {boundInteger(account), boundInteger(to), boundInteger(begin)});
    while (spans.next()) {
        track.add(monitor::LevelSpan {spans.integer(0), spans.integer(1), spans.integer(2)});
    }
    return track;
}

} // namespace plimsoll::storage
