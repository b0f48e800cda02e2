// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/listening.h"

#include <algorithm>
#include <utility>

namespace plimsoll::monitor {

void Listening::missed(std::int64_t ms)
{
    if (ms >= kHoleMs) {
        m_missed += ms;
        m_changed = true;
    }
}

void Listening::wants(std::vector<std::string> symbols, BootTime now)
{
    std::ranges::sort(symbols);
    for (const std::string &symbol : symbols) {
        if (!std::ranges::binary_search(m_wanted, symbol)) {
            m_awaited.try_emplace(symbol, now);
        }
    }
    m_wanted = std::move(symbols);
    std::erase_if(m_awaited,
                  [this](const auto &awaited) { return !std::ranges::binary_search(m_wanted, awaited.first); });
}

void Listening::heard(const PriceBatch &batch)
{
    m_changed = m_changed || m_missed > 0;
    m_missed = 0;
    for (const PriceSample &sample : batch.samples) {
        m_changed = m_awaited.erase(sample.symbol) > 0 || m_changed;
    }
}

void Listening::failed()
{
    m_changed = m_changed || !m_awaited.empty();
    m_awaited.clear();
}

void Listening::tick(BootTime now)
{
    m_changed = std::erase_if(m_awaited, [now](const auto &awaited) { return now - awaited.second > kPatienceMs; }) > 0
        || m_changed;
}

bool Listening::takeChanged()
{
    return std::exchange(m_changed, false);
}

std::optional<BootTime> Listening::awaitedSince(const std::string &route) const
{
    for (const auto &[symbol, since] : m_awaited) {
        if (route.find(symbol) != std::string::npos) { // "BCHUSDT", "1/USDTBRL", "DOGEBTC x BTCUSDT"
            return since;
        }
    }
    return std::nullopt;
}

} // namespace plimsoll::monitor
