// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/pathblock.h"
#include "chance/squarematrix.h"

namespace plimsoll::chance {

/// Moves the prices of a block of paths step by step; one per thread, as it may remember where its paths are. The
/// numbers of a path depend on the seed, its number and the step alone. Calls come in this order: begin, then for every
/// step move (draw before every even one), then jump.
class PriceDriver
{
public:
    PriceDriver() = default;
    virtual ~PriceDriver() = default;
    PriceDriver(const PriceDriver &) = delete;
    PriceDriver &operator=(const PriceDriver &) = delete;

    /// A new block at the prices of the beginning.
    virtual void begin(PathBlock &block) = 0;
    /// The random numbers of steps 2 x stepPair and the one after it.
    virtual void draw(PathBlock &block, std::size_t stepPair) = 0;
    /// Moves block.logs through a step.
    virtual void move(PathBlock &block, std::size_t step) = 0;

    /// What comes at once, at the end of a step; false where nothing can.
    virtual bool jump(PathBlock & /*block*/, std::size_t /*step*/) { return false; }

    /// Covariance of log prices per year within a step, by which the bridge between its ends is judged.
    [[nodiscard]] virtual const SquareMatrix &covariance() const = 0;
};

} // namespace plimsoll::chance
