// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/monitorlock.h"
#include "ports/monitorrole.h"

#include <cstdint>
#include <optional>

namespace plimsoll::monitor {

/// Decides the part of this process: the monitor, or a stand-by that looks once a second whether it must step in,
/// because the monitor ended, or lives without a beat for kHungMs. State and time only; `lock` nullptr: nobody else can
/// be meant (a story, a replay), so this is the monitor. Engine thread.
class RoleKeeper
{
public:
    static constexpr std::int64_t kHandOverMs =
        5000; ///< how long a monitor may take to hand over; it looks once a second
    static constexpr std::int64_t kHungMs =
        10'000; ///< without a beat, watched all the time: then another is the monitor
    static constexpr std::int64_t kPauseMs =
        3000; ///< between two looks: this process itself did not run, and says nothing about another

    enum class Step {
        None,
        Take, ///< this is the monitor from now on
        HandOver, ///< another asked: stop notifying, write everything, then call handedOver()
        Lost, ///< another took the place of this one, which hung: stop notifying
    };

    /// `rings`: this process tells on the channels of the settings. One that does asks a monitor that does not for its
    /// place by itself.
    RoleKeeper(MonitorLock *lock, bool rings, const Clock &clock);

    bool begin(); ///< once, at the start. True: this is the monitor
    Step look(); ///< once a second, more often while it asks
    void ask(); ///< a person wants this process to be the monitor
    void handedOver(); ///< everything of this process is on the disk

    [[nodiscard]] bool isMonitor() const { return m_role.part == MonitorRole::Part::Monitor; }
    [[nodiscard]] bool isAsking() const { return m_role.part == MonitorRole::Part::Asking; }
    [[nodiscard]] const MonitorRole &role() const { return m_role; }

private:
    void become(MonitorRole::Part part);
    Step lookAsMonitor();
    Step lookAsStandBy();
    void giveUpInTime();
    void askWhoDoesNotRing();
    [[nodiscard]] bool monitorHangs();

    MonitorLock *m_lock;
    const bool m_rings;
    const Clock &m_clock;
    MonitorRole m_role;
    std::int64_t m_askedProcess = 0; ///< which did not ring: asked once
    bool m_handingOver = false;
    BootTime m_askedAt;
    std::optional<std::int64_t> m_beat; ///< of the monitor
    BootTime m_beatAt; ///< first look that found it
    BootTime m_lookedAt;
};

} // namespace plimsoll::monitor
