// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/returns.h"

#include "chance/correlation.h"
#include "chance/pricegrid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plimsoll::chance {

namespace {

using Column = std::vector<double>; // one asset's return per step of the grid; NaN where it has none

constexpr std::size_t kLeastReturns = 2;

std::vector<Column> returnsOf(const PriceGrid &grid)
{
    std::vector<Column> columns(grid.logs.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t t = 1; t < grid.times.size(); ++t) {
            const bool neighbours = grid.times[t] - grid.times[t - 1] == grid.interval;
            columns[i].push_back(neighbours ? grid.logs[i][t] - grid.logs[i][t - 1]
                                            : std::numeric_limits<double>::quiet_NaN());
        }
    }
    return columns;
}

std::size_t countOf(const Column &column)
{
    return static_cast<std::size_t>(std::ranges::count_if(column, [](double r) { return !std::isnan(r); }));
}

// Intervals between the first and the last price that carry no return.
std::size_t gapsIn(const PriceGrid &grid, std::size_t asset, std::size_t count)
{
    const Column &logs = grid.logs[asset];
    const auto known = [](double value) { return !std::isnan(value); };
    const auto first = std::ranges::find_if(logs, known);
    const auto last = std::find_if(logs.rbegin(), logs.rend(), known);
    if (first == logs.end()) {
        return 0;
    }
    const WallTime from = grid.times[static_cast<std::size_t>(first - logs.begin())];
    const WallTime to = grid.times[static_cast<std::size_t>(logs.rend() - last) - 1];
    return static_cast<std::size_t>((to - from) / grid.interval) - count;
}

struct Moments {
    std::size_t count = 0;
    double varianceX = 0; // sums of squares about the mean, not divided
    double varianceY = 0;
    double covariance = 0;
};

// Over the steps that both have; two passes, so that a large mean does not eat the digits.
Moments momentsOf(const Column &x, const Column &y)
{
    Moments moments;
    double meanX = 0;
    double meanY = 0;
    for (std::size_t t = 0; t < x.size(); ++t) {
        if (!std::isnan(x[t]) && !std::isnan(y[t])) {
            ++moments.count;
            meanX += x[t];
            meanY += y[t];
        }
    }
    const auto count = static_cast<double>(std::max<std::size_t>(moments.count, 1));
    meanX /= count;
    meanY /= count;
    for (std::size_t t = 0; t < x.size(); ++t) {
        if (!std::isnan(x[t]) && !std::isnan(y[t])) {
            moments.varianceX += (x[t] - meanX) * (x[t] - meanX);
            moments.varianceY += (y[t] - meanY) * (y[t] - meanY);
            moments.covariance += (x[t] - meanX) * (y[t] - meanY);
        }
    }
    return moments;
}

double sigmaOf(const Column &column, std::int64_t interval)
{
    const Moments moments = momentsOf(column, column);
    return std::sqrt(moments.varianceX / static_cast<double>(moments.count - 1) * kYearMs
                     / static_cast<double>(interval));
}

SquareMatrix correlationOf(const std::vector<Column> &columns, ReturnStatistics &statistics)
{
    SquareMatrix matrix = SquareMatrix::identity(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const Moments moments = momentsOf(columns[i], columns[j]);
            if (moments.count < kLeastReturns) {
                statistics.unrelated.push_back({statistics.assets[j].asset, statistics.assets[i].asset});
                continue;
            }
            const double scale = std::sqrt(moments.varianceX) * std::sqrt(moments.varianceY);
            const double value = scale > 0 ? std::clamp(moments.covariance / scale, -1.0, 1.0) : 0;
            matrix(i, j) = value;
            matrix(j, i) = value;
        }
    }
    return matrix;
}

JointReturns jointOf(const std::vector<Column> &columns, std::int64_t interval)
{
    JointReturns joint {interval, std::vector<Column>(columns.size())};
    const std::size_t steps = columns.empty() ? 0 : columns.front().size();
    for (std::size_t t = 0; t < steps; ++t) {
        if (std::ranges::any_of(columns, [t](const Column &column) { return std::isnan(column[t]); })) {
            continue;
        }
        for (std::size_t i = 0; i < columns.size(); ++i) {
            joint.byAsset[i].push_back(columns[i][t]);
        }
    }
    return joint;
}

// cov(asset, index), all per year.
double covarianceWith(const ReturnStatistics &statistics, std::size_t asset, const std::vector<std::size_t> &index)
{
    double sum = 0;
    for (const std::size_t other : index) {
        sum += statistics.correlation(asset, other) * statistics.assets[asset].sigma * statistics.assets[other].sigma;
    }
    return sum / static_cast<double>(index.size());
}

} // namespace

