// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/exchangeclock.h"

#include <algorithm>

namespace plimsoll::feed {

namespace {

constexpr std::int64_t kDayMs = std::int64_t {24} * 3600 * 1000;

} // namespace

std::optional<WallTime> ExchangeClock::Reading::at(BootTime now) const
{
    return now - bootTime <= kReadingLastsMs ? std::optional(exchange + (now - bootTime)) : std::nullopt;
}

void ExchangeClock::onCloseTime(BootTime bootTime, WallTime closeTime)
{
    const auto known = m_close ? m_close->at(bootTime) : std::nullopt;
    if (!known || closeTime >= *known) { // a thin pair's time says less than a busy one's a while ago
        m_close = {closeTime, bootTime};
    }
}

std::optional<WallTime> ExchangeClock::at(BootTime bootTime) const
{
    auto close = m_close ? m_close->at(bootTime) : std::nullopt;
    auto told = m_server ? m_server->at(bootTime) : std::nullopt;
    if (told && close && *close - *told > kLeadMs) {
        close.reset();
    }
    if (!told && m_date) {
        told = m_date->at(bootTime);
        if (told && close && *told - *close > kDayMs) {
            told.reset();
        }
    }
    return std::max(told, close); // nothing is less than any time
}

} // namespace plimsoll::feed
