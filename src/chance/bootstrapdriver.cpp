// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/bootstrapdriver.h"

#include "chance/correlation.h"
#include "chance/pathrandom.h"

#include <cmath>

namespace plimsoll::chance {

BootstrapDriver::BootstrapDriver(const MarketModel &market, const BlockHistory &history, const TimeGrid &grid,
                                 std::uint64_t seed)
    : m_history(history)
    , m_grid(grid)
    , m_seed(seed)
    , m_assets(market.assets)
    , m_covariance(estimatedCovarianceOf(market))
    , m_factor(choleskyFactor(m_covariance))
    , m_needsNormals(history.unit() > kShortStepMs || !std::ranges::all_of(market.assets, &AssetModel::hasHistory))
    , m_left(market.assets.size())
    , m_weights(market.assets.size())
{
}

void BootstrapDriver::begin(PathBlock &block)
{
    std::ranges::fill(block.logs, Lanes {});
    m_lastMoved = 0;
}

void BootstrapDriver::draw(PathBlock &block, std::size_t stepPair)
{
    const RandomStream stream {m_seed, block.firstPath, stepPair};
    drawBridgesAndUniforms(stream, {block.bridges[0], block.bridges[1]}, {block.uniforms[0], block.uniforms[1]});
    for (std::size_t i = 0; m_needsNormals && i < m_assets.size(); ++i) {
        drawNormals(stream, i + 2, {block.normals[0][i], block.normals[1][i]});
    }
}

// Goes on where the last returns ended, or begins a block somewhere else, so that blocks have their mean length.
void BootstrapDriver::place(const PathBlock &block, std::size_t step, std::int64_t moved)
{
    const double begins = m_lastMoved == 0 ? 1 : std::min(1.0, static_cast<double>(moved) / m_history.blockLength());
    const std::size_t passed = m_history.intervals(m_lastMoved);
    const Lanes &uniforms = block.uniforms[step % 2];
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        if (uniforms[lane] < begins) {
            PathRandom random(m_seed, block.firstPath + lane, step);
            m_places[lane] = static_cast<std::size_t>(random.uniform() * static_cast<double>(m_history.size()));
        } else {
            m_places[lane] = (m_places[lane] + passed) % m_history.size();
        }
    }
    m_lastMoved = moved;
}

void BootstrapDriver::move(PathBlock &block, std::size_t step)
{
    if (m_history.size() > 0) {
        m_history.unit() <= m_grid.length(step) ? moveByUnits(block, step) : moveWithinUnit(block, step);
    }
    const double years = m_grid.years(step);
    for (std::size_t i = 0; i < m_assets.size(); ++i) {
        if (!m_assets[i].hasHistory) {
            addNoise(block, step, i, years, (m_assets[i].drift - m_assets[i].sigma * m_assets[i].sigma / 2) * years);
        }
    }
}

// The step is one unit or several.
void BootstrapDriver::moveByUnits(PathBlock &block, std::size_t step)
{
    place(block, step, m_grid.length(step));
    const std::size_t count = m_history.intervals(m_grid.length(step));
    for (std::size_t i = 0; i < m_assets.size(); ++i) {
        for (std::size_t lane = 0; m_assets[i].hasHistory && lane < kLanes; ++lane) {
            block.logs[i][lane] += m_history.sum(i, m_places[lane], count);
        }
    }
}

// The unit is several steps: a bridge to its end, of which each step takes its share of what is left.
void BootstrapDriver::moveWithinUnit(PathBlock &block, std::size_t step)
{
    const std::int64_t unit = m_history.unit();
    const std::int64_t gone = m_grid.begin(step) % unit;
    if (gone == 0) {
        place(block, step, unit);
    }
    const auto length = static_cast<double>(m_grid.length(step));
    const auto left = static_cast<double>(unit - gone);
    const double variance = length * (left - length) / left / kYearMs;
    const std::size_t count = m_history.intervals(unit);
    for (std::size_t i = 0; i < m_assets.size(); ++i) {
        if (!m_assets[i].hasHistory) {
            continue;
        }
        const Lanes before = block.logs[i];
        addNoise(block, step, i, variance, 0);
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            if (gone == 0) {
                m_left[i][lane] = m_history.sum(i, m_places[lane], count);
            }
            block.logs[i][lane] += m_left[i][lane] * (length / left);
            m_left[i][lane] -= block.logs[i][lane] - before[lane];
        }
    }
}

// Normal moves with the market's correlation; `variance` in years.
void BootstrapDriver::addNoise(PathBlock &block, std::size_t step, std::size_t asset, double variance, double shift)
{
    const double root = std::sqrt(std::max(variance, 0.0));
    for (std::size_t j = 0; j <= asset; ++j) {
        m_weights[j] = m_factor(asset, j) * root;
    }
    addMixed(block.logs[asset], shift, std::span(m_weights).first(asset + 1),
             std::span(block.normals[step % 2]).first(asset + 1));
}

} // namespace plimsoll::chance
