// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/allocation.h"

#include "margin/assessment.h"
#include "margin/booking.h"
#include "margin/exact.h"
#include "margin/position.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace plimsoll::analysis {

namespace {

using margin::Account;
using margin::Decimal;
using margin::Rates;
using margin::exact::Integer;
using Rational = margin::exact::Rational;

constexpr int kAmountDigits = 8;

/// An account that can be lifted; all counted in the asset. With x more of it the distance to the call is 1 - call x
/// debt / (assets + x), with x repaid 1 - call x (debt - x) / assets.
struct Vessel {
    std::size_t account = 0;
    Rational assets;
    Rational debt; ///< above 0
    Rational call; ///< the ratio
    Rational most; ///< what can be repaid

    [[nodiscard]] Rational need() const { return call * debt; }
};

std::optional<LeftOut> reasonAgainst(const Account &account, const margin::Decision &decision, const Rates &rates,
                                     const std::string &asset, AllocateBy by)
{
    if (decision.status == margin::Status::Liquidated) {
        return LeftOut::Liquidated;
    }
    if (decision.status == margin::Status::NoDebt) {
        return LeftOut::NoDebt;
    }
    if (!account.accepts(asset)) {
        return LeftOut::NotAccepted;
    }
    if (by == AllocateBy::Repay && !margin::owedOf(account, asset).isPositive()) {
        return LeftOut::NotOwed;
    }
    if (!decision.hasLevel()) {
        return LeftOut::Unknown;
    }
    if (by == AllocateBy::Repay && decision.exactLevel.assets().isZero()) {
        return LeftOut::NoAssets;
    }
    const margin::Rate rate = rates.find(asset, account.quoteAsset);
    return rate.known() && rate.down.isPositive() ? std::nullopt : std::optional(LeftOut::NoPrice);
}

Rational exactly(Decimal value)
{
    return {margin::exact::fromDecimal(value), margin::exact::powerOfTen(Decimal::kFractionDigits)};
}

Vessel vesselOf(std::size_t index, const Account &account, const margin::Decision &decision, Decimal price,
                Decimal owed)
{
    // Held and owed values have scale 36, the price 18.
    const Integer unit = margin::exact::fromDecimal(price) * margin::exact::powerOfTen(Decimal::kFractionDigits);
    return {index, Rational(margin::exact::fromWide(decision.exactLevel.assets()), unit),
            Rational(margin::exact::fromWide(decision.exactLevel.debt()), unit), exactly(account.thresholds.marginCall),
            exactly(owed)};
}

// The level over call ratio to which the sum lifts the lowest vessels: the water line.
Rational depositLine(std::vector<Vessel> vessels, Decimal sum)
{
    const auto heightOf = [](const Vessel &vessel) { return Rational(vessel.assets / vessel.need()); };
    std::ranges::sort(vessels, {}, heightOf);
    Rational water = exactly(sum);
    Rational needs;
    Rational line;
    for (const Vessel &vessel : vessels) { // `water` is the sum and all that the vessels so far hold
        if (needs > 0 && water / needs <= heightOf(vessel)) {
            break;
        }
        water += vessel.assets;
        needs += vessel.need();
        line = water / needs;
    }
    return line;
}

// The call ratio over level to which the sum lowers the highest vessels. It goes no lower than the first of them that
// has nothing left to repay: that one stays the nearest to its call whatever the others do.
Rational repayLine(std::vector<Vessel> vessels, Decimal sum)
{
    const auto heightOf = [](const Vessel &vessel) { return Rational(vessel.need() / vessel.assets); };
    std::ranges::sort(vessels, std::greater<>(), heightOf);
    Rational floor;
    for (const Vessel &vessel : vessels) {
        floor = std::max(floor, Rational(vessel.call * (vessel.debt - vessel.most) / vessel.assets));
    }
    Rational debts = -exactly(sum);
    Rational slopes; // assets / call
    Rational line;
    for (const Vessel &vessel : vessels) { // down to a line z the vessels so far repay debts - z x slopes
        if (slopes > 0 && debts / slopes >= heightOf(vessel)) {
            break;
        }
        debts += vessel.debt;
        slopes += vessel.assets / vessel.call;
        line = debts / slopes;
    }
    return std::max(line, floor);
}

// What a vessel lacks to the line, rounded down.
Result<Decimal> amountTo(const Rational &line, const Vessel &vessel, AllocateBy by)
{
    const Rational lack = by == AllocateBy::Deposit
        ? Rational(line * vessel.need() - vessel.assets)
        : std::min(vessel.most, Rational(vessel.debt - line * vessel.assets / vessel.call));
    if (lack <= 0) {
        return Decimal();
    }
    const Integer units = margin::exact::quotient(
        boost::multiprecision::numerator(lack) * margin::exact::powerOfTen(kAmountDigits),
        boost::multiprecision::denominator(lack), margin::Rounding::Down);
    const auto amount = margin::exact::toDecimal(units, kAmountDigits, margin::Rounding::Down);
    return amount ? Result<Decimal>(*amount)
                  : Error {ErrorCode::Overflow, "amount", "more than 18 digits before the point"};
}

// The smallest distance of the vessels' accounts that owe something; nothing where one has no assets at all.
std::optional<Decimal> smallestDistance(const std::vector<Vessel> &vessels, const std::vector<Account> &accounts,
                                        const Rates &rates)
{
    std::optional<Decimal> smallest;
    for (const Vessel &vessel : vessels) {
        const margin::Assessment now = margin::assess(accounts[vessel.account], rates);
        const auto &distance = now.distanceToCall;
        if (now.status == margin::Status::NoDebt) { // all of it was repaid: there is no call any more
            continue;
        }
        if (!distance) {
            return std::nullopt;
        }
        smallest = smallest ? std::min(*smallest, *distance) : *distance;
    }
    return smallest;
}

std::vector<Vessel> vesselsOf(Allocation &answer, const Rates &rates)
{
    std::vector<Vessel> vessels;
    for (std::size_t i = 0; i < answer.accounts.size(); ++i) {
        const Account &account = answer.accounts[i];
        const margin::Decision decision = margin::judge(account, rates);
        if (const auto reason = reasonAgainst(account, decision, rates, answer.asset, answer.by)) {
            answer.leftOut.push_back({i, *reason});
            continue;
        }
        const margin::Rate rate = rates.find(answer.asset, account.quoteAsset);
        vessels.push_back(vesselOf(i, account, decision, answer.by == AllocateBy::Deposit ? rate.down : rate.up,
                                   margin::owedOf(account, answer.asset)));
    }
    return vessels;
}

} // namespace

