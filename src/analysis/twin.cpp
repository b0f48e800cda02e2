// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/twin.h"

#include "analysis/isolatedtwin.h"
#include "margin/verdict.h"

#include <algorithm>
#include <map>
#include <utility>

namespace plimsoll::analysis {

namespace {

using margin::Account;
using margin::Balance;
using margin::Decimal;
using margin::MarginMode;
using margin::Thresholds;

Error overflow(const Account &account, const std::string &asset)
{
    return {ErrorCode::Overflow, "account \"" + account.id + "\"",
            "the sum of " + asset + " has more than 18 digits before the point"};
}

// Adds one amount onto another; false where the sum leaves the range.
bool add(Decimal &onto, Decimal amount)
{
    const auto sum = onto.plus(amount);
    onto = sum.value_or(onto);
    return sum.has_value();
}

Result<Done> addBalance(Account &cross, const Balance &balance)
{
    const auto there = std::ranges::find(cross.balances, balance.asset, &Balance::asset);
    if (there == cross.balances.end()) {
        cross.balances.push_back(balance);
        return Done {};
    }
    if (balance.borrowed.isPositive()) { // one rate for both only where it is one
        const bool one = !there->borrowed.isPositive() || there->dailyInterest == balance.dailyInterest;
        there->dailyInterest = one ? balance.dailyInterest : std::nullopt;
    }
    const bool fits = add(there->free, balance.free) && add(there->locked, balance.locked)
        && add(there->borrowed, balance.borrowed) && add(there->interest, balance.interest) && there->total()
        && there->debt();
    return fits ? Result<Done>(Done {}) : overflow(cross, balance.asset);
}

void addBars(Account &cross, const Account &isolated)
{
    if (cross.thresholds == isolated.thresholds && cross.profile == isolated.profile) {
        return;
    }
    cross.profile.clear();
    cross.ownThresholds = true;
    cross.thresholds.initial = std::max(cross.thresholds.initial, isolated.thresholds.initial);
    cross.thresholds.marginCall = std::max(cross.thresholds.marginCall, isolated.thresholds.marginCall);
    cross.thresholds.liquidation = std::max(cross.thresholds.liquidation, isolated.thresholds.liquidation);
}

// The sums of all. Requires: at least one.
Result<Account> crossTwinOf(const std::vector<Account> &accounts, const std::vector<std::size_t> &of)
{
    Account cross = accounts[of.front()];
    cross.mode = MarginMode::Cross;
    cross.id += "-cross";
    cross.symbol.clear();
    cross.baseAsset.clear();
    cross.balances.clear();
    for (const std::size_t index : of) {
        const Account &isolated = accounts[index];
        addBars(cross, isolated);
        for (const Balance &balance : isolated.balances) {
            if (const auto added = addBalance(cross, balance); !added) {
                return added.error();
            }
        }
        if (index != of.front()) {
            const bool known = cross.contributed && isolated.contributed;
            cross.contributed = known ? cross.contributed->plus(*isolated.contributed) : std::nullopt;
        }
    }
    return cross;
}

std::optional<NoTwin> reasonAgainst(const Account &account, const margin::Rates &rates)
{
    const margin::Decision decision = margin::judge(account, rates);
    switch (decision.status) {
    case margin::Status::Liquidated: return NoTwin::Liquidated;
    case margin::Status::NoDebt: return NoTwin::NoDebt;
    default: return decision.hasLevel() ? std::nullopt : std::optional(NoTwin::Unknown);
    }
}

/// Isolated accounts that would share one cross account: of one owner and quote asset.
using Groups = std::map<std::pair<std::string, std::string>, std::vector<std::size_t>>;

Groups groupsOf(const std::vector<Account> &accounts)
{
    Groups groups;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        if (accounts[i].mode == MarginMode::Isolated && !accounts[i].liquidatedAt) {
            groups[{accounts[i].owner, accounts[i].quoteAsset}].push_back(i);
        }
    }
    std::erase_if(groups, [&accounts](const auto &group) {
        return std::ranges::none_of(group.second, [&accounts](std::size_t i) { return accounts[i].hasDebt(); });
    });
    return groups;
}

Result<Done> addCrossTwin(Twins &answer, const std::vector<Account> &accounts, const std::vector<std::size_t> &of)
{
    auto cross = crossTwinOf(accounts, of);
    if (!cross) {
        return cross.error();
    }
    answer.twins.push_back({of, MarginMode::Cross, true, {std::move(cross).value()}});
    return Done {};
}

void addIsolatedTwin(Twins &answer, const Account &cross, std::size_t index, const margin::Rates &rates)
{
    if (const auto reason = reasonAgainst(cross, rates)) {
        answer.without.push_back({index, *reason});
        return;
    }
    IsolatedTwin twin = isolatedTwinOf(cross, rates);
    if (twin.accounts.empty()) {
        answer.without.push_back({index, NoTwin::NoPair});
        return;
    }
    answer.twins.push_back({{index}, MarginMode::Isolated, twin.exact, std::move(twin.accounts)});
}

void setBars(Twins &answer, const Thresholds &bars)
{
    for (Twin &twin : answer.twins) {
        for (Account &account : twin.accounts) {
            account.thresholds = bars;
            account.ownThresholds = true;
        }
    }
}

} // namespace

std::string_view noTwinWord(NoTwin why)
{
    switch (why) {
    case NoTwin::NoDebt: return "no_debt";
    case NoTwin::Unknown: return "unknown";
    case NoTwin::Liquidated: return "liquidated";
    case NoTwin::NoPair: break;
    }
    return "no_pair";
}

Result<Twins> twinsOf(const std::vector<Account> &accounts, const margin::Rates &rates,
                      const std::optional<Thresholds> &bars)
{
    Twins answer;
    const Groups groups = groupsOf(accounts);
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const Account &account = accounts[i];
        if (account.mode == MarginMode::Cross) {
            addIsolatedTwin(answer, account, i, rates);
            continue;
        }
        const auto group = groups.find({account.owner, account.quoteAsset});
        if (account.liquidatedAt || group == groups.end()) {
            answer.without.push_back({i, account.liquidatedAt ? NoTwin::Liquidated : NoTwin::NoDebt});
        } else if (group->second.front() == i) {
            if (const auto added = addCrossTwin(answer, accounts, group->second); !added) {
                return added.error();
            }
        }
    }
    if (bars) {
        setBars(answer, *bars);
    }
    return answer;
}

} // namespace plimsoll::analysis
