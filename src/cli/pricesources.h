// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "feed/exchangepoller.h"
#include "margin/account.h"
#include "wire/candlefile.h"

#include <memory>
#include <optional>
#include <vector>

namespace plimsoll::cli {

/// The exchange that --price-url names, or the usual one with its fallback; its pauses are those of the data directory.
/// Errors: Malformed.
Result<feed::ExchangePollerOptions> pollerOptions(const Arguments &arguments);

/// What a watch plays instead of the exchange: the example's people, or a portfolio and its candles.
struct Story {
    std::optional<margin::Portfolio> portfolio; ///< for an empty database
    std::vector<wire::CandleSeries> candles; ///< empty: no replay
    int speed = 0; ///< moments per second
    bool isExample = false;

    [[nodiscard]] bool ends() const { return isExample || !candles.empty(); }
};

/// Errors: those of the files, and Malformed for --speed.
Result<Story> storyOf(const Arguments &arguments);

/// The story's source, or the exchange where there is none. `clock` must outlive it.
std::unique_ptr<monitor::PriceSource> makeSource(const Story &story, const feed::ExchangePollerOptions &options,
                                                 const monitor::Clock &clock);

} // namespace plimsoll::cli
