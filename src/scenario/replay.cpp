// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/replay.h"

#include <memory>
#include <set>
#include <utility>

namespace plimsoll::scenario {

using margin::Status;
using margin::Verdict;

ReplayRun::ReplayRun(const std::vector<margin::Account> &accounts, std::function<void(const StatusChange &)> onChange)
    : m_onChange(std::move(onChange))
{
    for (const margin::Account &account : accounts) {
        m_book.upsert(std::make_shared<margin::Account>(account));
        m_tracked.push_back({*m_book.find(account.id), {}, account.liquidatedAt.has_value(), false, {}});
    }
}

void ReplayRun::step(const SampleStep &moment)
{
    for (const PricePoint &point : moment.prices) {
        m_prices[point.symbol] = point.price;
        if (const auto *symbol = m_book.quotes().findSymbol(point.symbol)) {
            m_book.quotes().setPrice(*symbol, point.price, replayClock(moment.time));
        }
    }
    for (const std::string &stale : moment.stale) {
        m_prices.erase(stale);
        if (const auto *symbol = m_book.quotes().findSymbol(stale)) {
            m_book.quotes().setUnusable(*symbol, margin::PriceState::Stale);
        }
    }
    m_samples += static_cast<std::int64_t>(moment.prices.size());
    m_book.evaluate(); // untouched accounts keep their verdict: that is their evaluation of this moment
    for (Tracked &tracked : m_tracked) {
        tracked.isLookedAt = !tracked.closed;
        if (tracked.isLookedAt) {
            ++m_evaluations;
            look(tracked, moment.time);
        }
    }
}

void ReplayRun::look(Tracked &tracked, WallTime time)
{
    const Verdict &verdict = m_book.verdicts()[tracked.slot];
    tracked.lowest.look(verdict, time);
    if (tracked.last == verdict.status) {
        return;
    }
    m_onChange({time, verdict.account->id, tracked.last, verdict.status, verdict.printedLevel(), pricesOf(verdict)});
    tracked.last = verdict.status;
    tracked.closed = verdict.status == Status::Liquidation;
}

std::vector<PricePoint> ReplayRun::pricesOf(const Verdict &verdict) const
{
    std::vector<PricePoint> prices;
    std::set<std::string> seen;
    for (const margin::Balance &balance : verdict.account->balances) {
        const std::string symbol = balance.asset + verdict.account->quoteAsset;
        if (const auto found = m_prices.find(symbol); found != m_prices.end() && seen.insert(symbol).second) {
            prices.push_back({symbol, found->second});
        }
    }
    return prices;
}

Status ReplayRun::status(std::size_t account) const
{
    const Tracked &tracked = m_tracked[account];
    return tracked.isLookedAt || !tracked.closed ? m_book.verdicts()[tracked.slot].status : Status::Liquidated;
}

bool ReplayRun::isEarly(std::size_t account) const
{
    const Tracked &tracked = m_tracked[account];
    return tracked.isLookedAt && m_book.verdicts()[tracked.slot].early;
}

std::optional<margin::Level> ReplayRun::level(std::size_t account) const
{
    const Tracked &tracked = m_tracked[account];
    const Verdict &verdict = m_book.verdicts()[tracked.slot];
    return tracked.isLookedAt && verdict.hasLevel() ? std::optional(verdict.exactLevel) : std::nullopt;
}

ReplaySummary ReplayRun::summary() const
{
    ReplaySummary summary {m_samples, m_evaluations, {}};
    for (const Tracked &tracked : m_tracked) {
        const Verdict &verdict = m_book.verdicts()[tracked.slot];
        summary.accounts.push_back({verdict.account->id, tracked.closed ? Status::Liquidated : verdict.status,
                                    tracked.lowest.level(), tracked.lowest.time()});
    }
    return summary;
}

ReplaySummary replay(const std::vector<margin::Account> &accounts, SampleWalk &walk,
                     const std::function<void(const StatusChange &)> &onChange)
{
    ReplayRun run(accounts, onChange);
    while (const auto moment = walk.next()) {
        run.step(*moment);
    }
    return run.summary();
}

} // namespace plimsoll::scenario
