// SPDX-License-Identifier: GPL-3.0-or-later
// What the naive implementation sees in a sample: the tables of conditions and bars.
#include "margin/exact.h"
#include "naivealarm.h"

#include <algorithm>

namespace plimsoll::test {

using namespace alarm;
using margin::exact::fromDecimal;
using Integer = NaiveAlarms::Integer;

namespace {

const Integer kOne = margin::exact::powerOfTen(18);

Integer roundedUp(const Integer &numerator, const Integer &denominator)
{
    return (numerator + denominator - 1) / denominator;
}

// -1, 0, 1: the level of the sample against a bar of scale 18
int order(const Sample &sample, const Integer &bar)
{
    const Integer left = margin::exact::fromWide(sample.level.assets()) * kOne;
    const Integer right = margin::exact::fromWide(sample.level.debt()) * bar;
    return left < right ? -1 : (left > right ? 1 : 0);
}

Observation against(const Sample &sample, const Integer &bar, const Integer &clearBar)
{
    if (order(sample, bar) <= 0) {
        return Observation::True;
    }
    return order(sample, clearBar) > 0 ? Observation::Clear : Observation::Between;
}

struct LevelBar {
    Integer bar;
    Integer clear;
    bool isNarrow;
};

// bar = twice / 2; dead band the smaller of 2 % of it and half of what is left to the next bar
LevelBar withDeadBand(const Integer &twice, const Integer &next)
{
    const Integer twoPercent = 2 * twice; // scale 18, times 200
    const Integer half = 50 * (2 * next - twice);
    const Integer deadBand = std::min(twoPercent, half);
    return {roundedUp(twice, 2), roundedUp(100 * twice + deadBand, 200), deadBand < twice};
}

LevelBar barOf(Condition condition, const margin::Thresholds &thresholds)
{
    const Integer initial = fromDecimal(thresholds.initial);
    const Integer call = fromDecimal(thresholds.marginCall);
    const Integer liquidation = fromDecimal(thresholds.liquidation);
    switch (condition) {
    case Condition::Watch: return {roundedUp(call + initial, 2), roundedUp((call + initial) * 101, 200), false};
    case Condition::Call: return withDeadBand(2 * call, initial);
    case Condition::Critical: return withDeadBand(liquidation + call, call);
    default: return withDeadBand(2 * liquidation, call);
    }
}

} // namespace

NaiveAlarms::Numbers NaiveAlarms::numbersOf(const Key &key) const
{
    const Numbers notice {Priority::Low, 2, 1, kMinute, true, false, 24 * kHour, 24 * kHour, 1};
    const Numbers call {Priority::High, 1, 1, kMinute, true, true, 15 * kMinute, 15 * kMinute, 2};
    const Numbers critical {Priority::High, 1, 1, kMinute, true, true, 5 * kMinute, 5 * kMinute, 3};
    const auto account = m_accounts.find(key.account);
    const auto narrowed = [&](Numbers numbers) {
        if (account != m_accounts.end() && !account->second.samples.empty()
            && barOf(key.condition, account->second.samples.back().thresholds).isNarrow) {
            numbers.clearAfter = 300 * kSecond;
        }
        return numbers;
    };
    switch (key.condition) {
    case Condition::Watch: return notice;
    case Condition::Call: return narrowed(call);
    case Condition::Critical: return narrowed(critical);
    case Condition::Liquidation: return {Priority::Highest, 1, 1, 0, false, false, std::nullopt, 0, 4};
    case Condition::Custom: {
        const Rule *rule = ruleOf(key.detail);
        const Stage stage = rule != nullptr ? rule->stage : Stage::Notice;
        return stage == Stage::Critical ? critical : (stage == Stage::Call ? call : notice);
    }
    case Condition::Stale: return {Priority::Medium, 1, 2, 0, true, false, 15 * kMinute, 15 * kMinute, 0};
    case Condition::Frozen: return {Priority::Medium, 1, 1, 0, true, false, 30 * kMinute, 30 * kMinute, 0};
    default: return {Priority::Medium, 1, 1, 0, true, false, 15 * kMinute, 15 * kMinute, 0};
    }
}

const Rule *NaiveAlarms::ruleOf(const std::string &id) const
{
    const auto rule = std::ranges::find(m_rules, id, &Rule::id);
    return rule != m_rules.end() ? &*rule : nullptr;
}

bool NaiveAlarms::isOnItsWay(const Account &account) const
{
    const Sample &sample = account.samples.back();
    if (sample.unpriced || order(sample, fromDecimal(sample.thresholds.marginCall) * 12 / 10) > 0) {
        return false;
    }
    for (const auto &[time, level] : account.remembered) {
        const Ms span = sample.time - time;
        if (span > 5 * kMinute) {
            continue;
        }
        if (span < kMinute) {
            return false; // the oldest of the last five minutes is too young
        }
        const Integer scale = margin::exact::powerOfTen(10);
        const Integer before = level * scale;
        const Integer now = NaiveAlarms::eightDigits(sample) * scale;
        const Integer liquidation = fromDecimal(sample.thresholds.liquidation);
        return before > now && (now - liquidation) * span < (before - now) * 600'000;
    }
    return false;
}

Observation NaiveAlarms::observeLevel(Condition condition, const Account &account) const
{
    const Sample &sample = account.samples.back();
    if (sample.kind == Sample::Kind::NoDebt || sample.kind == Sample::Kind::Closed) {
        return Observation::Gone;
    }
    if (sample.kind != Sample::Kind::Valid) {
        return Observation::Blind;
    }
    if (condition == Condition::Critical && isOnItsWay(account)) {
        return Observation::True;
    }
    const LevelBar bar = barOf(condition, sample.thresholds);
    return against(sample, bar.bar, bar.clear);
}

Observation NaiveAlarms::observePrice(const Rule &rule, const Sample &sample)
{
    const auto price = std::ranges::find(sample.prices, rule.symbol, &Sample::Price::symbol);
    if (price == sample.prices.end()) {
        const bool isBlind = sample.kind == Sample::Kind::Stale || sample.kind == Sample::Kind::Frozen
            || sample.kind == Sample::Kind::Incomplete;
        return isBlind ? Observation::Blind : Observation::Between;
    }
    const Integer value = fromDecimal(rule.value);
    const Integer seen = fromDecimal(price->price);
    const bool isBelow = rule.kind == Rule::Kind::PriceBelow;
    if (isBelow ? seen <= value : seen >= value) {
        return Observation::True;
    }
    return (isBelow ? seen * 1000 > value * 1005 : seen * 1000 < value * 995) ? Observation::Clear
                                                                              : Observation::Between;
}

Observation NaiveAlarms::observeRule(const Rule &rule, const Sample &sample) const
{
    if (isPriceKind(rule.kind)) {
        return observePrice(rule, sample);
    }
    if (sample.kind == Sample::Kind::NoDebt || sample.kind == Sample::Kind::Closed) {
        return Observation::Gone;
    }
    if (sample.kind != Sample::Kind::Valid) {
        return Observation::Blind;
    }
    const Integer value = fromDecimal(rule.value);
    const Integer call = fromDecimal(sample.thresholds.marginCall);
    switch (rule.kind) {
    case Rule::Kind::Level: return against(sample, value, roundedUp(value * 101, 100));
    case Rule::Kind::Distance: {
        const Integer bar = roundedUp(call * kOne, kOne - value);
        return against(sample, bar, roundedUp(bar * 101, 100));
    }
    case Rule::Kind::PriceBelow:
    case Rule::Kind::PriceAbove: break;
    case Rule::Kind::InterestHours: {
        if (!sample.hourlyInterest || sample.hourlyInterest->isZero()) {
            return Observation::Between;
        }
        // assets / (debt + hours x interest) against the call, everything times ten
        const Integer assets = margin::exact::fromWide(sample.level.assets()) * kOne * kOne * 10;
        const Integer debt = margin::exact::fromWide(sample.level.debt()) * kOne * 10;
        const Integer interest = margin::exact::fromWide(*sample.hourlyInterest) * value;
        if (assets <= call * (debt + 10 * interest)) {
            return Observation::True;
        }
        return assets > call * (debt + 11 * interest) ? Observation::Clear : Observation::Between;
    }
    }
    return Observation::Between;
}

Observation NaiveAlarms::observeBlindness(Condition condition, const Sample &sample, BootTime now) const
{
    using Kind = Sample::Kind;
    const Kind kind = sample.unpriced.value_or(sample.kind);
    if (kind == Kind::NoDebt || kind == Kind::Closed) {
        return Observation::Gone;
    }
    if (kind == Kind::Valid) {
        return Observation::Clear;
    }
    const bool isTooOld = now - sample.oldestPrice > std::max(6 * m_period, 60 * kSecond);
    const bool isTrue = (condition == Condition::Stale && kind == Kind::Stale && isTooOld)
        || (condition == Condition::Frozen && kind == Kind::Frozen)
        || (condition == Condition::Incomplete && kind == Kind::Incomplete);
    return isTrue ? Observation::True : Observation::Between;
}

Priority NaiveAlarms::priorityOf(Condition condition, const Account &account, BootTime now) const
{
    const Sample &sample = account.samples.back();
    if (sample.unpriced) {
        return Priority::Low;
    }
    const Integer call = fromDecimal(sample.thresholds.marginCall);
    const Sample *last = known(account);
    if (last != nullptr && order(*last, call * 125 / 100) <= 0) {
        return Priority::High;
    }
    if (condition == Condition::Incomplete) {
        return sample.debtUnpriced || order(sample, call) <= 0 ? Priority::High : Priority::Medium;
    }
    return now - sample.oldestPrice > 300 * kSecond ? Priority::High : Priority::Medium;
}

NaiveAlarms::Integer NaiveAlarms::eightDigits(const Sample &sample)
{
    return margin::exact::fromWide(sample.level.assets()) * 100'000'000 / margin::exact::fromWide(sample.level.debt());
}

// The newest valid sample since something is owed.
const Sample *NaiveAlarms::known(const Account &account)
{
    const std::vector<Sample> &samples = account.samples;
    for (auto sample = samples.rbegin(); sample != samples.rend(); ++sample) {
        if (sample->kind == Sample::Kind::Valid) {
            return &*sample;
        }
        if (sample->kind == Sample::Kind::NoDebt || sample->kind == Sample::Kind::Closed) {
            return nullptr;
        }
    }
    return nullptr;
}

bool NaiveAlarms::isMemorable(const Account &account)
{
    const Sample &sample = account.samples.back();
    return sample.kind == Sample::Kind::Valid && !sample.unpriced
        && order(sample, fromDecimal(sample.thresholds.marginCall) * 2) <= 0
        && (account.remembered.empty() || sample.time - account.remembered.back().first >= 15 * kSecond);
}

} // namespace plimsoll::test
