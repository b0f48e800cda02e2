// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"
#include "margin/thresholds.h"

#include <vector>

namespace plimsoll::viewmodels {

/// Places on a level bar, 0..1, for pixels only. A marker never stands on the wrong side of a mark: where two different
/// exact values fall on one double, the place is nudged. Any thread.
class LevelScale
{
public:
    /// Linear, one for each account: from a quarter of (initial - liquidation) below the liquidation ratio to one and
    /// three quarters of it above the initial ratio; levels beyond stand at the ends.
    explicit LevelScale(const margin::Thresholds &thresholds);

    /// The bars of every account at the same places, straight in between, so that rows of accounts with different bars
    /// compare at a glance.
    static LevelScale withFixedBars(const margin::Thresholds &bars);

    static constexpr double kLiquidationPlace = 0.17; ///< of withFixedBars()
    static constexpr double kCallPlace = 0.35;
    static constexpr double kInitialPlace = 0.53;

    [[nodiscard]] double at(margin::Decimal level) const; ///< of a mark or a bound
    [[nodiscard]] double of(
        const margin::Assessment &assessment) const; ///< of a level by its exact sums; -1 where there is none

private:
    struct Knot {
        double level;
        double place;
    };

    LevelScale(const margin::Thresholds &thresholds, std::vector<Knot> knots);

    margin::Thresholds m_thresholds;
    std::vector<Knot> m_knots; ///< ascending, at least two; straight between them
};

} // namespace plimsoll::viewmodels
