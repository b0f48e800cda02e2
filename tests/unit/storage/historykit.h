// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "storagekit.h"

#include <cstdint>
#include <optional>
#include <vector>

/// What the tests of the history and of its retention share: times, samples of one account, the lowest of some points.
namespace storagekit {

inline constexpr std::int64_t kMinute = 60'000;
inline constexpr std::int64_t kHour = 60 * kMinute;
inline constexpr std::int64_t kDay = 24 * kHour;

inline monitor::LevelRecord record(plimsoll::WallTime time, std::optional<std::int64_t> level)
{
    return {"b-ethusdt", {time, level, level ? margin::Status::Normal : margin::Status::Unknown}};
}

inline std::optional<std::int64_t> lowest(const std::vector<monitor::LevelPoint> &points)
{
    std::optional<std::int64_t> low;
    for (const monitor::LevelPoint &point : points) {
        if (point.level && (!low || *point.level < *low)) {
            low = point.level;
        }
    }
    return low;
}

} // namespace storagekit
