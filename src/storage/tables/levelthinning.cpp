// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/levelthinning.h"

#include <algorithm>

namespace plimsoll::storage {

using monitor::LevelPoint;

namespace {

bool isLower(const LevelPoint &candidate, const LevelPoint &kept)
{
    return candidate.level && (!kept.level || *candidate.level < *kept.level);
}

} // namespace

std::vector<LevelPoint> thinned(std::vector<LevelPoint> points, WallTime from, WallTime to, int maxPoints)
{
    const std::int64_t count = std::max(maxPoints, 1);
    if (std::ssize(points) <= count) {
        return points;
    }
    // Rounded up, so that no more than `count` stretches cover the range with both its ends.
    const std::int64_t width = std::max<std::int64_t>(1, (to - from) / count + 1);
    std::vector<LevelPoint> kept;
    kept.reserve(static_cast<std::size_t>(count));
    std::int64_t lastStretch = -1;
    for (const LevelPoint &point : points) {
        const std::int64_t stretch = (point.time - from) / width;
        if (stretch != lastStretch) {
            kept.push_back(point);
            lastStretch = stretch;
        } else if (isLower(point, kept.back())) {
            kept.back() = point;
        }
    }
    return kept;
}

} // namespace plimsoll::storage
