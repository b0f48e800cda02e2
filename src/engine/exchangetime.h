// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/clock.h"

#include <cstdint>
#include <optional>

namespace plimsoll::monitor {

/// The wall clock for what is written once and not undone by a clock that is put right: never ahead of what the price
/// source's clock allows. That one is waited for at the start, for kWaitMs at most; without it the wall clock counts.
/// Engine thread.
class ExchangeTime
{
public:
    static constexpr std::int64_t kWaitMs = 30'000;

    explicit ExchangeTime(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// PriceSource::clockCompared().
    void compare(std::int64_t leastErrorMs);
    /// Nothing while it is waited for, from the first question on.
    [[nodiscard]] std::optional<WallTime> now();

private:
    const Clock &m_clock;
    std::optional<Ms> m_aheadMs; ///< of the wall clock, at least; nothing: not compared yet
    std::optional<BootTime> m_firstQuestion;
};

} // namespace plimsoll::monitor
