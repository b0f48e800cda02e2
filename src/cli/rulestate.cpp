// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/rulestate.h"

#include <algorithm>

namespace plimsoll::cli {

namespace {

using alarm::Rule;

constexpr std::int64_t kNewMs = 10 * alarm::kMinute; // a watch writes the prices it needs every minute

RuleState priceState(const Rule &rule, storage::Storage &storage, WallTime nowWall)
{
    const auto newest = storage.newestPriceTime(rule.symbol);
    if (newest && *newest != 0 && nowWall - *newest <= kNewMs) {
        return {"ready", {}};
    }
    return {
        "waiting",
        "waiting for its price: no watch had one of " + rule.symbol + (newest && *newest != 0 ? " lately" : " yet")};
}

bool hasInterest(const margin::Account &account)
{
    return std::ranges::any_of(account.balances, [](const margin::Balance &balance) {
        return balance.borrowed.isPositive() && balance.dailyInterest && balance.dailyInterest->isPositive();
    });
}

} // namespace

RuleState stateOf(const Rule &rule, const margin::Portfolio &portfolio, storage::Storage &storage, WallTime nowWall)
{
    if (!rule.enabled) {
        return {"off", {}};
    }
    if (!rule.account.empty() && portfolio.account(rule.account) == nullptr) {
        return {"idle", "its account is gone"};
    }
    if (rule.kind == Rule::Kind::PriceBelow || rule.kind == Rule::Kind::PriceAbove) {
        return priceState(rule, storage, nowWall);
    }
    const auto counts = [&rule](const margin::Account &account) {
        return (rule.account.empty() || rule.account == account.id) && account.hasDebt() && !account.liquidatedAt;
    };
    const auto &accounts = portfolio.accounts;
    if (std::ranges::none_of(accounts, counts)) {
        return {"idle", "nothing is owed"};
    }
    const auto isInterest = [&](const margin::Account &account) { return counts(account) && hasInterest(account); };
    if (rule.kind == Rule::Kind::InterestHours && std::ranges::none_of(accounts, isInterest)) {
        return {"idle", "no interest rate is known"};
    }
    return {"ready", {}};
}

} // namespace plimsoll::cli
