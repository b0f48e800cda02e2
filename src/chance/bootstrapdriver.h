// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/blockhistory.h"
#include "chance/pricedriver.h"
#include "chance/timegrid.h"

namespace plimsoll::chance {

/// Real returns in blocks of random length, all assets from the same time. Where candles are longer than a step, the
/// return of a candle is spread over its steps as a Brownian bridge with the sigmas and correlations of the market.
/// Assets without history move by normals of their own.
class BootstrapDriver final : public PriceDriver
{
public:
    /// `history` and `grid` must outlive it.
    BootstrapDriver(const MarketModel &market, const BlockHistory &history, const TimeGrid &grid, std::uint64_t seed);

    void begin(PathBlock &block) override;
    void draw(PathBlock &block, std::size_t stepPair) override;
    void move(PathBlock &block, std::size_t step) override;

    [[nodiscard]] const SquareMatrix &covariance() const override { return m_covariance; }

private:
    void place(const PathBlock &block, std::size_t step, std::int64_t moved);
    void moveByUnits(PathBlock &block, std::size_t step);
    void moveWithinUnit(PathBlock &block, std::size_t step);
    void addNoise(PathBlock &block, std::size_t step, std::size_t asset, double variance, double shift);

    const BlockHistory &m_history;
    const TimeGrid &m_grid;
    std::uint64_t m_seed;
    std::vector<AssetModel> m_assets;
    SquareMatrix m_covariance;
    SquareMatrix m_factor; ///< of m_covariance
    bool m_needsNormals;
    std::array<std::size_t, kLanes> m_places {}; ///< the interval each path stands at
    std::int64_t m_lastMoved = 0; ///< ms that the places stand behind; 0 before the first
    std::vector<Lanes> m_left; ///< per asset, what is left of the return of the unit under way
    std::vector<double> m_weights; ///< scratch
};

} // namespace plimsoll::chance
