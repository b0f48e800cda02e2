// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/betas.h"

#include "margin/exact.h"

namespace plimsoll::analysis {

namespace {

using margin::Decimal;
using margin::exact::Integer;

// The return of the candle at `time` on the one before it, at scale 18.
std::optional<Integer> returnAt(const Closes &closes, std::int64_t time, std::int64_t interval)
{
    const auto now = closes.find(time);
    const auto before = closes.find(time - interval);
    if (now == closes.end() || before == closes.end() || !before->second.isPositive()) {
        return std::nullopt;
    }
    const Integer base = margin::exact::fromDecimal(before->second);
    return margin::exact::quotient(
        (margin::exact::fromDecimal(now->second) - base) * margin::exact::powerOfTen(Decimal::kFractionDigits), base,
        margin::Rounding::HalfUp);
}

} // namespace

std::optional<Decimal> betaOf(const Closes &asset, const Closes &market, std::int64_t interval)
{
    Integer count;
    Integer sumX;
    Integer sumY;
    Integer sumXX;
    Integer sumXY;
    for (const auto &[time, price] : asset) {
        const auto x = returnAt(market, time, interval);
        const auto y = returnAt(asset, time, interval);
        if (!x || !y) {
            continue;
        }
        count += 1;
        sumX += *x;
        sumY += *y;
        sumXX += *x * *x;
        sumXY += *x * *y;
    }
    const Integer spread = count * sumXX - sumX * sumX; // count squared x variance; never below 0
    if (count < kFewestReturns || spread == 0) {
        return std::nullopt;
    }
    const Integer together = (count * sumXY - sumX * sumY) * margin::exact::powerOfTen(kBetaDigits);
    return margin::exact::toDecimal(margin::exact::quotient(together, spread, margin::Rounding::HalfUp), kBetaDigits,
                                    margin::Rounding::HalfUp);
}

} // namespace plimsoll::analysis
