// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"

#include <atomic>

namespace plimsoll::testlib {

/// A clock that tests turn. Stopped: it moves only by advance(). Running: it follows the machine's clocks and
/// advance() comes on top, for code that also waits on real timers. Any thread.
class FakeClock final : public monitor::Clock
{
public:
    enum class Mode { Stopped, Running };

    static constexpr BootTime kStartBoot = 1'000'000;
    static constexpr WallTime kStartWall = 1'591'228'800'000; ///< 2020-06-04 UTC

    explicit FakeClock(Mode mode = Mode::Stopped)
        : m_mode(mode)
    {
    }

    [[nodiscard]] BootTime bootTime() const override
    {
        return (m_mode == Mode::Running ? m_real.bootTime() : kStartBoot) + m_boot;
    }

    [[nodiscard]] WallTime wallTime() const override
    {
        return (m_mode == Mode::Running ? m_real.wallTime() : kStartWall) + m_wall;
    }

    [[nodiscard]] std::string bootId() const override { return "boot-" + std::to_string(m_boots); }

    /// The machine was switched off and on: the boot-time clock begins anew.
    void reboot(std::int64_t offMs)
    {
        m_wall += offMs;
        m_boot = -kStartBoot.ms();
        ++m_boots;
    }

    void advance(std::int64_t ms)
    {
        m_boot += ms;
        m_wall += ms;
    }

    /// The wall clock jumps, as when somebody corrects it; ages must not notice.
    void jumpWall(std::int64_t ms) { m_wall += ms; }

private:
    Mode m_mode;
    monitor::SystemClock m_real;
    std::atomic<std::int64_t> m_boot {0};
    std::atomic<std::int64_t> m_wall {0};
    std::atomic<int> m_boots {1};
};

} // namespace plimsoll::testlib
