// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/kernels.h"

#include <algorithm>
#include <array>
#include <vector>

namespace plimsoll::chance {

/// Prices of kLanes paths at one moment, and the random numbers of two steps. One per thread.
struct PathBlock {
    explicit PathBlock(std::size_t assets)
        : logs(assets)
        , prices(assets)
    {
        normals.fill(std::vector<Lanes>(std::max<std::size_t>(assets, 1)));
    }

    std::uint64_t firstPath = 0;
    std::vector<Lanes> logs; ///< per asset, of price now / price at the beginning
    std::vector<Lanes> prices; ///< e^logs, where somebody asked for them
    std::array<Lanes, 2> bridges; ///< per step of a pair
    std::array<Lanes, 2> uniforms;
    std::array<std::vector<Lanes>, 2> normals; ///< per step of a pair, per asset
};

} // namespace plimsoll::chance