std::string_view allocateByWord(AllocateBy by)
{
    return by == AllocateBy::Deposit ? "deposit" : "repay";
}

std::optional<AllocateBy> allocateByFromWord(std::string_view word)
{
    return word == "deposit" ? std::optional(AllocateBy::Deposit)
        : word == "repay"    ? std::optional(AllocateBy::Repay)
                             : std::nullopt;
}

std::string_view leftOutWord(LeftOut why)
{
    static constexpr std::array<std::string_view, 7> kWords {"not_accepted", "no_debt",  "unknown",  "liquidated",
                                                             "no_price",     "not_owed", "no_assets"};
    return kWords[static_cast<std::size_t>(why)];
}

Result<Allocation> allocate(const std::vector<Account> &accounts, const Rates &rates, const std::string &asset,
                            Decimal sum, AllocateBy by)
{
    if (!sum.isPositive()) {
        return Error {ErrorCode::AmountNotPositive, "amount", "the amount must be above 0"};
    }
    Allocation answer {asset, by, {}, {}, {}, {}, accounts};
    const std::vector<Vessel> vessels = vesselsOf(answer, rates);
    answer.before = smallestDistance(vessels, accounts, rates);
    const Rational line = by == AllocateBy::Deposit ? depositLine(vessels, sum) : repayLine(vessels, sum);
    for (const Vessel &vessel : vessels) {
        const auto amount = amountTo(line, vessel, by);
        if (!amount) {
            return amount.error();
        }
        if (amount->isZero()) {
            continue;
        }
        Account &account = answer.accounts[vessel.account];
        const auto booking = by == AllocateBy::Deposit
            ? margin::bookTopUp(account, nullptr, asset, *amount, rates)
            : margin::bookTopUpThatRepays(account, nullptr, asset, *amount, rates);
        auto after = booking ? margin::apply(account, *booking) : Result<Account>(booking.error());
        if (!after) {
            return after.error().at("account \"" + account.id + "\"");
        }
        account = std::move(after).value();
        answer.amounts.push_back({vessel.account, *amount});
    }
    answer.after = smallestDistance(vessels, answer.accounts, rates);
    return answer;
}

} // namespace plimsoll::analysis
