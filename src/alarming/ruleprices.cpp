// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/ruleprices.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace plimsoll::monitor {

void RulePrices::look(const std::vector<alarm::Rule> &rules, const margin::QuoteBoard &quotes, BootTime now)
{
    RulePriceMap next;
    for (const alarm::Rule &rule : rules) {
        if (!rule.enabled || rule.symbol.empty()) {
            continue;
        }
        const auto before = m_prices.find(rule.symbol);
        const bool waited = before != m_prices.end() && !before->second.value;
        const auto price = quotes.priceOf(rule.symbol);
        next[rule.symbol] = {price, price ? 0 : (waited ? before->second.waitsSince : now)};
    }
    m_prices = std::move(next);
}

std::vector<std::string> RulePrices::missing(BootTime now) const
{
    std::vector<std::string> symbols;
    for (const auto &[symbol, price] : m_prices) {
        if (!price.value && now - price.waitsSince >= kPatience) {
            symbols.push_back(symbol);
        }
    }
    return symbols;
}

std::vector<std::string> RulePrices::takeFound(BootTime now)
{
    std::vector<std::string> still = missing(now);
    std::vector<std::string> found;
    std::ranges::set_difference(m_told, still, std::back_inserter(found));
    m_told = std::move(still);
    return found;
}

} // namespace plimsoll::monitor
