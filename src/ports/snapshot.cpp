// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/snapshot.h"

namespace plimsoll::monitor {

std::string_view feedStateWord(FeedState state)
{
    switch (state) {
    case FeedState::Starting: return "starting";
    case FeedState::Live: return "live";
    case FeedState::Late: return "late";
    case FeedState::Stale: return "stale";
    case FeedState::Offline: return "offline";
    case FeedState::RateLimited: return "rate_limited";
    }
    return "offline";
}

const margin::Verdict *RiskSnapshot::find(std::string_view accountId) const
{
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (verdicts[i].account && verdicts[i].account->id == accountId) {
            return &verdicts[i];
        }
    }
    return nullptr;
}

margin::Assessment RiskSnapshot::describe(const margin::Verdict &verdict) const
{
    return margin::describe(*verdict.account, verdict, rates ? *rates : margin::Rates());
}

bool RiskSnapshot::hasFiguresOf(const RiskSnapshot &other) const
{
    const bool sameRates = rates == other.rates || (rates && other.rates && *rates == *other.rates);
    return loaded == other.loaded && sameRates && verdicts.isSameAs(other.verdicts);
}

margin::Portfolio RiskSnapshot::portfolio() const
{
    margin::Portfolio portfolio;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        if (verdicts[i].account) {
            portfolio.accounts.push_back(*verdicts[i].account);
        }
    }
    if (wallets) {
        portfolio.wallets = *wallets;
    }
    return portfolio;
}

} // namespace plimsoll::monitor
