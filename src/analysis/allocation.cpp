// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/allocation.h"

#include "margin/assessment.h"
#include "margin/booking.h"
#include "margin/exact.h"

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll::analysis {

namespace {

using margin::Account;
using margin::Decimal;
using margin::Rates;
using margin::exact::Integer;
using Rational = margin::exact::Rational;

constexpr int kAmountDigits = 8;

/// An account that can be lifted: with x more of the asset its level over its call ratio is (x + assets) / need, both
/// counted in the asset; the distance to the call is 1 - need / (x + assets).
struct Vessel {
    std::size_t account = 0;
    Rational assets; ///< what it holds
    Rational need; ///< what it would hold at the call: call ratio x debt; above 0
};

std::optional<LeftOut> reasonAgainst(const Account &account, const margin::Decision &decision, const Rates &rates,
                                     const std::string &asset)
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
    if (!decision.hasLevel()) {
        return LeftOut::Unknown;
    }
    const margin::Rate rate = rates.find(asset, account.quoteAsset);
    return rate.known() && rate.down.isPositive() ? std::nullopt : std::optional(LeftOut::NoPrice);
}

Vessel vesselOf(std::size_t index, const Account &account, const margin::Decision &decision, Decimal price)
{
    // Held and owed values have scale 36, price and ratio 18.
    const Integer scale = margin::exact::powerOfTen(Decimal::kFractionDigits);
    const Integer unit = margin::exact::fromDecimal(price) * scale;
    const Integer call = margin::exact::fromDecimal(account.thresholds.marginCall);
    return {index, Rational(margin::exact::fromWide(decision.exactLevel.assets()), unit),
            Rational(call * margin::exact::fromWide(decision.exactLevel.debt()), unit * scale)};
}

// The level over call ratio to which the sum lifts the lowest vessels: the water line.
Rational waterLine(std::vector<Vessel> vessels, Decimal sum)
{
    const auto heightOf = [](const Vessel &vessel) { return Rational(vessel.assets / vessel.need); };
    std::ranges::sort(vessels, {}, heightOf);
    Rational water(margin::exact::fromDecimal(sum), margin::exact::fromDecimal(Decimal::fromInteger(1)));
    Rational needs;
    Rational line;
    for (const Vessel &vessel : vessels) { // `water` is the sum and all that the vessels so far hold
        if (needs > 0 && water / needs <= heightOf(vessel)) {
            break;
        }
        water += vessel.assets;
        needs += vessel.need;
        line = water / needs;
    }
    return line;
}

// What a vessel lacks below the line, rounded down.
Result<Decimal> amountTo(const Rational &line, const Vessel &vessel)
{
    const Rational lack = line * vessel.need - vessel.assets;
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

// The smallest distance of the vessels' accounts; nothing where one has no assets at all.
std::optional<Decimal> smallestDistance(const std::vector<Vessel> &vessels, const std::vector<Account> &accounts,
                                        const Rates &rates)
{
    std::optional<Decimal> smallest;
    for (const Vessel &vessel : vessels) {
        const auto distance = margin::assess(accounts[vessel.account], rates).distanceToCall;
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
        if (const auto reason = reasonAgainst(account, decision, rates, answer.asset)) {
            answer.leftOut.push_back({i, *reason});
        } else {
            vessels.push_back(vesselOf(i, account, decision, rates.find(answer.asset, account.quoteAsset).down));
        }
    }
    return vessels;
}

} // namespace

std::string_view leftOutWord(LeftOut why)
{
    static constexpr std::array<std::string_view, 5> kWords {"not_accepted", "no_debt", "unknown", "liquidated",
                                                             "no_price"};
    return kWords[static_cast<std::size_t>(why)];
}

Result<Allocation> allocate(const std::vector<Account> &accounts, const Rates &rates, const std::string &asset,
                            Decimal sum)
{
    if (!sum.isPositive()) {
        return Error {ErrorCode::AmountNotPositive, "amount", "the amount must be above 0"};
    }
    Allocation answer {asset, {}, {}, {}, {}, accounts};
    const std::vector<Vessel> vessels = vesselsOf(answer, rates);
    answer.before = smallestDistance(vessels, accounts, rates);
    const Rational line = waterLine(vessels, sum);
    for (const Vessel &vessel : vessels) {
        const auto amount = amountTo(line, vessel);
        if (!amount) {
            return amount.error();
        }
        if (amount->isZero()) {
            continue;
        }
        Account &account = answer.accounts[vessel.account];
        const auto booking = margin::bookTopUp(account, nullptr, asset, *amount, rates);
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
