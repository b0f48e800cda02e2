// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::scenario {

struct PricePoint {
    std::string symbol;
    margin::Decimal price;
};

/// Prices of one moment, all symbols that have one.
struct SampleStep {
    std::int64_t time = 0; ///< ms since 1970 UTC
    std::vector<PricePoint> prices;
};

/// One candle as the walk needs it.
struct Bar {
    std::int64_t openTime = 0;
    margin::Decimal open;
    margin::Decimal high;
    margin::Decimal low;
    margin::Decimal close;
};

struct BarSeries {
    std::string symbol;
    std::int64_t interval = 60'000; ///< ms
    std::vector<Bar> bars; ///< ascending by time
};

/// Historical candles as a sequence of price samples in time order. Each candle yields open, then low and high (low first where
/// close >= open, high first otherwise), then close, at open time + 0, 1/4, 2/4, 3/4 of the interval; samples of one time come
/// together. Source: interface contract, "replay". Not thread-safe; deterministic.
class SampleWalk
{
public:
    explicit SampleWalk(std::vector<BarSeries> series);

    /// The next moment, or nothing at the end.
    std::optional<SampleStep> next();

    void restart();

    /// The shortest time between two samples of one symbol, ms; that of 1 min candles where there are none.
    [[nodiscard]] std::int64_t pace() const;

private:
    struct Cursor {
        std::size_t bar = 0;
        int quarter = 0;
    };

    [[nodiscard]] std::optional<std::int64_t> timeOf(std::size_t series) const;

    std::vector<BarSeries> m_series;
    std::vector<Cursor> m_cursors;
};

} // namespace plimsoll::scenario
