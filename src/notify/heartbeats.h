// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"

#include <atomic>
#include <cstdint>

namespace plimsoll::notify {

/// The signs by which somebody elsewhere is told that this program watches: the engine beats, the screen beats where
/// there is one, and prices are new. Each thread gives its own sign; whoever asks judges their age, so that a thread
/// that hangs cannot speak for itself. Any thread.
class Heartbeats
{
public:
    static constexpr std::int64_t kBeatMs = 15'000; ///< a beat comes every second or two
    static constexpr std::int64_t kPricesMs = 10 * 60'000;

    /// `clock` must outlive it. `hasScreen`: somebody calls screenBeats().
    Heartbeats(const monitor::Clock &clock, bool hasScreen)
        : m_clock(clock)
        , m_hasScreen(hasScreen)
    {
    }

    /// `pricesAt`: of the newest usable answer of the price source; 0 = none yet.
    void engineBeats(BootTime pricesAt)
    {
        m_prices = pricesAt;
        m_engine = m_clock.bootTime();
    }

    void screenBeats() { m_screen = m_clock.bootTime(); }

    [[nodiscard]] bool alive() const
    {
        const BootTime now = m_clock.bootTime();
        const auto isNew = [now](BootTime at, std::int64_t most) { return at != kNever && now - at <= most; };
        return isNew(m_engine, kBeatMs) && (!m_hasScreen || isNew(m_screen, kBeatMs)) && isNew(m_prices, kPricesMs);
    }

private:
    static constexpr BootTime kNever = 0;

    const monitor::Clock &m_clock;
    const bool m_hasScreen;
    std::atomic<BootTime> m_engine = kNever;
    std::atomic<BootTime> m_screen = kNever;
    std::atomic<BootTime> m_prices = kNever;
};

} // namespace plimsoll::notify
