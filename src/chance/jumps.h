// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/market.h"

namespace plimsoll::chance {

/// A return is taken for a jump where it lies this many robust standard deviations from the median.
inline constexpr double kJumpBar = 5;

/// Jumps that come to all assets at once, beside a diffusion.
struct JumpModel {
    double perYear = 0; ///< how many, in the mean; Poisson
    std::size_t found = 0; ///< intervals that held one
    std::vector<double> mean; ///< of the log return of a jump, per asset
    SquareMatrix covariance; ///< of log returns of jumps
    SquareMatrix diffusion; ///< covariance of log prices per year without jumps
};

/// Jumps are the intervals in which the return of any asset lies beyond kJumpBar; their moments are those of the
/// returns of all assets in these intervals, the diffusion's are those of all other intervals. The robust standard
/// deviation is 1.4826 x the median distance from the median, which jumps cannot inflate; the plain one where that is
/// 0. Assets without history diffuse only. Sources: Merton, "Option pricing when underlying stock returns are
/// discontinuous" (1976); Mancini, "Non-parametric threshold estimation for models with stochastic diffusion
/// coefficient and jumps" (2009). Requires: hasJointHistory(market). Pure; any thread.
JumpModel estimateJumps(const MarketModel &market);

/// Whether the assets with history have two intervals in common, without which neither jumps nor blocks of real returns
/// can be had; also where no asset has one.
bool hasJointHistory(const MarketModel &market);

} // namespace plimsoll::chance
