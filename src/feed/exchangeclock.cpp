// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/exchangeclock.h"

#include <algorithm>

namespace plimsoll::feed {

namespace {

constexpr std::int64_t kDayMs = std::int64_t {24} * 3600 * 1000;

} // namespace

std::optional<std::int64_t> ExchangeClock::Reading::at(std::int64_t now) const
{
    return now - bootTime <= kReadingLastsMs ? std::optional(exchangeMs + (now - bootTime)) : std::nullopt;
}

void ExchangeClock::onCloseTime(std::int64_t bootTime, std::int64_t closeMs)
{
    const auto known = m_close ? m_close->at(bootTime) : std::nullopt;
    if (!known || closeMs >= *known) { // a thin pair's time says less than a busy one's a while ago
        m_close = {closeMs, bootTime};
    }
}

std::optional<std::int64_t> ExchangeClock::at(std::int64_t bootTime) const
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
