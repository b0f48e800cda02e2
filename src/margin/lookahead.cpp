// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/lookahead.h"

#include "margin/exact.h"
#include "margin/interest.h"
#include "margin/verdict.h"

#include <algorithm>

namespace plimsoll::margin {

namespace {

bool charges(const Balance &balance)
{
    return balance.borrowed.isPositive() && balance.dailyInterest && balance.dailyInterest->isPositive();
}

template<typename RateOf>
std::optional<Wide> hourlyInterestAt(const Account &account, const RateOf &rateOf)
{
    Wide sum;
    for (const Balance &balance : account.balances) {
        if (!charges(balance)) {
            continue;
        }
        const auto hour = interestFor(balance.borrowed, *balance.dailyInterest, 1);
        const Rate rate = rateOf(balance.asset);
        if (!hour || !rate.known()) {
            return std::nullopt;
        }
        sum += Wide::product(*hour, rate.up);
    }
    return sum;
}

// Value of an hour's interest before any rounding, scale 54 and still to be divided by 24.
exact::Integer exactSpeed(const Account &account, const Rates &rates)
{
    exact::Integer sum = 0;
    for (const Balance &balance : account.balances) {
        if (charges(balance)) {
            sum += exact::fromDecimal(balance.borrowed) * exact::fromDecimal(*balance.dailyInterest)
                * exact::fromDecimal(rates.find(balance.asset, account.quoteAsset).up);
        }
    }
    return sum;
}

bool meets(const Account &account, const Rates &rates, Decimal bar, std::int64_t hours)
{
    const auto then = afterInterest(account, hours);
    if (!then) {
        return true; // beyond the range of amounts: far below any bar
    }
    const Decision decision = judge(*then, rates);
    return decision.overflow || decision.exactLevel <= bar;
}

// The first hour in (0, met] that meets the bar, which `met` does and now does not.
std::int64_t firstMet(const Account &account, const Rates &rates, Decimal bar, std::int64_t met)
{
    std::int64_t notMet = 0;
    while (met - notMet > 1) {
        const std::int64_t middle = notMet + (met - notMet) / 2;
        (meets(account, rates, bar, middle) ? met : notMet) = middle;
    }
    return met;
}

} // namespace

std::optional<Wide> hourlyInterest(const Account &account, const Rates &rates)
{
    return hourlyInterestAt(account, [&](const std::string &asset) { return rates.find(asset, account.quoteAsset); });
}

std::optional<Wide> hourlyInterest(const Account &account, const QuoteBoard &quotes)
{
    return hourlyInterestAt(account,
                            [&](const std::string &asset) { return quotes.rateOf(asset, account.quoteAsset); });
}

Result<Account> afterInterest(const Account &account, std::int64_t hours)
{
    Account then = account;
    for (Balance &balance : then.balances) {
        if (!charges(balance)) {
            continue;
        }
        const auto added = interestFor(balance.borrowed, *balance.dailyInterest, hours);
        const auto sum = added ? balance.interest.plus(*added) : std::nullopt;
        if (!sum || !balance.borrowed.plus(*sum)) {
            return Error {ErrorCode::Overflow, balance.asset, "the interest has more than 18 digits before the point"};
        }
        balance.interest = *sum;
    }
    return then;
}

std::optional<std::int64_t> hoursToBar(const Account &account, const Rates &rates, Decimal bar)
{
    const Decision now = judge(account, rates);
    if (!now.hasLevel()) {
        return std::nullopt;
    }
    if (now.exactLevel <= bar) {
        return 0;
    }
    const exact::Integer speed = exactSpeed(account, rates);
    if (speed.is_zero()) {
        return std::nullopt;
    }
    // hours = (assets - bar x debt) / (bar x hour). Rounded up interest is never less than this counts with: at the
    // hour above the quotient the bar is met, and seldom an hour earlier.
    constexpr int kHoursPerDay = 24;
    const exact::Integer unit = exact::powerOfTen(Decimal::kFractionDigits);
    const exact::Integer barUnits = exact::fromDecimal(bar);
    const exact::Integer cushion = exact::fromWide(now.exactLevel.assets()) * unit
        - barUnits * exact::fromWide(now.exactLevel.debt()); // scale 54
    const exact::Integer hours = exact::quotient(cushion * unit * kHoursPerDay, barUnits * speed, Rounding::Up);
    if (hours > kFarthestHours) {
        return std::nullopt;
    }
    const auto met = static_cast<std::int64_t>(hours);
    return meets(account, rates, bar, met - 1) ? firstMet(account, rates, bar, met - 1) : met;
}

std::optional<BarMet> whenMet(const Account &account, const Rates &rates, Decimal Thresholds::*bar, WallTime now)
{
    const Account current = withBarsAt(account, now);
    const auto marksUntil = [now](WallTime time) { return (floorTo(time, kHourMs) - floorTo(now, kHourMs)) / kHourMs; };
    WallTime begin = now;
    Thresholds bars = current.thresholds;
    for (std::size_t next = 0;; ++next) {
        const bool isLast = next == current.announced.size();
        const auto hours = hoursToBar(current, rates, bars.*bar);
        if (hours) {
            const WallTime mark = *hours == 0 ? now : floorTo(now, kHourMs) + *hours * kHourMs;
            const WallTime time = std::max(mark, begin);
            if (isLast || time < current.announced[next].from) {
                return BarMet {marksUntil(time), time, next > 0 && time == begin};
            }
        }
        if (isLast) {
            return std::nullopt;
        }
        begin = current.announced[next].from;
        bars = current.announced[next].bars;
    }
}

std::vector<BarsAhead> judgeAnnounced(const Account &account, const Rates &rates)
{
    std::vector<BarsAhead> ahead;
    Account then = account;
    for (const AnnouncedBars &announced : account.announced) {
        then.thresholds = announced.bars;
        ahead.push_back({announced, judge(then, rates)});
    }
    return ahead;
}

bool owesAtUnknownRate(const Account &account)
{
    return std::ranges::any_of(account.balances, [](const Balance &balance) {
        return balance.borrowed.isPositive() && !balance.dailyInterest;
    });
}

} // namespace plimsoll::margin
