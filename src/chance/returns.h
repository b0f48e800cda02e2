// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/squarematrix.h"
#include "margin/decimal.h"
#include "margin/result.h"
#include "wire/candlefile.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::chance {

/// A year of a market that never closes.
inline constexpr double kYearMs = 365.0 * 24 * 3'600'000;

/// What candles say about one asset.
struct AssetReturns {
    std::string asset;
    std::size_t count = 0; ///< returns used, at least 2
    std::size_t gaps = 0; ///< intervals between the first and the last price over which there is none
    double sigma = 0; ///< volatility per year: standard deviation of log returns x sqrt(year / interval)
};

/// Log returns of all assets over the same intervals; what block resampling draws from.
struct JointReturns {
    std::int64_t interval = 0; ///< ms
    std::vector<std::vector<double>> byAsset; ///< per asset, oldest first; intervals without all prices are left out
};

/// Two assets whose candles have no two intervals in common; their correlation is taken as 0.
struct UnrelatedPair {
    std::string first;
    std::string second;
};

/// Volatility and correlation as estimated from candles. Everything is an estimate, hence floating point.
struct ReturnStatistics {
    std::string unit; ///< what prices are measured in; constant
    std::int64_t interval = 0; ///< ms; that of the coarsest candles in use
    std::vector<AssetReturns> assets; ///< those that have a history, in the order asked for
    std::vector<std::string> withoutHistory; ///< fewer than two returns, so three prices in a row
    SquareMatrix correlation; ///< of `assets`, positive definite
    bool repaired = false; ///< the estimated matrix was not positive definite; see repairCorrelation()
    double smallestEigenvalue = 1; ///< of the matrix as estimated
    std::vector<UnrelatedPair> unrelated;
    JointReturns joint; ///< of `assets`
};

/// Sigmas from each asset's own log returns of closing prices over neighbouring times of the common grid; correlations
/// from the intervals that a pair has in common (0 where one of them never moves). Returns across a gap are left out.
/// Sample moments, divisor n - 1. `unit` is constant and left out of the answer. Assets without history are named, not
/// an error: the caller knows whether it can do without. Pure; any thread; about 0.2 us per candle.
ReturnStatistics estimateReturns(const std::vector<wire::CandleSeries> &candles, const std::vector<std::string> &assets,
                                 const std::string &unit);

/// The standard deviation of an asset's log returns of a day, as a share; nothing where it has no history or never
/// moved. Pure; any thread.
std::optional<double> dailySigma(const ReturnStatistics &statistics, const std::string &asset);

/// An estimate as a decimal with four digits behind the point: it is not worth more. Within +-1,000,000.
margin::Decimal roundedEstimate(double value);

/// So many sigmas of a day as a shock in percent.
margin::Decimal shockOfSigmas(margin::Decimal sigmas, double dailySigma);

/// What betas are measured against where nobody says anything else.
inline constexpr const char *kBetaIndex = "BTC";

/// How far each of `statistics.assets` moves, in the mean, when the index moves by 1: cov(asset, index) / var(index).
/// The index is the mean of the returns of `index`: one asset such as BTC, or several with equal weights. Errors:
/// NotFound, with the asset, where one of the index has no history or the index is empty; DivisionByZero where it never
/// moves. Pure; any thread.
Result<std::vector<double>> betas(const ReturnStatistics &statistics, const std::vector<std::string> &index);

/// betas() by asset, within -100 and 100, at four decimals: estimates have no more. Errors: those of betas().
Result<std::map<std::string, margin::Decimal>> betaWeights(const ReturnStatistics &statistics,
                                                           const std::vector<std::string> &index);

} // namespace plimsoll::chance
