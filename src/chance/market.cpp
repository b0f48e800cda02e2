// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/market.h"

#include "chance/correlation.h"

#include <algorithm>
#include <optional>

namespace plimsoll::chance {

namespace {

std::optional<std::size_t> indexOf(const ReturnStatistics &statistics, const std::string &asset)
{
    const auto found = std::ranges::find(statistics.assets, asset, &AssetReturns::asset);
    return found == statistics.assets.end()
        ? std::nullopt
        : std::optional(static_cast<std::size_t>(found - statistics.assets.begin()));
}

std::optional<double> wishFor(const std::map<std::string, double> &wishes, const std::string &asset)
{
    const auto found = wishes.find(asset);
    return found == wishes.end() ? std::nullopt : std::optional(found->second);
}

std::vector<double> scaled(std::vector<double> returns, double factor)
{
    std::ranges::transform(returns, returns.begin(), [factor](double r) { return r * factor; });
    return returns;
}

// What was wished in place of what was estimated. Where it does not fit together it is repaired, and that is said.
void wishCorrelations(MarketModel &market, const MarketWishes &wishes)
{
    market.estimated = market.correlation;
    bool isWished = false;
    for (std::size_t i = 0; i < market.assets.size(); ++i) {
        for (std::size_t j = 0; j < market.assets.size(); ++j) {
            const auto wish = wishes.correlation.find({market.assets[i].asset, market.assets[j].asset});
            if (i != j && wish != wishes.correlation.end()) {
                market.correlation(i, j) = wish->second;
                market.correlation(j, i) = wish->second;
                isWished = true;
            }
        }
    }
    if (isWished) {
        const RepairedCorrelation repaired = repairCorrelation(market.correlation);
        market.correlation = repaired.matrix;
        market.repaired = repaired.repaired;
        market.smallestEigenvalue = repaired.smallestEigenvalue;
    }
}

// All assets of which neither candles nor the person say how they move, so that one answer tells what to bring.
std::string unknownOf(const ReturnStatistics &statistics, const std::vector<std::string> &assets,
                      const MarketWishes &wishes)
{
    std::string names;
    for (const std::string &asset : assets) {
        if (!indexOf(statistics, asset) && !wishFor(wishes.sigma, asset)) {
            names += (names.empty() ? "" : ", ") + asset;
        }
    }
    return names;
}

SquareMatrix covariance(const std::vector<AssetModel> &assets, const SquareMatrix &correlation)
{
    SquareMatrix result(assets.size());
    for (std::size_t i = 0; i < assets.size(); ++i) {
        for (std::size_t j = 0; j < assets.size(); ++j) {
            result(i, j) = correlation(i, j) * assets[i].sigma * assets[j].sigma;
        }
    }
    return result;
}

} // namespace

Result<MarketModel> makeMarket(const ReturnStatistics &statistics, const std::vector<std::string> &assets,
                               const MarketWishes &wishes)
{
    MarketModel market {statistics.unit, {}, SquareMatrix::identity(assets.size()), {statistics.joint.interval, {}}};
    std::vector<std::optional<std::size_t>> sources;
    if (const std::string unknown = unknownOf(statistics, assets, wishes); !unknown.empty()) {
        return Error {ErrorCode::NotFound, unknown, "no three candles in a row say how its price moves"};
    }
    for (const std::string &asset : assets) {
        auto source = indexOf(statistics, asset);
        const auto wish = wishFor(wishes.sigma, asset);
        const double estimated = source ? statistics.assets[*source].sigma : 0;
        if (wish && !(estimated > 0)) {
            source.reset(); // what never moved cannot be scaled
        }
        const double sigma = wish.value_or(estimated);
        market.assets.push_back({asset, sigma, wishFor(wishes.drift, asset).value_or(0), source.has_value()});
        market.history.byAsset.push_back(
            source ? scaled(statistics.joint.byAsset[*source], estimated > 0 ? sigma / estimated : 1)
                   : std::vector<double> {});
        sources.push_back(source);
    }
    for (std::size_t i = 0; i < assets.size(); ++i) {
        for (std::size_t j = 0; j < assets.size(); ++j) {
            if (i != j && sources[i] && sources[j]) {
                market.correlation(i, j) = statistics.correlation(*sources[i], *sources[j]);
            }
        }
    }
    wishCorrelations(market, wishes);
    return market;
}

SquareMatrix covarianceOf(const MarketModel &market)
{
    return covariance(market.assets, market.correlation);
}

SquareMatrix estimatedCovarianceOf(const MarketModel &market)
{
    return covariance(market.assets, market.estimated.size() == 0 ? market.correlation : market.estimated);
}

} // namespace plimsoll::chance
