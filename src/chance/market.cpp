// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/market.h"

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

} // namespace

Result<MarketModel> makeMarket(const ReturnStatistics &statistics, const std::vector<std::string> &assets,
                               const MarketWishes &wishes)
{
    MarketModel market {statistics.unit, {}, SquareMatrix::identity(assets.size()), {statistics.joint.interval, {}}};
    std::vector<std::optional<std::size_t>> sources;
    for (const std::string &asset : assets) {
        auto source = indexOf(statistics, asset);
        const auto wish = wishFor(wishes.sigma, asset);
        if (!source && !wish) {
            return Error {ErrorCode::NotFound, asset, "no three candles in a row say how its price moves"};
        }
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
    return market;
}

SquareMatrix covarianceOf(const MarketModel &market)
{
    SquareMatrix covariance(market.assets.size());
    for (std::size_t i = 0; i < market.assets.size(); ++i) {
        for (std::size_t j = 0; j < market.assets.size(); ++j) {
            covariance(i, j) = market.correlation(i, j) * market.assets[i].sigma * market.assets[j].sigma;
        }
    }
    return covariance;
}

} // namespace plimsoll::chance
