// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/observation.h"

#include "margin/comparelevel.h"

#include <algorithm>
#include <compare>

namespace plimsoll::alarm {

using margin::Decimal;

namespace {

// Hours until debt x MCR = assets: (assets - MCR debt) / (MCR x hourly). Compared by products: assets <= MCR x (debt +
// hours x hourly).
Observation observeInterest(const Rule &rule, const Sample &sample, Decimal call)
{
    if (!sample.hourlyInterest || sample.hourlyInterest->isZero()) {
        return Observation::Between;
    }
    const auto within = [&](const margin::exact::Integer &hours, int hourScale) { // hours = `hours` / 10^hourScale
        const auto scale = margin::exact::powerOfTen(hourScale);
        const auto debtThen = margin::exact::fromWide(sample.level.debt()) * scale
            + margin::exact::fromWide(*sample.hourlyInterest) * hours;
        return std::is_lteq(
            margin::compareLevel(margin::exact::fromWide(sample.level.assets()) * scale, debtThen, call));
    };
    const auto hours = margin::exact::fromDecimal(rule.value);
    if (within(hours, Decimal::kFractionDigits)) {
        return Observation::True;
    }
    return within(hours * 11, Decimal::kFractionDigits + 1) ? Observation::Between : Observation::Clear;
}

// Whatever the account is: a price can be judged where nothing is owed, or where other prices are missing.
Observation observePrice(const Rule &rule, const Sample &sample)
{
    const auto found = std::ranges::find(sample.prices, rule.symbol, &Sample::Price::symbol);
    if (found == sample.prices.end()) {
        const bool isBlind = sample.kind == Sample::Kind::Stale || sample.kind == Sample::Kind::Frozen
            || sample.kind == Sample::Kind::Incomplete;
        return isBlind ? Observation::Blind : Observation::Between;
    }
    const bool below = rule.kind == Rule::Kind::PriceBelow;
    const margin::Int128 price = found->price.mantissa();
    const margin::Int128 bar = rule.value.mantissa();
    if (below ? price <= bar : price >= bar) {
        return Observation::True;
    }
    return (below ? price * 200 > bar * 201 : price * 200 < bar * 199) ? Observation::Clear
                                                                       : Observation::Between; // 0.5 % beyond
}

} // namespace

Observation observe(const Rule &rule, const Sample &sample, Decimal call)
{
    if (isPriceKind(rule.kind)) {
        return observePrice(rule, sample);
    }
    if (sample.kind == Sample::Kind::NoDebt || sample.kind == Sample::Kind::Closed) {
        return Observation::Gone;
    }
    if (!sample.judgeable()) {
        return Observation::Blind;
    }
    const auto byLevel = [&sample](Decimal bar) {
        if (sample.level <= bar) {
            return Observation::True;
        }
        return sample.level > share(bar, 101) ? Observation::Clear : Observation::Between;
    };
    switch (rule.kind) {
    case Rule::Kind::Level: return byLevel(rule.value);
    case Rule::Kind::Distance: {
        const auto rest = Decimal::fromInteger(1).minus(rule.value);
        const auto bar = rest ? call.dividedBy(*rest, margin::Rounding::Up) : std::nullopt;
        return bar ? byLevel(*bar) : Observation::Between;
    }
    case Rule::Kind::PriceBelow:
    case Rule::Kind::PriceAbove: break;
    case Rule::Kind::InterestHours: return observeInterest(rule, sample, call);
    }
    return Observation::Between;
}

} // namespace plimsoll::alarm
