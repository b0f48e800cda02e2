// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"

#include <chrono>
#include <cstdint>

namespace plimsoll::desktop {

/// Whether the engine still speaks, judged by the age of its newest snapshot on the boot-time clock. It may be silent
/// for 3 P + 5 s with poll period P. A look that comes late says that this computer slept or the screen stood still,
/// not that the engine is dead: its time starts anew. State and time only; `clock` must outlive it.
class EngineWatch
{
public:
    static constexpr std::int64_t kLookMs = 5000;

    explicit EngineWatch(const monitor::Clock &clock);

    void setPollPeriod(std::chrono::milliseconds period);

    /// A snapshot decided at `bootTime` arrived. True where the silence is over.
    bool heard(BootTime bootTime);
    /// To be called each kLookMs. True where the silence began.
    bool look();

    [[nodiscard]] bool silent() const { return m_silent; }
    [[nodiscard]] std::int64_t limitMs() const { return 3 * m_periodMs + 5000; }

private:
    const monitor::Clock &m_clock;
    std::int64_t m_periodMs = 5000;
    BootTime m_newest; ///< of the newest decision, or when waiting began
    BootTime m_lastLook;
    bool m_silent = false;
};

} // namespace plimsoll::desktop
