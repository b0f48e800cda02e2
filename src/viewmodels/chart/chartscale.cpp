// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/chartscale.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::viewmodels {

namespace {

constexpr double kTolerance = 1e-9;
constexpr double kLowestLevel = 1e-6; // a level of 0 is a distance without bound

// The smallest of 1, 2 and 5 times a power of ten, at least a hundredth, that needs no more than `most` steps.
double stepFor(double span, int most)
{
    double step = 0.01;
    for (int i = 0; span / step > most && i < 40; ++i) {
        step *= i % 3 == 1 ? 2.5 : 2;
    }
    return step;
}

} // namespace

double ChartScale::valueOf(ChartAxis axis, double level, double call)
{
    return axis == ChartAxis::Level ? level : 1 - call / std::max(level, kLowestLevel);
}

ChartScale::ChartScale(ChartAxis axis, double lowest, double highest, int most)
    : m_axis(axis)
{
    const double step = stepFor(std::max(highest - lowest, 0.01), std::max(most - 2, 1));
    const double first = std::floor(lowest / step + kTolerance);
    const double last = std::max(std::ceil(highest / step - kTolerance), first + 1);
    m_min = first * step;
    m_max = last * step;
    m_decimals = axis == ChartAxis::Distance || step > 0.99 ? 0 : 2;
    for (double i = first; i <= last; ++i) {
        m_ticks.push_back(i * step);
    }
}

std::vector<double> movedApart(const std::vector<double> &wanted, double step, double low, double high)
{
    // Labels that touch form a block, which stands where its members are nearest to what they want, on average.
    struct Block {
        double sum = 0; ///< of the places that its first label would take for each member
        int count = 0;
        double first = 0;
    };

    std::vector<Block> blocks;
    const auto settle = [&](Block &block) {
        const double most = std::max(low, high - step * (block.count - 1));
        block.first = std::clamp(block.sum / block.count, low, most);
    };
    for (const double place : wanted) {
        blocks.push_back({place, 1, 0});
        settle(blocks.back());
        while (blocks.size() > 1) {
            Block &before = blocks[blocks.size() - 2];
            const Block &block = blocks.back();
            if (before.first + step * before.count <= block.first) {
                break;
            }
            before.sum += block.sum - step * before.count * block.count;
            before.count += block.count;
            blocks.pop_back();
            settle(before);
        }
    }
    std::vector<double> places;
    for (const Block &block : blocks) {
        for (int i = 0; i < block.count; ++i) {
            places.push_back(block.first + step * i);
        }
    }
    return places;
}

} // namespace plimsoll::viewmodels
