// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/liquidation.h"

namespace plimsoll::margin {

std::optional<BarPrice> priceAtBar(const PriceExposure &exposure, Decimal ratio)
{
    const exact::Integer one = exact::fromDecimal(Decimal::fromInteger(1));
    const exact::Integer bar = exact::fromDecimal(ratio);
    exact::Integer numerator = bar * exposure.otherDebt - exposure.otherAssets * one; // scale 54
    exact::Integer denominator = exact::fromDecimal(exposure.total) * one
        - bar * exact::fromDecimal(exposure.debt); // scale 36
    if (denominator == 0) {
        return std::nullopt;
    }
    const bool below = denominator > 0;
    if (!below) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Rounding earlier = below ? Rounding::Up : Rounding::Down;
    const auto price = exact::toDecimal(exact::quotient(numerator, denominator, earlier), Decimal::kFractionDigits,
                                        earlier);
    if (!price || !price->isPositive()) {
        return std::nullopt;
    }
    return BarPrice {*price, below};
}

} // namespace plimsoll::margin
