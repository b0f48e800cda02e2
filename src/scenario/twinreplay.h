// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/twin.h"
#include "margin/moment.h"
#include "scenario/samplewalk.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace plimsoll::scenario {

/// What became of one account, the real one or one of its twin. Levels have at most 8
/// digits, rounded down.
struct TwinFate {
    margin::Account account;
    std::optional<margin::Decimal> equity; ///< at the first prices, in its quote asset; nothing where not known
    std::optional<WallTime> calledAt; ///< first at or below the call
    std::optional<WallTime> liquidatedAt;
    std::optional<margin::Decimal> lowestLevel;
    std::optional<WallTime> lowestAt;
    /// Of an isolated account that was liquidated: the level of the cross account at that moment, which carried it;
    /// nothing where that was not known or over as well.
    std::optional<margin::Decimal> carriedAt;
};

/// One side of a comparison.
struct TwinSideFate {
    std::vector<TwinFate> accounts;
    std::optional<std::size_t> firstCalled; ///< place in `accounts`: the first at or below its call; of one moment the
                                            ///< one that stands first
    margin::Decimal lost; ///< the equities of those that were liquidated, in the quote asset; below 0 counts as nothing
};

struct TwinReplay {
    std::vector<std::size_t> of; ///< places of the real accounts
    margin::MarginMode mode = margin::MarginMode::Cross; ///< of the twin
    bool exact = true; ///< analysis::Twin::exact
    TwinSideFate real;
    TwinSideFate twin;
};

struct TwinReplays {
    WallTime from; ///< first moment
    WallTime to; ///< last one
    std::vector<TwinReplay> twins;
    std::vector<analysis::WithoutTwin> without;
};

/// The book and its twin (analysis::twinsOf() at the first price of every symbol) over the same walk, each account
/// judged as replay() does. `bars`: as in twinsOf(). Nothing where `goesOn` (asked now and then; empty: nobody asks)
/// ended it or where there is no candle. Errors: those of twinsOf(). Deterministic; pure but for the callback; any
/// thread.
Result<std::optional<TwinReplays>> replayTwins(const std::vector<margin::Account> &accounts,
                                               const std::vector<BarSeries> &candles,
                                               const std::optional<margin::Thresholds> &bars = std::nullopt,
                                               const std::function<bool()> &goesOn = {});

} // namespace plimsoll::scenario
