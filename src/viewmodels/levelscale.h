// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"
#include "margin/thresholds.h"

namespace plimsoll::viewmodels {

/// Places on the level bar, 0..1: one linear scale per account, from a quarter of (initial - liquidation) below the
/// liquidation ratio to one and three quarters of it above the initial ratio; levels beyond stand at the ends. For
/// pixels only, but a marker never stands on the wrong side of a mark: where two different exact values fall on one
/// double, the place is nudged. Any thread.
class LevelScale
{
public:
    explicit LevelScale(const margin::Thresholds &thresholds);

    [[nodiscard]] double at(margin::Decimal level) const; ///< of a mark or a bound
    [[nodiscard]] double of(
        const margin::Assessment &assessment) const; ///< of a level by its exact sums; -1 where there is none

private:
    margin::Thresholds m_thresholds;
    double m_from = 0;
    double m_width = 1;
};

} // namespace plimsoll::viewmodels
