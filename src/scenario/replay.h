// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"
#include "margin/moment.h"
#include "margin/riskbook.h"
#include "scenario/lowestlevel.h"
#include "scenario/samplewalk.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::scenario {

/// One change of status during a replay.
struct StatusChange {
    WallTime time;
    std::string account;
    std::optional<margin::Status> from; ///< nothing at the account's first evaluation
    margin::Status to = margin::Status::Unknown;
    std::optional<margin::Decimal> level;
    std::vector<PricePoint>
        prices; ///< of every symbol the account's rates use, at this moment; stale ones are left out
};

struct ReplayAccount {
    std::string id;
    margin::Status status = margin::Status::Unknown; ///< at the end
    std::optional<margin::Decimal> lowestLevel;
    std::optional<WallTime> lowestAt;
};

struct ReplaySummary {
    std::int64_t samples = 0; ///< single prices applied
    std::int64_t evaluations = 0; ///< accounts judged
    std::vector<ReplayAccount> accounts; ///< in portfolio order
};

/// Accounts on their way through historical prices, moment by moment. After each moment, one at which a price becomes
/// stale too, every open account is evaluated once; one that reaches `liquidation` is closed and never evaluated again
/// (status "liquidated" from the next moment on). One thread.
class ReplayRun
{
public:
    ReplayRun(const std::vector<margin::Account> &accounts, std::function<void(const StatusChange &)> onChange);

    void step(const SampleStep &moment);

    /// At the newest moment; `account` is a place in the order of the accounts.
    [[nodiscard]] margin::Status status(std::size_t account) const;
    [[nodiscard]] bool isEarly(std::size_t account) const; ///< margin::Decision::early
    /// Nothing where there is none, and after a liquidation.
    [[nodiscard]] std::optional<margin::Level> level(std::size_t account) const;

    [[nodiscard]] ReplaySummary summary() const;

private:
    struct Tracked {
        std::size_t slot;
        std::optional<margin::Status> last;
        bool closed = false; ///< it reached liquidation, or came as liquidated
        bool isLookedAt = false; ///< at the newest moment
        LowestLevel lowest;
    };

    void look(Tracked &tracked, WallTime time);
    [[nodiscard]] std::vector<PricePoint> pricesOf(const margin::Verdict &verdict) const;

    const std::function<void(const StatusChange &)> m_onChange;
    margin::RiskBook m_book;
    std::vector<Tracked> m_tracked;
    std::map<std::string, margin::Decimal> m_prices;
    std::int64_t m_samples = 0;
    std::int64_t m_evaluations = 0;
};

/// Walks historical prices and reports every status change in time order, accounts of one moment in portfolio order,
/// as ReplayRun does. Deterministic; pure but for the callback.
ReplaySummary replay(const std::vector<margin::Account> &accounts, SampleWalk &walk,
                     const std::function<void(const StatusChange &)> &onChange);

} // namespace plimsoll::scenario
