// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/accountwalk.h"
#include "chance/chances.h"

#include <vector>

namespace plimsoll::chance {

/// The levels of one account at several times, of the first paths only: they fix every quantile to better than a pixel.
/// Each path writes to its own place, so blocks may come from any thread, one at a time each.
class Fan
{
public:
    static constexpr std::uint64_t kMostPaths = 8192;

    /// Requires: account.hasDebt(); paths > 0. `account` must outlive it.
    Fan(const BookAccount &account, std::vector<std::int64_t> times, std::uint64_t paths);

    /// A block at times()[point]; assets and debt as of AccountWalk::values().
    void add(std::size_t point, std::uint64_t firstPath, const AccountWalk &walk, const Lanes &assets,
             const Lanes &debt);

    [[nodiscard]] const std::vector<std::int64_t> &times() const { return m_times; }

    /// Once all paths were added; begins with now.
    [[nodiscard]] std::vector<FanPoint> result() const;

private:
    const BookAccount &m_account;
    std::vector<std::int64_t> m_times; ///< ms from now
    std::size_t m_paths;
    std::vector<float> m_levels; ///< per time, per path
};

} // namespace plimsoll::chance
