// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/blindness.h"

#include <algorithm>

namespace plimsoll::alarm {

using Kind = Sample::Kind;

void Blindness::take(const Sample &sample)
{
    m_harmless = sample.unpriced.has_value();
    m_kind = sample.unpriced.value_or(sample.kind);
    m_oldestPrice = sample.oldestPrice;
    m_worstIsLow = sample.kind == Kind::Incomplete
        && (sample.debtUnpriced || (sample.level.hasDebt() && sample.level <= sample.thresholds.marginCall));
}

Observation Blindness::observe(Condition condition, BootTime now) const
{
    if (m_kind == Kind::NoDebt || m_kind == Kind::Closed) {
        return Observation::Gone;
    }
    if (m_kind == Kind::Valid) {
        return Observation::Clear;
    }
    const bool isTooOld = now - m_oldestPrice > std::max(6 * m_period, kMinute);
    const bool holds = (condition == Condition::Stale && m_kind == Kind::Stale && isTooOld)
        || (condition == Condition::Frozen && m_kind == Kind::Frozen)
        || (condition == Condition::Incomplete && m_kind == Kind::Incomplete);
    return holds ? Observation::True : Observation::Between;
}

Priority Blindness::priority(Condition condition, bool nearCall, BootTime now) const
{
    constexpr Ms kVeryOld = 5 * kMinute;
    if (m_harmless) {
        return Priority::Low;
    }
    const bool isOld = condition != Condition::Incomplete && now - m_oldestPrice > kVeryOld;
    const bool isLow = condition == Condition::Incomplete && m_worstIsLow;
    return nearCall || isOld || isLow ? Priority::High : Priority::Medium;
}

} // namespace plimsoll::alarm
