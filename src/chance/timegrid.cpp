// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/timegrid.h"

#include "chance/returns.h"

#include <algorithm>

namespace plimsoll::chance {

TimeGrid::TimeGrid(std::int64_t longest)
{
    for (std::int64_t time = 0; time < longest;) {
        time += time < kDayMs ? kShortStepMs : kLongStepMs;
        m_ends.push_back(time);
    }
}

bool TimeGrid::isHorizon(std::int64_t time)
{
    const std::int64_t step = time <= kDayMs ? kShortStepMs : kLongStepMs;
    return time > 0 && time <= kLongestHorizonMs && time % step == 0;
}

double TimeGrid::years(std::size_t step) const
{
    return static_cast<double>(length(step)) / kYearMs;
}

std::size_t TimeGrid::stepEndingAt(std::int64_t time) const
{
    return static_cast<std::size_t>(std::ranges::lower_bound(m_ends, time) - m_ends.begin());
}

std::vector<std::int64_t> TimeGrid::fanTimes() const
{
    const std::int64_t longest = m_ends.back();
    const auto distance = [longest](std::int64_t time) {
        if (longest <= kLongStepMs) {
            return kShortStepMs;
        }
        return time <= kDayMs ? kLongStepMs : (time <= 7 * kDayMs ? 4 * kLongStepMs : 12 * kLongStepMs);
    };
    std::vector<std::int64_t> times;
    std::ranges::copy_if(m_ends, std::back_inserter(times),
                         [&](std::int64_t time) { return time % distance(time) == 0 || time == longest; });
    return times;
}

} // namespace plimsoll::chance
