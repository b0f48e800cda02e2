// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/plantoday.h"

#include "analysis/unwinding.h"
#include "margin/position.h"

#include <array>

namespace plimsoll::analysis {

namespace {

using margin::Account;
using margin::Decimal;
using margin::PreparedPlan;
using margin::Rates;
using margin::Rounding;
using margin::Way;

Decimal heldBeyondDebt(const Account &account, const std::string &asset)
{
    const margin::Balance *balance = account.balance(asset);
    const auto owed = balance != nullptr ? balance->debt() : std::nullopt;
    return owed && *owed < balance->free ? balance->free.minus(*owed).value_or(Decimal()) : Decimal();
}

// What leads to the initial ratio today; a repayment or a sale only as far as there is something to repay or to sell.
std::optional<Decimal> neededToday(const Account &account, const margin::Rescue &rescue, const margin::Rate &rate,
                                   const PreparedPlan &plan)
{
    if (rescue.deposit && rescue.deposit->isZero()) {
        return Decimal();
    }
    if (!rate.known() || !account.accepts(plan.asset)) {
        return std::nullopt;
    }
    const auto unitsOf = [](const std::optional<Decimal> &value, Decimal price) {
        return value ? unitsFor(*value, price) : std::nullopt;
    };
    std::optional<Decimal> units;
    switch (plan.way) {
    case Way::Deposit:
    case Way::Move: return unitsOf(rescue.deposit, rate.down);
    case Way::Repay:
        units = unitsOf(rescue.repay, rate.up);
        return units && *units <= margin::owedOf(account, plan.asset) ? units : std::nullopt;
    case Way::SellAndRepay:
        units = unitsOf(rescue.sellAndRepay, rate.down);
        return units && *units <= heldBeyondDebt(account, plan.asset)
                && *rescue.sellAndRepay <= margin::owedOf(account, account.quoteAsset)
            ? units
            : std::nullopt;
    }
    return std::nullopt;
}

Result<margin::Booking> saleOf(const Account &account, const Rates &rates, const PreparedPlan &plan)
{
    const margin::Rate rate = rates.find(plan.asset, account.quoteAsset);
    if (!rate.known()) {
        return Error {ErrorCode::PriceUnknown, "asset", "there is no price of " + plan.asset};
    }
    if (!heldBeyondDebt(account, plan.asset).isPositive()) {
        return Error {ErrorCode::NotEnough, "amount", "no " + plan.asset + " can be sold"};
    }
    return margin::bookPartOfPosition(account, plan.asset, account.quoteAsset, plan.amount, rate.down, rates);
}

// What reaches the account where another one gives it.
Result<margin::Booking> moveFrom(const Account *giver, const Account &account, const Rates &rates,
                                 const PreparedPlan &plan)
{
    if (giver == nullptr) {
        return Error {ErrorCode::NotFound, "source", "there is no account \"" + plan.source + "\""};
    }
    const auto given = margin::bookTransferOut(*giver, nullptr, plan.asset, plan.amount, rates);
    return given ? margin::bookTopUp(account, nullptr, plan.asset, plan.amount, rates) : given.error().at("source");
}

Result<margin::Booking> bookingOf(const margin::Portfolio &book, const Account &account, const Rates &rates,
                                  const PreparedPlan &plan)
{
    if (plan.way == Way::SellAndRepay) {
        return saleOf(account, rates, plan);
    }
    if (plan.way == Way::Move) {
        return moveFrom(book.account(plan.source), account, rates, plan);
    }
    const margin::Wallet *wallet = plan.source.empty() ? nullptr : book.wallet(plan.source);
    if (wallet == nullptr && !plan.source.empty()) {
        return Error {ErrorCode::NotFound, "source", "there is no wallet \"" + plan.source + "\""};
    }
    return plan.way == Way::Repay ? margin::bookTopUpThatRepays(account, wallet, plan.asset, plan.amount, rates)
                                  : margin::bookTopUp(account, wallet, plan.asset, plan.amount, rates);
}

std::optional<Decimal> freeAtSource(const margin::Portfolio &book, const PreparedPlan &plan)
{
    const Account *giver = plan.way == Way::Move ? book.account(plan.source) : nullptr;
    const margin::Wallet *wallet = plan.way == Way::Move ? nullptr : book.wallet(plan.source);
    if (giver != nullptr) {
        const margin::Balance *balance = giver->balance(plan.asset);
        return balance == nullptr ? Decimal() : balance->free;
    }
    return wallet == nullptr ? std::nullopt : std::optional(wallet->free(plan.asset));
}

bool isAtInitial(const margin::Decision &decision, const Account &account)
{
    const auto lacking = margin::rescueTo(decision.exactLevel, account.thresholds.initial).deposit;
    return lacking && lacking->isZero();
}

} // namespace

std::string_view planStandingWord(PlanStanding standing)
{
    static constexpr std::array<std::string_view, 5> kWords {"unknown", "not_needed", "refused", "enough", "short"};
    return kWords[static_cast<std::size_t>(standing)];
}

Result<PlanToday> planToday(const margin::Portfolio &book, const Rates &rates, const PreparedPlan &plan)
{
    const Account *account = book.account(plan.account);
    if (account == nullptr) {
        return Error {ErrorCode::NotFound, "account", "there is no account \"" + plan.account + "\""};
    }
    PlanToday today;
    today.free = freeAtSource(book, plan);
    const auto booking = bookingOf(book, *account, rates, plan);
    const auto after = booking ? margin::apply(*account, *booking) : Result<Account>(booking.error());
    if (after) {
        today.after = margin::assess(*after, rates);
    } else {
        today.refusal = after.error();
    }
    const margin::Decision now = margin::judge(*account, rates);
    if (now.partly || now.overflow || (today.after && (today.after->partly || today.after->overflow))) {
        return today;
    }
    if (account->liquidatedAt) {
        today.standing = PlanStanding::Refused;
        return today;
    }
    const margin::Rescue rescue = margin::rescueTo(now.exactLevel, account->thresholds.initial);
    today.needed = neededToday(*account, rescue, rates.find(plan.asset, account->quoteAsset), plan);
    today.standing = isAtInitial(now, *account) ? PlanStanding::NotNeeded
        : today.refusal                         ? PlanStanding::Refused
        : isAtInitial(*today.after, *account)   ? PlanStanding::Enough
                                                : PlanStanding::Short;
    return today;
}

} // namespace plimsoll::analysis
