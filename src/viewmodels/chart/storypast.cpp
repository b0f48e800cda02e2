// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/storypast.h"

#include <algorithm>

namespace plimsoll::viewmodels {

namespace {

// A price holds from one day that the story tells about to the next, which is up to three days later.
constexpr std::int64_t kStep = 24 * 3'600'000;

} // namespace

void StoryPast::take(const monitor::RiskSnapshot &snapshot)
{
    for (std::size_t i = 0; i < snapshot.verdicts.size(); ++i) {
        if (const auto &account = snapshot.verdicts[i].account) {
            m_amounts[account->id].note(m_now, *account);
        }
    }
}

void StoryPast::append(const monitor::HistoryBatch &batch)
{
    WallTime now;
    for (const monitor::SpanRecord &record : batch.spans) {
        now = std::max(now, record.span.end);
    }
    m_now = now > 0 ? now : m_now;
    for (const monitor::PriceRecord &record : batch.prices) {
        auto &prices = m_prices[record.symbol];
        std::erase_if(prices, [&record](const monitor::KeptPrice &kept) { return kept.time >= record.time; });
        prices.push_back({record.time, record.price, kStep});
    }
}

PastAmounts StoryPast::amountsOf(const std::string &account) const
{
    const auto found = m_amounts.find(account);
    return found == m_amounts.end() ? PastAmounts() : found->second;
}

std::vector<monitor::KeptPrice> StoryPast::pricesOf(const std::string &symbol) const
{
    const auto found = m_prices.find(symbol);
    return found == m_prices.end() ? std::vector<monitor::KeptPrice>() : found->second;
}

} // namespace plimsoll::viewmodels
