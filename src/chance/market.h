// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/returns.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::chance {

/// How one asset moves, per year.
struct AssetModel {
    std::string asset;
    double sigma = 0; ///< volatility of its log price
    double drift = 0; ///< of its price, as a rate: E[price] grows by exp(drift x years)
    bool hasHistory = false; ///< moves with the others as its candles did; else independently, and normally distributed
};

/// What a simulation assumes about prices. `unit` is constant.
struct MarketModel {
    std::string unit;
    std::vector<AssetModel> assets;
    SquareMatrix correlation; ///< of `assets`, positive definite; what a random walk takes
    JointReturns history; ///< per asset, scaled to its sigma; an empty column where it has no history
    SquareMatrix estimated {}; ///< the correlation of the candles alone, positive definite
    bool repaired = false; ///< what was wished did not fit together; see repairCorrelation()
    double smallestEigenvalue = 1; ///< of the correlation as it was wished
};

/// What a person says instead of the candles; by asset, per year.
struct MarketWishes {
    std::map<std::string, double> sigma;
    std::map<std::string, double> drift; ///< 0 where nothing is said: nobody knows it
    /// Correlations of pairs; of an asset with itself there is none. Real days and jumps keep those of the candles.
    std::map<std::pair<std::string, std::string>, double> correlation {};
};

/// The model of `assets` by what candles say and a person wishes. A sigma that is given scales the history. Errors:
/// NotFound with all assets of which there is neither a history nor a sigma ("BCH, XRP"). Requires: wishes within
/// [0, 100] for sigma, [-100, 100] for drift, [-1, 1] for a correlation; no asset twice. Correlations that do not fit
/// together are repaired, and `repaired` says so. Pure; any thread.
Result<MarketModel> makeMarket(const ReturnStatistics &statistics, const std::vector<std::string> &assets,
                               const MarketWishes &wishes);

/// Covariance of log prices per year, by the correlation of a random walk.
SquareMatrix covarianceOf(const MarketModel &market);

/// The same by the correlation of the candles alone.
SquareMatrix estimatedCovarianceOf(const MarketModel &market);

} // namespace plimsoll::chance
