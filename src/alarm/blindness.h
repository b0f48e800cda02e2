// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/alarm.h"
#include "alarm/condition.h"
#include "alarm/sample.h"
#include "margin/moment.h"

namespace plimsoll::alarm {

/// What one account cannot be judged by, as of its newest sample: Stale, Frozen and Incomplete are observed from it.
/// Pure value; Machine's thread. Source: docs/alarms.md#conditions, T1 to T3.
class Blindness
{
public:
    explicit Blindness(Ms period)
        : m_period(period)
    {
    }

    void setPeriod(Ms period) { m_period = period; }
    void take(const Sample &sample);

    /// Of Stale, Frozen or Incomplete at `now`, at or after the time of the sample.
    [[nodiscard]] Observation observe(Condition condition, BootTime now) const;
    /// How urgent that is. `nearCall`: the last known level was at most 1.25 x the call ratio.
    [[nodiscard]] Priority priority(Condition condition, bool nearCall, BootTime now) const;
    /// A price gets older: time alone can make that an alarm.
    [[nodiscard]] bool ages() const { return m_kind == Sample::Kind::Stale; }

private:
    Ms m_period;
    Sample::Kind m_kind = Sample::Kind::NoDebt;
    BootTime m_oldestPrice;
    bool m_harmless = false; ///< no price of what is missing could change the status
    bool m_worstIsLow = false; ///< Incomplete: at worst the level is at or below the call ratio
};

} // namespace plimsoll::alarm
