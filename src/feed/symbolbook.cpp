// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/symbolbook.h"

#include <algorithm>

namespace plimsoll::feed {

bool SymbolBook::setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &candidates)
{
    std::vector<std::string> sorted = candidates;
    std::ranges::sort(sorted);
    const bool changed = sorted != m_candidates;
    m_needed = needed;
    m_candidates = std::move(sorted);
    m_wanted = {m_candidates.begin(), m_candidates.end()};
    m_wanted.insert(needed.begin(), needed.end());
    if (changed) {
        forgetFullList();
    }
    return changed;
}

bool SymbolBook::isAskable(const std::string &symbol) const
{
    return !m_rests.contains(symbol) && (!m_listed || m_listed->contains(symbol));
}

bool SymbolBook::isRetryDue(const std::string &symbol, BootTime bootTime) const
{
    const auto rests = m_rests.find(symbol);
    return rests != m_rests.end() && bootTime >= rests->second.retryAt;
}

SymbolBook::Request SymbolBook::nextRequest(BootTime bootTime) const
{
    if (m_wanted.empty()) { // once all the same: the first account is checked against it
        return m_fullListAt == 0 ? Request::FullList : Request::Ping;
    }
    if (bootTime >= m_fullListAt) {
        return Request::FullList;
    }
    const bool any = std::ranges::any_of(m_needed, [this, bootTime](const std::string &symbol) {
        return isAskable(symbol) || isRetryDue(symbol, bootTime);
    });
    if (any) {
        return Request::Symbols;
    }
    // Needed, but none exists: the list costs no more than a short one, and shows the symbol as soon as it is there.
    return m_needed.empty() || m_fullListRefused ? Request::Ping : Request::FullList;
}

std::vector<std::vector<std::string>> SymbolBook::requests(BootTime bootTime) const
{
    std::vector<std::vector<std::string>> lists;
    for (const std::string &symbol : m_needed) {
        if (!isAskable(symbol)) {
            continue;
        }
        if (lists.empty() || lists.back().size() == kMaxPerRequest) {
            lists.emplace_back();
        }
        lists.back().push_back(symbol);
    }
    for (const std::string &symbol : m_needed) {
        if (isRetryDue(symbol, bootTime)) {
            lists.push_back({symbol});
        }
    }
    return lists;
}

std::vector<std::string> SymbolBook::unavailable(BootTime bootTime) const
{
    std::vector<std::string> symbols;
    std::ranges::copy_if(m_needed, std::back_inserter(symbols), [this, bootTime](const std::string &symbol) {
        return !isAskable(symbol) && !isRetryDue(symbol, bootTime);
    });
    return symbols;
}

void SymbolBook::learn(const std::vector<wire::TickerItem> &fullList, BootTime bootTime)
{
    m_listed.emplace();
    for (const wire::TickerItem &item : fullList) {
        if (isWanted(item.symbol)) {
            m_listed->insert(item.symbol);
            accept(item.symbol);
        }
    }
    for (const std::string &symbol : m_needed) { // a list may be incomplete for a moment: asked for alone, it tells
        if (!m_listed->contains(symbol) && !m_rests.contains(symbol)) {
            reject(symbol, bootTime);
        }
    }
    m_fullListRefused = false;
    m_fullListAt = bootTime + kFullListEveryMs;
}

void SymbolBook::reject(const std::string &symbol, BootTime bootTime)
{
    Rest &rest = m_rests[symbol];
    const auto priced = m_pricedAt.find(symbol);
    if (priced == m_pricedAt.end() || bootTime - priced->second > kKnownForMs) {
        rest = {bootTime + kRetryMs, 0};
        return;
    }
    std::int64_t wait = kFirstRetryMs;
    for (int i = 1; i < rest.refusals && wait < kLongestRetryMs; ++i) {
        wait *= 2;
    }
    rest.retryAt = rest.refusals == 0 ? bootTime : bootTime + std::min(wait, kLongestRetryMs);
    ++rest.refusals;
}

void SymbolBook::accept(const std::string &symbol)
{
    m_rests.erase(symbol);
    if (m_listed) {
        m_listed->insert(symbol);
    }
}

void SymbolBook::refuseFullList(BootTime bootTime)
{
    m_listed.reset();
    m_fullListRefused = true;
    m_fullListAt = bootTime + kFullListEveryMs;
}

std::vector<std::string> SymbolBook::askable() const
{
    std::vector<std::string> symbols;
    std::ranges::copy_if(m_needed, std::back_inserter(symbols),
                         [this](const std::string &symbol) { return isAskable(symbol); });
    return symbols;
}

} // namespace plimsoll::feed
