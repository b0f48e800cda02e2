// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/accountwalk.h"
#include "chance/dynamics.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace plimsoll::chance {

/// Walks a block of paths from now to the last step, with all accounts on it. One per thread.
class BlockRun
{
public:
    /// Called where a step was asked for; prices of all assets are there.
    using Look = std::function<void(std::size_t step)>;

    /// All of them must outlive it. `looks`: per step, whether somebody wants to look at its end.
    BlockRun(const Book &book, const Dynamics &dynamics, const TimeGrid &grid, std::uint64_t seed,
             std::vector<bool> looks);

    /// Paths firstPath to firstPath + kLanes - 1. False where it was stopped, which it is within a step.
    bool run(std::uint64_t firstPath, const std::stop_token &stop, const Look &look);

    [[nodiscard]] const PathBlock &block() const { return m_block; }

    /// In the order of the book; nullptr for accounts that are not simulated.
    [[nodiscard]] const std::vector<std::unique_ptr<AccountWalk>> &walks() const { return m_walks; }

private:
    void walkStep(std::size_t step);
    void walkTo(const Lanes &bridge, const StepSpan &span);
    void priceAssets(bool all);

    const TimeGrid &m_grid;
    std::unique_ptr<PriceDriver> m_driver;
    std::vector<bool> m_looks;
    PathBlock m_block;
    std::vector<std::unique_ptr<AccountWalk>> m_walks;
    std::vector<bool> m_pricedAlways; ///< per asset, whether some walk reads its price at every step
};

} // namespace plimsoll::chance
