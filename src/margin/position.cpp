// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/position.h"

#include "margin/exact.h"

#include <algorithm>

namespace plimsoll::margin {

namespace {

// Appends a step's rows and moves the account on, so that the next step is judged on what the previous one left.
Result<Done> advance(Account &account, Booking &whole, const Result<Booking> &step)
{
    if (!step) {
        return step.error();
    }
    auto after = apply(account, *step);
    if (!after) {
        return after.error();
    }
    account = std::move(after).value();
    whole.rows.insert(whole.rows.end(), step->rows.begin(), step->rows.end());
    whole.contributed = account.contributed;
    return Done {};
}

Result<Done> checkLeverage(const Thresholds &thresholds, Decimal leverage)
{
    const exact::Integer one = exact::fromDecimal(Decimal::fromInteger(1));
    const exact::Integer l = exact::fromDecimal(leverage);
    const exact::Integer initial = exact::fromDecimal(thresholds.initial);
    if (l <= one || initial * (l - one) > l * one) { // exact form of leverage <= initial / (initial - 1)
        return Error {ErrorCode::NotAllowedNow, "leverage",
                      "the leverage must be above 1 and at most " + largestLeverage(thresholds).toString()};
    }
    return Done {};
}

Decimal freeOf(const Account &account, const std::string &asset)
{
    const Balance *balance = account.balance(asset);
    return balance ? balance->free : Decimal();
}

Error tooSmall()
{
    return {ErrorCode::AmountNotPositive, "ownMoney", "the amount is too small to trade at this price"};
}

} // namespace

Decimal owedOf(const Account &account, const std::string &asset)
{
    const Balance *balance = account.balance(asset);
    return balance ? balance->debt().value_or(Decimal()) : Decimal();
}

Decimal largestLeverage(const Thresholds &thresholds)
{
    const Decimal one = Decimal::fromInteger(1);
    const auto above = thresholds.initial.minus(one).value_or(one);
    const auto leverage = thresholds.initial.dividedBy(above, Rounding::Down).value_or(Decimal());
    return std::max(leverage.rounded(2, Rounding::Down), Decimal()); // none where the initial ratio is not above 1
}

Result<Booking> bookOpenPosition(const Account &account, const Wallet *source, const PositionPlan &plan,
                                 const Rates &rates)
{
    if (const auto open = stillOpen(account); !open) {
        return open.error();
    }
    if (const auto allowed = checkLeverage(account.thresholds, plan.leverage); !allowed) {
        return allowed.error();
    }
    if (!plan.price.isPositive()) {
        return Error {ErrorCode::PriceUnknown, "price", "the price of " + plan.base + " is not known"};
    }
    const auto whole = plan.ownMoney.times(plan.leverage, Rounding::Down);
    const auto loanValue = whole ? whole->minus(plan.ownMoney) : std::nullopt;
    if (!loanValue) {
        return Error {ErrorCode::Overflow, "ownMoney", "the position has more than 18 digits before the point"};
    }
    Account running = account;
    Booking booking;
    if (auto step = advance(running, booking, bookTopUp(running, source, plan.quote, plan.ownMoney, rates)); !step) {
        return step.error();
    }
    const Decimal spent = plan.isLong ? *whole : *loanValue;
    const auto quantity = spent.dividedBy(plan.price, Rounding::Down);
    const Decimal base = quantity ? quantity->rounded(kQuantityDigits, Rounding::Down) : Decimal();
    if (!base.isPositive()) {
        return tooSmall();
    }
    const std::string &loanAsset = plan.isLong ? plan.quote : plan.base;
    if (auto step = advance(running, booking, bookBorrow(running, loanAsset, plan.isLong ? *loanValue : base, rates));
        !step) {
        return step.error();
    }
    const Trade trade {plan.isLong, plan.base, plan.quote, base, plan.price};
    if (auto step = advance(running, booking, bookTrade(running, trade, rates)); !step) {
        return step.error();
    }
    return booking;
}

Result<Booking> bookClosePosition(const Account &account, const std::string &base, const std::string &quote,
                                  Decimal price, const Rates &rates)
{
    if (const auto open = stillOpen(account); !open) {
        return open.error();
    }
    Account running = account;
    Booking booking;
    booking.contributed = account.contributed;
    const Decimal held = freeOf(account, base);
    const Decimal owed = owedOf(account, base);
    if (held.isZero() && owed.isZero()) {
        return Error {ErrorCode::NotEnough, "asset", "there is no " + base + " to close in this account"};
    }
    if (owed > held) { // a short: buy back what is missing
        const Decimal missing = owed.minus(held).value_or(Decimal());
        if (auto step = advance(running, booking, bookTrade(running, {true, base, quote, missing, price}, rates));
            !step) {
            return step.error();
        }
    }
    if (owed.isPositive()) {
        if (auto step = advance(running, booking, bookRepay(running, base, owed)); !step) {
            return step.error();
        }
    }
    if (const Decimal rest = freeOf(running, base); rest.isPositive()) { // a long: sell it
        if (auto step = advance(running, booking, bookTrade(running, {false, base, quote, rest, price}, rates));
            !step) {
            return step.error();
        }
    }
    const Decimal repayable = std::min(owedOf(running, quote), freeOf(running, quote));
    if (repayable.isPositive()) {
        if (auto step = advance(running, booking, bookRepay(running, quote, repayable)); !step) {
            return step.error();
        }
    }
    return booking;
}

Result<Booking> bookPartOfPosition(const Account &account, const std::string &base, const std::string &quote,
                                   Decimal quantity, Decimal price, const Rates &rates)
{
    if (const auto open = stillOpen(account); !open) {
        return open.error();
    }
    const Decimal held = freeOf(account, base);
    const Decimal owed = owedOf(account, base);
    const bool isShort = owed > held;
    const Decimal whole = (isShort ? owed.minus(held) : held.minus(owed)).value_or(Decimal());
    if (quantity > whole) {
        return Error {ErrorCode::NotEnough, "amount", "the position is " + whole.toString() + " " + base};
    }
    Account running = account;
    Booking booking;
    const Trade trade {isShort, base, quote, quantity, price};
    if (auto step = advance(running, booking, bookTrade(running, trade, rates)); !step) {
        return step.error();
    }
    const Decimal proceeds = freeOf(running, quote).minus(freeOf(account, quote)).value_or(Decimal());
    const std::string &repaid = isShort ? base : quote;
    const Decimal amount = isShort ? quantity : std::min(owedOf(running, quote), proceeds);
    if (amount.isPositive()) {
        if (auto step = advance(running, booking, bookRepay(running, repaid, amount)); !step) {
            return step.error();
        }
    }
    return booking;
}

Result<Booking> bookTopUpThatRepays(const Account &account, const Wallet *source, const std::string &asset,
                                    Decimal amount, const Rates &rates)
{
    Account running = account;
    Booking booking;
    if (auto step = advance(running, booking, bookTopUp(running, source, asset, amount, rates)); !step) {
        return step.error();
    }
    const Decimal owed = owedOf(running, asset);
    if (!owed.isPositive()) {
        return Error {ErrorCode::NotEnough, "asset", "no " + asset + " is owed in this account"};
    }
    if (auto step = advance(running, booking, bookRepay(running, asset, std::min(owed, amount))); !step) {
        return step.error();
    }
    return booking;
}

} // namespace plimsoll::margin
