// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/domino.h"
#include "analysis/stress.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// What one computation said about all accounts over a range of shocks: what every part of the stress page shows.
/// Value.
struct StressAnswer {
    std::vector<margin::Account> accounts;
    std::shared_ptr<const margin::Rates> rates; ///< not moved
    std::string asset; ///< that moves alone; empty: more than one
    analysis::PriceMove move = analysis::PriceMove::everything();
    std::vector<analysis::StressPoint> points; ///< percent by percent
    std::vector<analysis::StressPoint> together; ///< where not all move alike: if they did, for comparison
    analysis::Domino domino;

    /// nullptr where that shock leaves no price above 0.
    [[nodiscard]] const analysis::StressPoint *at(int percent) const
    {
        const auto found = std::ranges::find(points, margin::Decimal::fromInteger(percent),
                                             &analysis::StressPoint::shock);
        return found == points.end() ? nullptr : &*found;
    }
};

} // namespace plimsoll::viewmodels
