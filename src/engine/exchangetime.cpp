// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exchangetime.h"

#include <algorithm>

namespace plimsoll::monitor {

void ExchangeTime::compare(std::int64_t leastErrorMs)
{
    m_aheadMs = std::max<std::int64_t>(leastErrorMs, 0);
}

std::optional<WallTime> ExchangeTime::now()
{
    if (!m_firstQuestion) {
        m_firstQuestion = m_clock.bootTime();
    }
    if (!m_aheadMs && m_clock.bootTime() - *m_firstQuestion < kWaitMs) {
        return std::nullopt;
    }
    return m_clock.wallTime() - m_aheadMs.value_or(0);
}

} // namespace plimsoll::monitor
