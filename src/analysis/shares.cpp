// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/shares.h"

#include <algorithm>
#include <numeric>

namespace plimsoll::analysis {

using margin::Decimal;
using margin::exact::Integer;

std::vector<Decimal> sharesOf(Decimal total, const std::vector<Integer> &weights)
{
    const Integer sum = std::accumulate(weights.begin(), weights.end(), Integer());
    const Integer whole = margin::exact::fromDecimal(total);
    std::vector<Decimal> parts;
    Integer rest = whole;
    for (const Integer &weight : weights) {
        const Integer part = margin::exact::quotient(whole * weight, sum, margin::Rounding::Down);
        rest -= part;
        parts.push_back(Decimal::fromMantissa(static_cast<margin::Int128>(part)));
    }
    Decimal &largest = parts[static_cast<std::size_t>(std::ranges::max_element(weights) - weights.begin())];
    largest = Decimal::fromMantissa(largest.mantissa() + static_cast<margin::Int128>(rest));
    return parts;
}

} // namespace plimsoll::analysis
