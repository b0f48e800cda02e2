// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/levelreader.h"

#include "storage/sqlstatement.h"
#include "storage/words.h"

#include <algorithm>
#include <array>

namespace plimsoll::storage {

using monitor::LevelPoint;

namespace {

constexpr std::array<std::int64_t, 3> kResolutions {1, 60'000, 3'600'000};

constexpr QStringView kPoints = u"SELECT time, level, status FROM level_history "
                                "WHERE account = ? AND resolution = ? AND bucket >= ? AND bucket < ? ORDER BY bucket";
constexpr QStringView kOldest = u"SELECT min(bucket) FROM level_history WHERE account = ? AND resolution = ?";

std::int64_t floorTo(std::int64_t time, std::int64_t step)
{
    const std::int64_t rest = time % step;
    return time - (rest < 0 ? rest + step : rest);
}

class Reader
{
public:
    Reader(const QSqlDatabase &database, std::int64_t account)
        : m_database(database)
        , m_account(account)
    {
        for (std::size_t i = 0; i < kResolutions.size(); ++i) {
            SqlStatement s(database, kOldest, {boundInteger(account), boundInteger(kResolutions[i])});
            m_oldest[i] = s.next() ? s.optionalInteger(0) : std::nullopt;
        }
    }

    // Points with begin <= time < end. `wanted` is the index of the coarsest resolution allowed.
    void read(std::size_t wanted, std::int64_t begin, std::int64_t end)
    {
        const std::size_t index = std::max(wanted, finestCovering(begin));
        const std::int64_t step = kResolutions[index];
        const std::int64_t firstWhole = floorTo(begin + step - 1, step);
        const std::int64_t lastWhole = floorTo(end, step);
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
    void readEdge(std::size_t index, std::int64_t begin, std::int64_t end)
    {
        if (begin >= end) {
            return;
        }
        const std::size_t finer = finestCovering(begin);
        if (finer < index) {
            read(finer, begin, end);
        } else {
            readRows(index, floorTo(begin, kResolutions[index]), end, begin, end);
        }
    }

    // The finest resolution with everything that ever was in the range. Retention deletes whole hours: a finer resolution is complete
    // from its oldest row on, and altogether where that stands in the first hour of all.
    [[nodiscard]] std::size_t finestCovering(std::int64_t begin) const
    {
        const auto &firstHour = m_oldest.back();
        for (std::size_t i = 0; i + 1 < kResolutions.size(); ++i) {
            if (firstHour && m_oldest[i] && (*m_oldest[i] <= begin || floorTo(*m_oldest[i], kResolutions.back()) <= *firstHour)) {
                return i;
            }
        }
        return kResolutions.size() - 1;
    }

    void readRows(std::size_t index, std::int64_t firstBucket, std::int64_t endBucket, std::int64_t begin, std::int64_t end)
    {
        SqlStatement s(m_database, kPoints,
                       {boundInteger(m_account), boundInteger(kResolutions[index]), boundInteger(firstBucket), boundInteger(endBucket)});
        while (s.next()) {
            const std::int64_t time = s.integer(0);
            if (time >= begin && time < end) {
                m_points.push_back({time, s.optionalInteger(1), wordAt(s, 2, margin::statusFromWord, "status")});
            }
        }
    }

    QSqlDatabase m_database;
    std::int64_t m_account;
    std::array<std::optional<std::int64_t>, kResolutions.size()> m_oldest;
    std::vector<LevelPoint> m_points;
};

} // namespace

std::vector<LevelPoint> readLevels(const QSqlDatabase &database, std::int64_t account, std::int64_t from, std::int64_t to, int maxPoints)
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
