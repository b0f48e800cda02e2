// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/market.h"

#include <cstdint>
#include <vector>

namespace plimsoll::chance {

/// Joint returns of candles as the bootstrap draws from them: sums over neighbouring intervals, in a circle. The mean
/// of e^return is that of the drift, whatever trend the candles had: a rise that was there is not promised again.
/// Read-only after it is made; shared between threads. Source: Politis and Romano, "The stationary bootstrap" (1994).
class BlockHistory
{
public:
    /// Requires: hasJointHistory(market).
    explicit BlockHistory(const MarketModel &market);

    [[nodiscard]] std::size_t size() const { return m_size; } ///< intervals; 0 where no asset has a history

    /// What is drawn at least: a whole number of intervals that fits the steps, as they fit it; ms.
    [[nodiscard]] std::int64_t unit() const { return m_unit; }

    /// Of a block, in the mean: a day, so that calm and wild hours stay together, and at most a quarter of the candles;
    /// ms.
    [[nodiscard]] double blockLength() const { return m_blockLength; }

    /// Intervals in `length`, which is a multiple of one.
    [[nodiscard]] std::size_t intervals(std::int64_t length) const
    {
        return static_cast<std::size_t>(length / m_interval);
    }

    /// Log return of an asset over `count` intervals from `first` on. Requires: first < size(), count at most a unit's
    /// or an hour's.
    [[nodiscard]] double sum(std::size_t asset, std::size_t first, std::size_t count) const
    {
        return m_sums[asset][first + count] - m_sums[asset][first];
    }

private:
    std::int64_t m_interval = 1;
    std::int64_t m_unit = 1;
    double m_blockLength = 1;
    std::size_t m_size = 0;
    std::vector<std::vector<double>> m_sums; ///< per asset, from the beginning; goes on in the circle behind the end
};

} // namespace plimsoll::chance
