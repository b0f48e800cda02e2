// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/levelreader.h"

#include "storage/sql/sqlstatement.h"
#include "storage/sql/words.h"
#include "storage/tables/recordage.h"

#include <algorithm>
#include <array>

namespace plimsoll::storage {

using monitor::LevelPoint;

namespace {

constexpr std::array<std::int64_t, 3> kResolutions {1, 60'000, 3'600'000};

constexpr QStringView kPoints = u"SELECT time, level, status FROM level_history "
                                "WHERE account = ? AND resolution = ? AND bucket >= ? AND bucket < ? ORDER BY bucket";

class Reader
{
public:
    Reader(const QSqlDatabase &database, std::int64_t account)
        : m_database(database)
        , m_account(account)
    {
    }

    // Points with begin <= time < end. `wanted` is the index of the coarsest resolution allowed.
    void read(std::size_t wanted, WallTime begin, WallTime end)
    {
        const std::size_t index = std::max(wanted, finestCovering(begin, end));
        const std::int64_t step = kResolutions[index];
        const WallTime firstWhole = floorTo(begin + step - 1, step);
        const WallTime lastWhole = floorTo(end, step);
        if (index == 0) {
            readRows(index, begin, end, begin, end);
            return;
        }
        if (firstWhole > lastWhole) { // all of it inside one bucket
            readEdge(index, begin, end);
            return;
        }
        readEdge(index, begin, firstWhole);
        readRows(index, firstWhole, lastWhole, begin, end);
        readEdge(index, lastWhole, end);
    }

    std::vector<LevelPoint> take() { return std::move(m_points); }

private:
    // Part of one bucket: from finer rows where they still exist, else the bucket's own point if it lies inside.
    void readEdge(std::size_t index, WallTime begin, WallTime end)
    {
        if (begin >= end) {
            return;
        }
        const std::size_t finer = finestCovering(begin, end);
        if (finer < index) {
            read(finer, begin, end);
        } else {
            readRows(index, floorTo(begin, kResolutions[index]), end, begin, end);
        }
    }

    // The finest resolution with everything that ever was in the range.
    [[nodiscard]] std::size_t finestCovering(WallTime begin, WallTime end) const
    {
        const auto found = std::ranges::find(kResolutions, finestWhole(m_database, begin, end));
        return static_cast<std::size_t>(std::min(found, kResolutions.end() - 1) - kResolutions.begin());
    }

    void readRows(std::size_t index, WallTime firstBucket, WallTime endBucket, WallTime begin, WallTime end)
    {
        SqlStatement s(m_database, kPoints,
                       {boundInteger(m_account), boundInteger(kResolutions[index]), boundInteger(firstBucket),
                        boundInteger(endBucket)});
        while (s.next()) {
            const WallTime time = s.wallTime(0);
            if (time >= begin && time < end) {
                m_points.push_back({time, s.optionalInteger(1), wordAt(s, 2, margin::statusFromWord, "status")});
            }
        }
    }

    QSqlDatabase m_database;
    std::int64_t m_account;
    std::vector<LevelPoint> m_points;
};

} // namespace

std::vector<LevelPoint> readLevels(const QSqlDatabase &database, std::int64_t account, WallTime from, WallTime to,
                                   int maxPoints)
{
    const std::int64_t width = (to - from) / std::max(maxPoints, 1);
    std::size_t wanted = 0;
    while (wanted + 1 < kResolutions.size() && kResolutions[wanted + 1] <= 2 * width) {
        ++wanted;
    }
    Reader reader(database, account);
    reader.read(wanted, from, to + 1);
    return reader.take();
}

} // namespace plimsoll::storage
