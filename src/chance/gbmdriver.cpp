// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/gbmdriver.h"

#include "chance/correlation.h"

#include <cmath>

namespace plimsoll::chance {

GbmDriver::GbmDriver(const MarketModel &market, const TimeGrid &grid, std::uint64_t seed)
    : m_grid(grid)
    , m_seed(seed)
    , m_covariance(covarianceOf(market))
    , m_factor(choleskyFactor(m_covariance))
    , m_weights(market.assets.size())
{
    for (const AssetModel &asset : market.assets) {
        m_shifts.push_back(asset.drift - asset.sigma * asset.sigma / 2);
    }
}

void GbmDriver::begin(PathBlock &block)
{
    std::ranges::fill(block.logs, Lanes {});
}

void GbmDriver::draw(PathBlock &block, std::size_t stepPair)
{
    const RandomStream stream {m_seed, block.firstPath, stepPair};
    drawBridgesAndNormals(stream, {block.bridges[0], block.bridges[1]}, {block.normals[0][0], block.normals[1][0]});
    for (std::size_t i = 1; i < m_shifts.size(); ++i) {
        drawNormals(stream, i + 1, {block.normals[0][i], block.normals[1][i]});
    }
}

void GbmDriver::move(PathBlock &block, std::size_t step)
{
    const double years = m_grid.years(step);
    const double root = std::sqrt(years);
    const std::vector<Lanes> &normals = block.normals[step % 2];
    for (std::size_t i = 0; i < m_shifts.size(); ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            m_weights[j] = m_factor(i, j) * root;
        }
        addMixed(block.logs[i], m_shifts[i] * years, std::span(m_weights).first(i + 1),
                 std::span(normals).first(i + 1));
    }
}

} // namespace plimsoll::chance
