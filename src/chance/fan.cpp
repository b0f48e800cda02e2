// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/fan.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::chance {

Fan::Fan(const BookAccount &account, std::vector<std::int64_t> times, std::uint64_t paths)
    : m_account(account)
    , m_times(std::move(times))
    , m_paths(static_cast<std::size_t>(std::min(paths, kMostPaths)))
    , m_levels(m_times.size() * m_paths)
{
}

void Fan::add(std::size_t point, std::uint64_t firstPath, const AccountWalk &walk, const Lanes &assets,
              const Lanes &debt)
{
    if (firstPath >= m_paths) {
        return;
    }
    const auto first = static_cast<std::size_t>(firstPath);
    const std::size_t count = std::min(kLanes, m_paths - first);
    for (std::size_t i = 0; i < count; ++i) {
        const bool liquidated = std::isfinite(walk.liquidationAt()[i]);
        m_levels[point * m_paths + first + i] = static_cast<float>(liquidated ? m_account.liquidationBar
                                                                              : assets[i] / debt[i]);
    }
}

std::vector<FanPoint> Fan::result() const
{
    double assets = 0;
    double debt = 0;
    for (const Exposure &exposure : m_account.exposures) {
        assets += exposure.held;
        debt += exposure.owed;
    }
    FanPoint now;
    now.levels.fill(assets / debt);
    std::vector<FanPoint> points {now};
    for (std::size_t point = 0; point < m_times.size(); ++point) {
        const auto begin = m_levels.begin() + static_cast<std::ptrdiff_t>(point * m_paths);
        std::vector<float> levels(begin, begin + static_cast<std::ptrdiff_t>(m_paths));
        std::ranges::sort(levels);
        FanPoint quantiles {m_times[point], {}};
        for (std::size_t i = 0; i < FanPoint::kPercents.size(); ++i) {
            const auto percent = static_cast<std::size_t>(FanPoint::kPercents[i]);
            quantiles.levels[i] = static_cast<double>(levels[(m_paths - 1) * percent / 100]);
        }
        points.push_back(quantiles);
    }
    return points;
}

} // namespace plimsoll::chance
