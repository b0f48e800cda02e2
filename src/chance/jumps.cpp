// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/jumps.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::chance {

namespace {

using Column = std::vector<double>;

double medianOf(Column values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

double plainDeviation(const Column &column)
{
    double mean = 0;
    for (const double r : column) {
        mean += r / static_cast<double>(column.size());
    }
    double squares = 0;
    for (const double r : column) {
        squares += (r - mean) * (r - mean);
    }
    return std::sqrt(squares / static_cast<double>(column.size() - 1));
}

// Marks the intervals in which this asset jumped.
void mark(const Column &column, std::vector<bool> &jumped)
{
    constexpr double kNormal = 1.4826; // of a normal distribution: standard deviation / median distance
    const double median = medianOf(column);
    Column distances;
    std::ranges::transform(column, std::back_inserter(distances), [median](double r) { return std::abs(r - median); });
    const double robust = kNormal * medianOf(distances);
    const double deviation = robust > 0 ? robust : plainDeviation(column);
    for (std::size_t t = 0; t < column.size(); ++t) {
        jumped[t] = jumped[t] || (deviation > 0 && distances[t] > kJumpBar * deviation);
    }
}

Column selected(const Column &column, const std::vector<bool> &jumped, bool wanted)
{
    Column result;
    for (std::size_t t = 0; t < column.size(); ++t) {
        if (jumped[t] == wanted) {
            result.push_back(column[t]);
        }
    }
    return result;
}

double meanOf(const Column &column)
{
    double sum = 0;
    for (const double r : column) {
        sum += r;
    }
    return column.empty() ? 0 : sum / static_cast<double>(column.size());
}

// Divisor n - 1; 0 where there are not two.
double covarianceOf(const Column &x, const Column &y)
{
    if (x.size() < 2 || y.size() != x.size()) {
        return 0;
    }
    const double meanX = meanOf(x);
    const double meanY = meanOf(y);
    double sum = 0;
    for (std::size_t t = 0; t < x.size(); ++t) {
        sum += (x[t] - meanX) * (y[t] - meanY);
    }
    return sum / static_cast<double>(x.size() - 1);
}

std::size_t intervalsOf(const MarketModel &market)
{
    std::size_t most = 0;
    for (const Column &column : market.history.byAsset) {
        most = std::max(most, column.size());
    }
    return most;
}

} // namespace

bool hasJointHistory(const MarketModel &market)
{
    return std::ranges::none_of(market.assets, &AssetModel::hasHistory) || intervalsOf(market) >= 2;
}

JumpModel estimateJumps(const MarketModel &market)
{
    const std::size_t size = market.assets.size();
    const auto &columns = market.history.byAsset;
    const std::size_t intervals = intervalsOf(market);
    std::vector<bool> jumped(intervals, false);
    for (const Column &column : columns) {
        if (!column.empty()) {
            mark(column, jumped);
        }
    }
    JumpModel model {0, static_cast<std::size_t>(std::ranges::count(jumped, true)), Column(size), SquareMatrix(size),
                     SquareMatrix(size)};
    const double perYear = kYearMs / static_cast<double>(std::max<std::int64_t>(market.history.interval, 1));
    model.perYear = intervals > 0 ? static_cast<double>(model.found) / static_cast<double>(intervals) * perYear : 0;
    std::vector<Column> jumps;
    std::vector<Column> calm;
    for (const Column &column : columns) {
        jumps.push_back(column.empty() ? Column {} : selected(column, jumped, true));
        calm.push_back(column.empty() ? Column {} : selected(column, jumped, false));
    }
    for (std::size_t i = 0; i < size; ++i) {
        model.mean[i] = meanOf(jumps[i]);
        for (std::size_t j = 0; j < size; ++j) {
            model.covariance(i, j) = covarianceOf(jumps[i], jumps[j]);
            model.diffusion(i, j) = covarianceOf(calm[i], calm[j]) * perYear;
        }
        if (!market.assets[i].hasHistory) {
            model.diffusion(i, i) = market.assets[i].sigma * market.assets[i].sigma;
        }
    }
    return model;
}

} // namespace plimsoll::chance
