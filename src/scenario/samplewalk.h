// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"
#include "margin/moment.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::scenario {

/// What stands for the boot clock while samples are replayed: their own time.
constexpr BootTime replayClock(WallTime sample)
{
    return BootTime::ofMs(sample.ms());
}

/// The sample time that a moment of replayClock() is.
constexpr WallTime sampleTime(BootTime replayed)
{
    return WallTime::ofMs(replayed.ms());
}

struct PricePoint {
    std::string symbol;
    margin::Decimal price;
};

/// What changes at one moment.
struct SampleStep {
    WallTime time;
    std::vector<PricePoint> prices; ///< new ones
    std::vector<std::string> stale; ///< symbols whose last price is not to be believed from here on
};

/// One candle as the walk needs it.
struct Bar {
    WallTime openTime;
    margin::Decimal open;
    margin::Decimal high;
    margin::Decimal low;
    margin::Decimal close;
    std::int64_t length = 0; ///< ms; 0: that of its series
};

struct BarSeries {
    std::string symbol;
    std::int64_t interval = 60'000; ///< ms, the usual length
    std::vector<Bar> bars; ///< ascending by time
    int samples = 4; ///< of a bar; 1: only its open, for prices that were recorded one by one
};

/// A time that is walked from its first to its last moment, whatever candles there are.
struct WalkSpan {
    WallTime from;
    WallTime to;
};

/// Historical candles as a sequence of moments in time order. Each candle yields open, then low and high (low first
/// where close >= open, high first otherwise), then close, at open time + 0, 1/4, 2/4, 3/4 of its length; one whose
/// last sample would not come before the next candle ends where that one begins. Samples of one time come together.
/// With P a quarter of the candle's length, a price that no other follows within max(3 P, 30 s) is stale from then on,
/// as in the live program; after the last sample of all, time stands still. With a span it goes on to its end, and
/// begins with an empty moment where no price stood at its beginning. A bar of one sample yields its open, and P is its
/// length. Source: docs/interface.md, "replay". Not thread-safe; deterministic.
class SampleWalk
{
public:
    explicit SampleWalk(std::vector<BarSeries> series, std::optional<WalkSpan> span = std::nullopt);

    /// The next moment, or nothing at the end.
    std::optional<SampleStep> next();

    void restart();

    /// The shortest usual time between two samples of one symbol, ms; that of 1 min candles where there are none.
    [[nodiscard]] std::int64_t pace() const;

private:
    struct Cursor {
        std::size_t bar = 0;
        int quarter = 0;
        std::optional<WallTime> staleAt; ///< of the price that stands
    };

    [[nodiscard]] std::int64_t lengthOf(std::size_t series, std::size_t bar) const;
    [[nodiscard]] std::optional<WallTime> timeOf(std::size_t series) const;
    [[nodiscard]] std::optional<WallTime> nextSample() const;
    [[nodiscard]] std::optional<WallTime> nextStale() const;
    SampleStep take(WallTime time);
    SampleStep age(WallTime time);

    std::vector<BarSeries> m_series;
    std::optional<WalkSpan> m_span;
    std::vector<Cursor> m_cursors;
    bool m_begun = false;
};

} // namespace plimsoll::scenario
