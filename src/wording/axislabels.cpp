// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/axislabels.h"

#include <algorithm>

namespace plimsoll::wording {

double roundStep(double span, int most, double least)
{
    double step = least;
    for (int i = 0; span / step > most && i < 60; ++i) {
        step *= i % 3 == 1 ? 2.5 : 2;
    }
    return step;
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
    const auto place = [&](Block &block) {
        const double most = std::max(low, high - step * (block.count - 1));
        block.first = std::clamp(block.sum / block.count, low, most);
    };
    for (const double want : wanted) {
        blocks.push_back({want, 1, 0});
        place(blocks.back());
        while (blocks.size() > 1) {
            Block &before = blocks[blocks.size() - 2];
            const Block &block = blocks.back();
            if (before.first + step * before.count <= block.first) {
                break;
            }
            before.sum += block.sum - step * before.count * block.count;
            before.count += block.count;
            blocks.pop_back();
            place(before);
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

} // namespace plimsoll::wording
