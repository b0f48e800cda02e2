// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/worstlosses.h"
#include "margin/status.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::chance {

/// How prices are simulated.
enum class Method {
    Gbm, ///< geometric Brownian motion with correlations
    Bootstrap, ///< real returns of the candles in blocks
    Jump, ///< a diffusion and jumps, both as the candles had them
};

/// An estimated probability and its standard error, of sampling alone. Exact ones have an error of 0; simulated ones
/// never have: none of n paths is less than about 1 / n, not nothing.
struct Probability {
    double p = 0;
    double error = 0;
};

/// What may become of one account within a time.
struct HorizonChance {
    std::int64_t horizon = 0; ///< ms
    Probability call; ///< meets the margin-call bar at least once
    Probability liquidation; ///< meets the liquidation bar
    /// From the first margin call to the liquidation, over the paths that are liquidated; nothing where none is.
    std::optional<double> medianMinutes;
    std::optional<double> tenthMinutes; ///< one in ten has at most this long
    LossRisk loss; ///< of equity against now, in the quote asset; a liquidation leaves nothing
};

/// Quantiles of an account's level at one time, over paths; one that was liquidated stays at its bar.
struct FanPoint {
    static constexpr std::array<int, 7> kPercents {5, 10, 25, 50, 75, 90, 95};

    std::int64_t time = 0; ///< ms from now
    std::array<double, kPercents.size()> levels {};
};

struct AccountChances {
    std::string id;
    margin::Status status = margin::Status::Unknown; ///< now
    std::vector<HorizonChance> horizons; ///< ascending; empty where nothing can be said
    std::vector<FanPoint> fan; ///< where it was asked for and there is debt; from the first paths only
};

/// What came out of a simulation, in the order of the book.
struct Chances {
    std::uint64_t paths = 0;
    std::size_t steps = 0;
    std::vector<AccountChances> accounts;
};

} // namespace plimsoll::chance
