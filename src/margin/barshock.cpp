// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/barshock.h"

#include "margin/exact.h"

#include <algorithm>
#include <cassert>

namespace plimsoll::margin {

namespace {

using exact::Integer;

// What an account has above a bar, assets - bar x debt, as now + slope x shock: `now` at scale 54, `slope` at 72, of
// which 18 are the weight's.
struct Cushion {
    Integer now;
    Integer slope;
};

Cushion cushionOf(const Account &account, const Rates &rates, const std::vector<Decimal> &weights, Decimal bar)
{
    const Integer one = exact::fromDecimal(Decimal::fromInteger(1));
    const Integer ratio = exact::fromDecimal(bar);
    Cushion cushion;
    for (std::size_t i = 0; i < account.balances.size(); ++i) {
        const Balance &balance = account.balances[i];
        const Rate rate = rates.find(balance.asset, account.quoteAsset);
        const Integer held = exact::fromWide(Wide::product(balance.total().value_or(Decimal()), rate.down));
        const Integer owed = exact::fromWide(Wide::product(balance.debt().value_or(Decimal()), rate.up));
        const Integer part = held * one - ratio * owed;
        cushion.now += part;
        cushion.slope += part * exact::fromDecimal(weights[i]);
    }
    return cushion;
}

bool needsPrice(const Balance &balance)
{
    return balance.free.isPositive() || balance.locked.isPositive() || balance.borrowed.isPositive()
        || balance.interest.isPositive();
}

// Whether every price that moves is still above 0 at the shock -now / slope: 1 + weight x shock > 0.
bool keepsPricesPositive(const Account &account, const std::vector<Decimal> &weights, const Cushion &cushion)
{
    for (std::size_t i = 0; i < account.balances.size(); ++i) {
        const Integer rest = cushion.slope - exact::fromDecimal(weights[i]) * cushion.now; // of the sign of slope
        if (needsPrice(account.balances[i]) && (rest == 0 || (rest > 0) != (cushion.slope > 0))) {
            return false;
        }
    }
    return true;
}

} // namespace

std::optional<Decimal> shockAtBar(const Account &account, const Rates &rates, const std::vector<Decimal> &weights,
                                  Decimal bar)
{
    assert(weights.size() == account.balances.size());
    const Cushion cushion = cushionOf(account, rates, weights, bar);
    if (cushion.now <= 0) {
        return Decimal();
    }
    if (cushion.slope == 0 || !keepsPricesPositive(account, weights, cushion)) {
        return std::nullopt;
    }
    const Integer slope = boost::multiprecision::abs(cushion.slope);
    const Integer share = cushion.now * exact::powerOfTen(2 * Decimal::kFractionDigits + 2); // 18 for the weight, 2: %
    const auto size = exact::toDecimal(exact::quotient(share, slope, Rounding::Down), Decimal::kFractionDigits,
                                       Rounding::Down);
    if (!size) {
        return std::nullopt; // a rise beyond any price
    }
    return cushion.slope > 0 ? -*size : *size;
}

} // namespace plimsoll::margin
