// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/jumps.h"
#include "chance/pricedriver.h"
#include "chance/timegrid.h"

namespace plimsoll::chance {

/// A diffusion with correlations, and jumps of all assets at once whose number in a step is Poisson; they come at the
/// step's end. The drift is kept: E[price] grows by it, jumps included. Source: Merton (1976), see jumps.h.
class JumpDriver final : public PriceDriver
{
public:
    /// `grid` must outlive it.
    JumpDriver(const MarketModel &market, const JumpModel &jumps, const TimeGrid &grid, std::uint64_t seed);

    void begin(PathBlock &block) override;
    void draw(PathBlock &block, std::size_t stepPair) override;
    void move(PathBlock &block, std::size_t step) override;
    bool jump(PathBlock &block, std::size_t step) override;

    [[nodiscard]] const SquareMatrix &covariance() const override { return m_jumps.diffusion; }

private:
    void jumpOne(PathBlock &block, std::size_t lane, std::size_t step, int count);

    const TimeGrid &m_grid;
    std::uint64_t m_seed;
    JumpModel m_jumps;
    SquareMatrix m_diffusionFactor;
    SquareMatrix m_jumpFactor;
    std::vector<double> m_shifts; ///< per year
    std::vector<double> m_scratch; ///< weights of a step, normals of a jump
};

} // namespace plimsoll::chance
