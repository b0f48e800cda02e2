// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/replay.h"

#include "margin/riskbook.h"
#include "scenario/lowestlevel.h"

#include <map>
#include <memory>
#include <set>

namespace plimsoll::scenario {

namespace {

using margin::Status;
using margin::Verdict;

// An open account during the walk.
struct Tracked {
    std::size_t slot;
    std::optional<Status> last;
    bool closed = false;
    LowestLevel lowest;
};

class Replay
{
public:
    Replay(const std::vector<margin::Account> &accounts, const std::function<void(const StatusChange &)> &onChange)
        : m_onChange(onChange)
    {
        for (const margin::Account &account : accounts) {
            m_book.upsert(std::make_shared<margin::Account>(account));
            m_tracked.push_back({*m_book.find(account.id), {}, account.liquidatedAt.has_value(), {}});
        }
    }

    void step(const SampleStep &moment)
    {
        for (const PricePoint &point : moment.prices) {
            m_prices[point.symbol] = point.price;
            if (const auto *symbol = m_book.quotes().findSymbol(point.symbol)) {
                m_book.quotes().setPrice(*symbol, point.price, moment.time);
            }
        }
        for (const std::string &stale : moment.stale) {
            m_prices.erase(stale);
            if (const auto *symbol = m_book.quotes().findSymbol(stale)) {
                m_book.quotes().setUnusable(*symbol, margin::PriceState::Stale);
            }
        }
        m_summary.samples += static_cast<std::int64_t>(moment.prices.size());
        m_book.evaluate(); // untouched accounts keep their verdict: that is their evaluation of this moment
        for (Tracked &tracked : m_tracked) {
            if (!tracked.closed) {
                ++m_summary.evaluations;
                look(tracked, moment.time);
            }
        }
    }

    ReplaySummary finish()
    {
        for (const Tracked &tracked : m_tracked) {
            const Verdict &verdict = m_book.verdicts()[tracked.slot];
            m_summary.accounts.push_back({verdict.account->id, tracked.closed ? Status::Liquidated : verdict.status,
                                          tracked.lowest.level(), tracked.lowest.time()});
        }
        return std::move(m_summary);
    }

private:
    void look(Tracked &tracked, std::int64_t time)
    {
        const Verdict &verdict = m_book.verdicts()[tracked.slot];
        tracked.lowest.look(verdict, time);
        if (tracked.last == verdict.status) {
            return;
        }
        m_onChange(
            {time, verdict.account->id, tracked.last, verdict.status, verdict.printedLevel(), pricesOf(verdict)});
        tracked.last = verdict.status;
        tracked.closed = verdict.status == Status::Liquidation;
    }

    [[nodiscard]] std::vector<PricePoint> pricesOf(const Verdict &verdict) const
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

    const std::function<void(const StatusChange &)> &m_onChange;
    margin::RiskBook m_book;
    std::vector<Tracked> m_tracked;
    std::map<std::string, margin::Decimal> m_prices;
    ReplaySummary m_summary;
};

} // namespace

ReplaySummary replay(const std::vector<margin::Account> &accounts, SampleWalk &walk,
                     const std::function<void(const StatusChange &)> &onChange)
{
    Replay run(accounts, onChange);
    while (const auto moment = walk.next()) {
        run.step(*moment);
    }
    return run.finish();
}

} // namespace plimsoll::scenario
