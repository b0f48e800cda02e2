// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/quotes.h"
#include "margin/status.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace plimsoll::analysis {

/// Two assets whose prices move, each by shocks of its own, in percent, ascending.
struct HeatMapAxes {
    std::string x;
    std::vector<margin::Decimal> xShocks;
    std::string y;
    std::vector<margin::Decimal> yShocks;
};

/// One account at one pair of shocks.
struct HeatMapCell {
    margin::Status status = margin::Status::Unknown;
    std::optional<margin::Decimal> level; ///< as Assessment::level
    bool early = false; ///< as Decision::early
};

/// One account over all pairs of shocks. Shocks that leave no price above 0 are not among the axes.
struct HeatMap {
    HeatMapAxes axes;
    std::vector<HeatMapCell> cells; ///< row by row: y ascending, in it x ascending
};

/// `count` shocks from the first to the last, both included, evenly spread; kShockDigits decimals, half up. Requires:
/// count >= 2, from < to.
std::vector<margin::Decimal> evenShocks(margin::Decimal from, margin::Decimal to, int count);

/// Judges the account in every cell, by the same judgement as a single evaluation. Requires: a validated account, axes
/// of different assets. Nothing where it was stopped. Pure; any thread.
std::optional<HeatMap> heatMap(const margin::Account &account, const margin::Rates &rates, HeatMapAxes axes,
                               const std::stop_token &stop = {});

} // namespace plimsoll::analysis