ReturnStatistics estimateReturns(const std::vector<wire::CandleSeries> &candles, const std::vector<std::string> &assets,
                                 const std::string &unit)
{
    ReturnStatistics statistics;
    statistics.unit = unit;
    std::vector<std::string> wanted;
    std::ranges::copy_if(assets, std::back_inserter(wanted),
                         [&unit](const std::string &asset) { return asset != unit; });
    const PriceGrid grid = makePriceGrid(candles, wanted, unit);
    statistics.interval = grid.interval;
    std::vector<Column> columns = returnsOf(grid);
    std::vector<Column> used;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const std::size_t count = countOf(columns[i]);
        if (count < kLeastReturns) {
            statistics.withoutHistory.push_back(wanted[i]);
            continue;
        }
        statistics.assets.push_back(
            {wanted[i], count, gapsIn(grid, i, count), sigmaOf(columns[i], statistics.interval)});
        used.push_back(std::move(columns[i]));
    }
    const RepairedCorrelation repaired = repairCorrelation(correlationOf(used, statistics));
    statistics.correlation = repaired.matrix;
    statistics.repaired = repaired.repaired;
    statistics.smallestEigenvalue = repaired.smallestEigenvalue;
    statistics.joint = jointOf(used, statistics.interval);
    return statistics;
}

std::optional<double> dailySigma(const ReturnStatistics &statistics, const std::string &asset)
{
    constexpr double kDaysOfAYear = 365;
    const auto found = std::ranges::find(statistics.assets, asset, &AssetReturns::asset);
    const bool moves = found != statistics.assets.end() && found->sigma > 0;
    return moves ? std::optional(found->sigma / std::sqrt(kDaysOfAYear)) : std::nullopt;
}

margin::Decimal roundedEstimate(double value)
{
    constexpr std::int64_t kUnits = 10'000;
    constexpr double kMost = 1e6;
    const auto units = static_cast<std::int64_t>(std::llround(std::clamp(value, -kMost, kMost) * kUnits));
    return margin::Decimal::fromInteger(units)
        .dividedBy(margin::Decimal::fromInteger(kUnits), margin::Rounding::Down)
        .value_or(margin::Decimal());
}

margin::Decimal shockOfSigmas(margin::Decimal sigmas, double dailySigma)
{
    return roundedEstimate(sigmas.toDoubleForPlot() * dailySigma * 100);
}

Result<std::vector<double>> betas(const ReturnStatistics &statistics, const std::vector<std::string> &index)
{
    std::vector<std::size_t> members;
    for (const std::string &asset : index) {
        const auto found = std::ranges::find(statistics.assets, asset, &AssetReturns::asset);
        if (found == statistics.assets.end()) {
            return Error {ErrorCode::NotFound, asset, "there are no candles that say how it moved"};
        }
        members.push_back(static_cast<std::size_t>(found - statistics.assets.begin()));
    }
    if (members.empty()) {
        return Error {ErrorCode::NotFound, {}, "the index holds no asset"};
    }
    double variance = 0;
    for (const std::size_t member : members) {
        variance += covarianceWith(statistics, member, members) / static_cast<double>(members.size());
    }
    if (!(variance > 0)) {
        return Error {ErrorCode::DivisionByZero, index.front(), "the index never moved"};
    }
    std::vector<double> result;
    for (std::size_t i = 0; i < statistics.assets.size(); ++i) {
        result.push_back(covarianceWith(statistics, i, members) / variance);
    }
    return result;
}

Result<std::map<std::string, margin::Decimal>> betaWeights(const ReturnStatistics &statistics,
                                                           const std::vector<std::string> &index)
{
    constexpr double kLimit = 100;
    constexpr std::int64_t kUnits = 10'000;
    const auto values = betas(statistics, index);
    if (!values) {
        return values.error();
    }
    std::map<std::string, margin::Decimal> weights;
    for (std::size_t i = 0; i < values->size(); ++i) {
        const auto units = static_cast<std::int64_t>(std::llround(std::clamp((*values)[i], -kLimit, kLimit) * kUnits));
        const auto beta = margin::Decimal::fromInteger(units).dividedBy(margin::Decimal::fromInteger(kUnits),
                                                                        margin::Rounding::Down);
        weights.emplace(statistics.assets[i].asset, *beta);
    }
    return weights;
}

} // namespace plimsoll::chance
