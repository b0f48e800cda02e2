// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/waysout.h"

#include "analysis/unwinding.h"
#include "margin/booking.h"

#include <algorithm>
#include <utility>

namespace plimsoll::analysis {

namespace {

using margin::Account;
using margin::Decimal;
using margin::Rates;
using margin::Rounding;

// What an account pays a day, in its quote asset; nothing where a rate or a price is not known.
std::optional<Decimal> interestADay(const Account &account, const Rates &rates)
{
    std::optional<Decimal> sum = Decimal();
    for (const margin::Balance &balance : account.balances) {
        if (!sum || balance.borrowed.isZero()) {
            continue;
        }
        const margin::Rate rate = rates.find(balance.asset, account.quoteAsset);
        if (!balance.dailyInterest || !rate.known()) {
            return std::nullopt;
        }
        const auto units = balance.borrowed.times(*balance.dailyInterest, Rounding::Up);
        const auto value = units ? units->times(rate.up, Rounding::Up) : std::nullopt;
        sum = value ? sum->plus(*value) : std::nullopt;
    }
    return sum;
}

void describe(WayOut &way, const Account &before, const Rates &rates)
{
    way.assessment = margin::assess(way.after, rates);
    const auto now = interestADay(before, rates);
    const auto then = interestADay(way.after, rates);
    if (now && then) {
        way.interestSaved = std::max(Decimal(), now->minus(*then).value_or(Decimal()));
    }
}

// The account with `amount` more free; nothing where that leaves the range.
std::optional<Account> withMore(const Account &account, const std::string &asset, Decimal amount, const Rates &rates)
{
    if (amount.isZero()) {
        return account;
    }
    const auto booking = margin::bookTopUp(account, nullptr, asset, amount, rates);
    const auto after = booking ? margin::apply(account, *booking) : Result<Account>(booking.error());
    return after ? std::optional(*after) : std::nullopt;
}

std::optional<WayOut> deposit(const Account &account, const Rates &rates, Decimal amount)
{
    auto after = withMore(account, account.quoteAsset, amount, rates);
    if (!after) {
        return std::nullopt;
    }
    WayOut way {Way::Deposit, account.quoteAsset, amount, {}, {}, {}, std::move(*after), {}, {}, {}};
    describe(way, account, rates);
    return way;
}

std::optional<WayOut> repay(const Account &account, const Rates &rates, Decimal amount)
{
    WayOut way {Way::Repay, account.quoteAsset, amount, {}, {}, {}, account, {}, {}, {}};
    way.repay = repayDebts(way.after, rates, amount);
    describe(way, account, rates);
    return way;
}

std::optional<WayOut> sellAndRepay(const Account &account, const Rates &rates, Decimal amount)
{
    WayOut way {Way::SellAndRepay, account.quoteAsset, amount, {}, {}, {}, account, {}, {}, {}};
    way.sell = sellAssets(way.after, rates, amount);
    way.repay = repayDebts(way.after, rates, amount);
    describe(way, account, rates);
    return way;
}

// The deposit, counted in another asset.
std::optional<Decimal> amountIn(const std::string &asset, const Account &account, const Rates &rates, Decimal deposit)
{
    const margin::Rate rate = rates.find(asset, account.quoteAsset);
    return rate.known() ? unitsFor(deposit, rate.down) : std::nullopt;
}

std::optional<WayOut> move(const Account &account, const Account &giver, const std::string &asset, const Rates &rates,
                           Decimal deposit)
{
    const auto amount = amountIn(asset, account, rates, deposit);
    const auto booking = amount && account.accepts(asset)
        ? margin::bookTransferOut(giver, nullptr, asset, *amount, rates)
        : Result<margin::Booking>(Error {ErrorCode::AssetNotAccepted, {}, {}});
    const auto given = booking ? margin::apply(giver, *booking) : Result<Account>(booking.error());
    auto after = given ? withMore(account, asset, *amount, rates) : std::nullopt;
    if (!after) {
        return std::nullopt;
    }
    WayOut way {Way::Move, asset, *amount, giver.id, {}, {}, std::move(*after), {}, margin::assess(*given, rates), {}};
    describe(way, account, rates);
    return way;
}

// One per giving account and asset; the quote asset first.
void addMoves(std::vector<WayOut> &ways, const std::vector<Account> &accounts, const Account &account,
              const Rates &rates, Decimal deposit)
{
    for (const Account &giver : accounts) {
        if (giver.id == account.id || giver.liquidatedAt) {
            continue;
        }
        std::vector<std::string> assets {account.quoteAsset};
        for (const margin::Balance &balance : giver.balances) {
            if (balance.asset != account.quoteAsset) {
                assets.push_back(balance.asset);
            }
        }
        for (const std::string &asset : assets) {
            if (auto way = move(account, giver, asset, rates, deposit)) {
                ways.push_back(std::move(*way));
            }
        }
    }
}

Result<const Account *> rescuable(const std::vector<Account> &accounts, const std::string &id)
{
    const auto found = std::ranges::find(accounts, id, &Account::id);
    if (found == accounts.end()) {
        return Error {ErrorCode::NotFound, "account", "there is no account \"" + id + "\""};
    }
    if (const auto open = margin::stillOpen(*found); !open) {
        return open.error();
    }
    return &*found;
}

} // namespace

Result<WaysOut> waysOut(const std::vector<Account> &accounts, const Rates &rates, const std::string &id,
                        const std::optional<Decimal> &target)
{
    const auto found = rescuable(accounts, id);
    if (!found) {
        return found.error();
    }
    const Account &account = **found;
    const WaysOut none {target.value_or(account.thresholds.initial), {}};
    if (!none.target.isPositive()) {
        return Error {ErrorCode::AmountNotPositive, "target", "the target must be above 0"};
    }
    const margin::Decision decision = margin::judge(account, rates);
    if (decision.partly || decision.overflow) {
        return decision.partly
            ? Error {ErrorCode::PriceUnknown, "account", "a price of \"" + id + "\" is missing; its level is not known"}
            : Error {ErrorCode::Overflow, "account",
                     "the total of \"" + id + "\" has more than 18 digits before the point"};
    }
    const margin::Rescue rescue = margin::rescueTo(decision.exactLevel, none.target);
    WaysOut answer = none;
    const auto add = [&](const std::optional<Decimal> &amount, auto make) {
        if (auto way = amount ? make(account, rates, *amount) : std::nullopt) {
            answer.ways.push_back(std::move(*way));
        }
    };
    add(rescue.deposit, deposit);
    add(rescue.repay, repay);
    add(rescue.sellAndRepay, sellAndRepay);
    if (rescue.deposit && rescue.deposit->isPositive()) {
        addMoves(answer.ways, accounts, account, rates, *rescue.deposit);
    }
    return answer;
}

} // namespace plimsoll::analysis
