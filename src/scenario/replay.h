// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"
#include "scenario/samplewalk.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::scenario {

/// One change of status during a replay.
struct StatusChange {
    std::int64_t time = 0;
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
    std::optional<std::int64_t> lowestAt;
};

struct ReplaySummary {
    std::int64_t samples = 0; ///< single prices applied
    std::int64_t evaluations = 0; ///< accounts judged
    std::vector<ReplayAccount> accounts; ///< in portfolio order
};

/// Walks historical prices and reports every status change in time order, accounts of one moment in portfolio order.
/// After each moment, one at which a price becomes stale too, every open account is evaluated once; one that reaches
/// `liquidation` is closed and never evaluated again (status "liquidated" at the end). Deterministic; pure but for the
/// callback.
ReplaySummary replay(const std::vector<margin::Account> &accounts, SampleWalk &walk,
                     const std::function<void(const StatusChange &)> &onChange);

} // namespace plimsoll::scenario
