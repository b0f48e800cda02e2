// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/statustracker.h"

#include <algorithm>

namespace plimsoll::monitor {

std::optional<StatusEvent> StatusTracker::look(std::uint32_t slot, const margin::Verdict &verdict,
                                               const margin::QuoteBoard &quotes, WallTime wallTime)
{
    m_announced.resize(std::max<std::size_t>(m_announced.size(), slot + 1));
    if (m_announced[slot] == verdict.status) {
        return std::nullopt;
    }
    StatusEvent event {wallTime, verdict.account->id, m_announced[slot], verdict.status, verdict.printedLevel(), {}};
    const std::string &quote = verdict.account->quoteAsset;
    for (const margin::Balance &balance : verdict.account->balances) {
        const margin::Rate rate = quotes.rateOf(balance.asset, quote);
        if (balance.asset != quote && rate.known()) {
            event.prices.push_back({balance.asset + quote, rate.down});
        }
    }
    m_announced[slot] = verdict.status;
    return event;
}

void StatusTracker::forget(std::size_t slot)
{
    if (slot < m_announced.size()) {
        m_announced[slot].reset();
    }
}

void StatusTracker::forgetAll()
{
    m_announced.clear();
}

StatusRecord recordOf(const StatusEvent &event)
{
    std::string prices = "{";
    for (const SymbolPrice &price : event.prices) {
        prices += (prices.size() > 1 ? ",\"" : "\"") + price.symbol + "\":\"" + price.price.toString() + '"';
    }
    return {event.time, event.account, event.from, event.to, event.level, prices + "}"};
}

} // namespace plimsoll::monitor
