// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/rescue.h"

#include "margin/exact.h"

namespace plimsoll::margin {

namespace {

constexpr int kAmountDigits = 8;

// numerator / denominator, whose quotient has the given scale, as an amount rounded up to 8 decimals.
std::optional<Decimal> amountUp(const exact::Integer &numerator, const exact::Integer &denominator, int scale)
{
    const auto raised = exact::quotient(numerator, denominator * exact::powerOfTen(scale - kAmountDigits),
                                        Rounding::Up);
    return exact::toDecimal(raised, kAmountDigits, Rounding::Up);
}

} // namespace

Rescue rescueTo(const Level &level, Decimal target)
{
    const exact::Integer assets = exact::fromWide(level.assets());
    const exact::Integer debt = exact::fromWide(level.debt());
    constexpr int kValueScale = 2 * Decimal::kFractionDigits;
    constexpr int kProductScale = 3 * Decimal::kFractionDigits;
    const exact::Integer one = exact::fromDecimal(Decimal::fromInteger(1));
    const exact::Integer ratio = exact::fromDecimal(target);
    const exact::Integer shortfall = ratio * debt - assets * one; // T*D - A, scale 54
    if (shortfall <= 0) {
        return {Decimal(), Decimal(), Decimal()};
    }
    Rescue rescue;
    rescue.deposit = amountUp(shortfall, 1, kProductScale);
    rescue.repay = amountUp(shortfall, ratio, kValueScale);
    if (assets >= debt) { // with a shortfall this is so only where the target is above 1
        rescue.sellAndRepay = amountUp(shortfall, exact::Integer(ratio - one), kValueScale);
    }
    return rescue;
}

} // namespace plimsoll::margin
