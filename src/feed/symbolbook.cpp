// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/symbolbook.h"

#include <algorithm>

namespace plimsoll::feed
{

bool SymbolBook::setWanted(const std::vector<std::string> &needed, const std::vector<std::string> &candidates)
{
    std::vector<std::string> sorted = candidates;
    std::ranges::sort(sorted);
    const bool changed = sorted != m_candidates;
    m_needed = needed;
    m_candidates = std::move(sorted);
    m_wanted = { m_candidates.begin(), m_candidates.end() };
    m_wanted.insert(needed.begin(), needed.end());
    if (changed) {
        forgetFullList();
    }
    return changed;
}

bool SymbolBook::isAskable(const std::string &symbol) const
{
    return !m_retryAt.contains(symbol) && (!m_listed || m_listed->contains(symbol));
}

bool SymbolBook::isRetryDue(const std::string &symbol, std::int64_t bootMs) const
{
    const auto rests = m_retryAt.find(symbol);
    return rests != m_retryAt.end() && bootMs >= rests->second;
}

SymbolBook::Request SymbolBook::nextRequest(std::int64_t bootMs) const
{
    if (m_wanted.empty()) {
        return Request::Ping;
    }
    if (bootMs >= m_fullListAt) {
        return Request::FullList;
    }
    const bool any = std::ranges::any_of(m_needed,
        [this, bootMs](const std::string &symbol) { return isAskable(symbol) || isRetryDue(symbol, bootMs); });
    if (any) {
        return Request::Symbols;
    }
    // Needed, but none exists: the list costs no more than a short one, and shows the symbol as soon as it is there.
    return m_needed.empty() || m_fullListRefused ? Request::Ping : Request::FullList;
}

std::vector<std::vector<std::string>> SymbolBook::requests(std::int64_t bootMs) const
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
        if (isRetryDue(symbol, bootMs)) {
            lists.push_back({ symbol });
        }
    }
    return lists;
}

std::vector<std::string> SymbolBook::unavailable(std::int64_t bootMs) const
{
    std::vector<std::string> symbols;
    std::ranges::copy_if(m_needed, std::back_inserter(symbols),
        [this, bootMs](const std::string &symbol) { return !isAskable(symbol) && !isRetryDue(symbol, bootMs); });
    return symbols;
}

void SymbolBook::learn(const std::vector<wire::TickerItem> &fullList, std::int64_t bootMs)
{
    m_listed.emplace();
    for (const wire::TickerItem &item : fullList) {
        if (isWanted(item.symbol)) {
            m_listed->insert(item.symbol);
            accept(item.symbol);
        }
    }
    m_fullListRefused = false;
    m_fullListAt = bootMs + kFullListEveryMs;
}

void SymbolBook::refuseFullList(std::int64_t bootMs)
{
    m_listed.reset();
    m_fullListRefused = true;
    m_fullListAt = bootMs + kFullListEveryMs;
}

std::vector<std::string> SymbolBook::nextProbe(std::size_t count)
{
    std::vector<std::string> askable;
    std::ranges::copy_if(
        m_needed, std::back_inserter(askable), [this](const std::string &symbol) { return isAskable(symbol); });
    if (askable.empty()) {
        return askable;
    }
    const std::size_t first = m_probeFrom % askable.size();
    std::ranges::rotate(askable, askable.begin() + static_cast<std::ptrdiff_t>(first));
    m_probeFrom = askable.size() > count ? first + count : 0;
    askable.resize(std::min(askable.size(), count));
    return askable;
}

} // namespace plimsoll::feed
