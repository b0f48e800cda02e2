// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/jumpdriver.h"

#include "chance/correlation.h"
#include "chance/pathrandom.h"

#include <cmath>

namespace plimsoll::chance {

namespace {

// How many jumps a uniform number stands for.
int poisson(double uniform, double mean)
{
    constexpr int kMost = 1000; // a step holds one at most, on the whole
    double probability = std::exp(-mean);
    double sum = probability;
    int count = 0;
    while (uniform > sum && count < kMost) {
        ++count;
        probability *= mean / count;
        sum += probability;
    }
    return count;
}

} // namespace

JumpDriver::JumpDriver(const MarketModel &market, const JumpModel &jumps, const TimeGrid &grid, std::uint64_t seed)
    : m_grid(grid)
    , m_seed(seed)
    , m_jumps(jumps)
    , m_diffusionFactor(choleskyFactor(jumps.diffusion))
    , m_jumpFactor(choleskyFactor(jumps.covariance))
    , m_scratch(market.assets.size())
{
    for (std::size_t i = 0; i < market.assets.size(); ++i) {
        const double expected = std::exp(jumps.mean[i] + jumps.covariance(i, i) / 2) - 1;
        m_shifts.push_back(market.assets[i].drift - jumps.diffusion(i, i) / 2 - jumps.perYear * expected);
    }
}

void JumpDriver::begin(PathBlock &block)
{
    std::ranges::fill(block.logs, Lanes {});
}

void JumpDriver::draw(PathBlock &block, std::size_t stepPair)
{
    const RandomStream stream {m_seed, block.firstPath, stepPair};
    drawBridgesAndUniforms(stream, {block.bridges[0], block.bridges[1]}, {block.uniforms[0], block.uniforms[1]});
    for (std::size_t i = 0; i < m_shifts.size(); ++i) {
        drawNormals(stream, i + 2, {block.normals[0][i], block.normals[1][i]});
    }
}

void JumpDriver::move(PathBlock &block, std::size_t step)
{
    const double years = m_grid.years(step);
    const double root = std::sqrt(years);
    const std::vector<Lanes> &normals = block.normals[step % 2];
    for (std::size_t i = 0; i < m_shifts.size(); ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            m_scratch[j] = m_diffusionFactor(i, j) * root;
        }
        addMixed(block.logs[i], m_shifts[i] * years, std::span(m_scratch).first(i + 1),
                 std::span(normals).first(i + 1));
    }
}

bool JumpDriver::jump(PathBlock &block, std::size_t step)
{
    const double mean = m_jumps.perYear * m_grid.years(step);
    const double none = std::exp(-mean);
    const Lanes &uniforms = block.uniforms[step % 2];
    bool any = false;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        if (uniforms[lane] > none) {
            jumpOne(block, lane, step, poisson(uniforms[lane], mean));
            any = true;
        }
    }
    return any;
}

void JumpDriver::jumpOne(PathBlock &block, std::size_t lane, std::size_t step, int count)
{
    PathRandom random(m_seed, block.firstPath + lane, step);
    std::ranges::generate(m_scratch, [&random] { return random.normal(); });
    const double root = std::sqrt(count);
    for (std::size_t i = 0; i < m_scratch.size(); ++i) {
        double size = m_jumps.mean[i] * count;
        for (std::size_t j = 0; j <= i; ++j) {
            size += root * m_jumpFactor(i, j) * m_scratch[j];
        }
        block.logs[i][lane] += size;
    }
}

} // namespace plimsoll::chance
