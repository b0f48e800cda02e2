// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/alarmboard.h"
#include "ports/alarmrecords.h"

#include <cstdint>
#include <optional>

namespace plimsoll::monitor {

/// Notices times in which nothing was watched: from the mark of the last run, and from jumps of the boot-time clock
/// between two ticks, which is what a suspend, a stopped process and a starved machine look like. Pure; engine thread.
class GapWatch
{
public:
    static constexpr std::int64_t kJumpMs =
        15'000; ///< a tick comes once a second; later than this, nothing was watched
    static constexpr std::int64_t kGapMs = 60'000; ///< a gap worth an alarm
    static constexpr std::int64_t kMarkMs = 30'000; ///< how often the heartbeat is written

    struct Gap {
        GapReport::Reason reason = GapReport::Reason::Off;
        WallTime from;
        WallTime to;
    };

    explicit GapWatch(BootTime bootTime); ///< now: what lies before is not between two ticks

    /// This process becomes the monitor; `mark` is the last heartbeat of an earlier one.
    std::optional<Gap> start(const WatchMark &mark, BootTime bootTime, WallTime wallTime);

    struct Tick {
        bool jumped = false; ///< prices must be asked for at once
        std::optional<Gap> gap;
        bool markDue = false;
    };
    /// No gap before start(): the mark knows how long nobody watched.
    Tick tick(BootTime bootTime, WallTime wallTime);

private:
    BootTime m_bootTime; ///< of the newest tick
    std::optional<BootTime> m_markedAt; ///< nothing before start()
};

} // namespace plimsoll::monitor
