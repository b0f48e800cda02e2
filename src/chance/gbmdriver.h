// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/market.h"
#include "chance/pricedriver.h"
#include "chance/timegrid.h"

namespace plimsoll::chance {

/// Geometric Brownian motion with correlations: log prices move by (drift - sigma^2 / 2) dt + sqrt(dt) L z. Exact at
/// the ends of steps, whatever their length.
class GbmDriver final : public PriceDriver
{
public:
    /// `grid` must outlive it.
    GbmDriver(const MarketModel &market, const TimeGrid &grid, std::uint64_t seed);

    void begin(PathBlock &block) override;
    void draw(PathBlock &block, std::size_t stepPair) override;
    void move(PathBlock &block, std::size_t step) override;

    [[nodiscard]] const SquareMatrix &covariance() const override { return m_covariance; }

private:
    const TimeGrid &m_grid;
    std::uint64_t m_seed;
    SquareMatrix m_covariance;
    SquareMatrix m_factor; ///< of m_covariance
    std::vector<double> m_shifts; ///< per year
    std::vector<double> m_weights; ///< scratch
};

} // namespace plimsoll::chance
