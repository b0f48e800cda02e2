// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/machine.h"
#include "alarm/planner.h"
#include "margin/moment.h"
#include "ports/alarmboard.h"
#include "ports/notifier.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace plimsoll::monitor {

/// A fire drill: a margin call of a practice account climbs the whole ladder through the real channels, ten times as
/// fast, until the person acknowledges it. It touches no account and no stored state. Pure but for the deliveries it
/// hands out; engine thread.
class AlarmDrill
{
public:
    static constexpr int kPace = 10; ///< the ladder's five minutes in half a minute
    static constexpr std::int64_t kLongestMs = 120'000; ///< after this it ends by itself, unanswered

    void start(BootTime bootTime, WallTime wallTime);
    void acknowledge(BootTime bootTime);
    void end();

    /// What is due now, one delivery per usable channel; without words.
    std::vector<Delivery> tick(alarm::Ladder ladder, BootTime bootTime);
    /// Once after it has ended: what takes its notification away, where it showed one.
    std::optional<Delivery> takeWithdrawal();
    /// True where the report was of this drill.
    bool delivered(const DeliveryReport &report);

    [[nodiscard]] const DrillStatus &status() const { return m_status; }
    [[nodiscard]] bool isOurs(alarm::NoticeId notice) const { return notice.maker() == alarm::NoticeId::Maker::Drill; }

private:
    [[nodiscard]] Delivery deliveryOf(const alarm::Notice &notice, alarm::Channel channel) const;
    [[nodiscard]] BootTime told(BootTime bootTime) const { return BootTime::ofMs((bootTime - m_startedBoot) * kPace); }

    alarm::Machine m_machine;
    alarm::Planner m_planner;
    DrillStatus m_status;
    std::vector<alarm::NoticeId> m_notices; ///< per step
    alarm::Channels m_failed; ///< in this drill
    bool m_stands = false; ///< on the desktop
    BootTime m_startedBoot;
    alarm::NoticeId m_newest {alarm::NoticeId::Maker::Drill, 0}; ///< of all drills: each counts on
};

} // namespace plimsoll::monitor
