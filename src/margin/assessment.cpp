// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/assessment.h"

#include "margin/exact.h"
#include "margin/levelbounds.h"
#include "margin/leveltext.h"
#include "margin/liquidation.h"

#include <algorithm>

namespace plimsoll::margin {

namespace {

using exact::Integer;

constexpr int kValueScale = 2 * Decimal::kFractionDigits;

AssetLine lineOf(const Balance &balance, const Account &account, const Rates &rates)
{
    AssetLine line {balance.asset,
                    balance.total().value_or(Decimal()),
                    balance.debt().value_or(Decimal()),
                    balance.interest,
                    rates.find(balance.asset, account.quoteAsset),
                    {},
                    {}};
    if (line.rate.known()) {
        line.value = line.total.times(line.rate.down, Rounding::Down);
        line.debtValue = line.debt.times(line.rate.up, Rounding::Up);
    }
    return line;
}

bool isNeeded(const AssetLine &line)
{
    return !line.total.isZero() || !line.debt.isZero();
}

// Only asked where something is owed: there is a worst bound.
LevelRange rangeOf(const Assessment &assessment)
{
    LevelBounds bounds;
    Wide assets;
    Wide debt;
    for (const AssetLine &line : assessment.lines) {
        if (line.rate.known()) {
            assets += Wide::product(line.total, line.rate.down);
            debt += Wide::product(line.debt, line.rate.up);
        } else {
            bounds.addUnpriced(line.total, line.debt);
        }
    }
    bounds.addPriced({assets, debt});
    return {bounds.worst().value_or(Level()), bounds.best()};
}

// 1 - bar / level = (A - bar * D) / A, rounded down to 6 decimals.
std::optional<Decimal> distanceTo(const Level &level, Decimal bar)
{
    constexpr int kDigits = 6;
    if (level.assets().isZero()) {
        return std::nullopt;
    }
    const Integer assets = exact::fromWide(level.assets());
    const Integer one = exact::fromDecimal(Decimal::fromInteger(1));
    const Integer gap = assets * one - exact::fromDecimal(bar) * exact::fromWide(level.debt());
    return exact::toDecimal(exact::quotient(gap * exact::powerOfTen(kDigits), assets * one, Rounding::Down), kDigits,
                            Rounding::Down);
}

// A / (A - D), rounded up to 6 decimals.
std::optional<Decimal> leverageOf(const Level &level)
{
    constexpr int kDigits = 6;
    const Integer assets = exact::fromWide(level.assets());
    const Integer equity = assets - exact::fromWide(level.debt());
    if (equity <= 0) {
        return std::nullopt;
    }
    return exact::toDecimal(exact::quotient(assets * exact::powerOfTen(kDigits), equity, Rounding::Up), kDigits,
                            Rounding::Up);
}

std::vector<NamedBarPrice> barPrices(const Account &account, const Assessment &assessment, Decimal bar)
{
    std::vector<NamedBarPrice> prices;
    const Integer assets = exact::fromWide(assessment.exactLevel.assets());
    const Integer debt = exact::fromWide(assessment.exactLevel.debt());
    for (const AssetLine &line : assessment.lines) {
        if (line.asset == account.quoteAsset || !line.rate.known()) {
            continue;
        }
        const PriceExposure exposure {line.total, line.debt,
                                      assets - exact::fromWide(Wide::product(line.total, line.rate.down)),
                                      debt - exact::fromWide(Wide::product(line.debt, line.rate.up))};
        if (const auto price = priceAtBar(exposure, bar)) {
            NamedBarPrice named {line.asset, line.asset + account.quoteAsset, *price, {}};
            const Decimal now = line.rate.down;
            const auto gap = price->below ? now.minus(price->price) : price->price.minus(now);
            if (const auto share = gap ? gap->dividedBy(now, Rounding::Down) : std::nullopt) {
                named.distance = share->rounded(6, Rounding::Down);
            }
            prices.push_back(std::move(named));
        }
    }
    return prices;
}

void addTotals(Assessment &assessment, const Account &account)
{
    const Integer assets = exact::fromWide(assessment.exactLevel.assets());
    const Integer debt = exact::fromWide(assessment.exactLevel.debt());
    Wide interest;
    for (const AssetLine &line : assessment.lines) {
        interest += line.rate.known() ? Wide::product(line.interest, line.rate.up) : Wide();
    }
    assessment.totalAssets = exact::toDecimal(assets, kValueScale, Rounding::Down);
    assessment.totalDebt = exact::toDecimal(debt, kValueScale, Rounding::Up);
    assessment.totalInterest = exact::toDecimal(exact::fromWide(interest), kValueScale, Rounding::Up);
    assessment.equity = exact::toDecimal(assets - debt, kValueScale, Rounding::Down);
    if (account.contributed) {
        const Integer contributed = exact::fromDecimal(*account.contributed)
            * exact::powerOfTen(Decimal::kFractionDigits);
        assessment.profit = exact::toDecimal(assets - debt - contributed, kValueScale, Rounding::Down);
    }
}

void addLevel(Assessment &assessment, const Account &account)
{
    const Thresholds &bars = account.thresholds;
    const Level &level = assessment.exactLevel;
    assessment.level = level.printed();
    assessment.levelText = levelText(level, bars);
    assessment.distanceToCall = distanceTo(level, bars.marginCall);
    assessment.distanceToLiquidation = distanceTo(level, bars.liquidation);
    if (assessment.totalDebt) {
        assessment.leverage = leverageOf(level);
        assessment.marginCallPrices = barPrices(account, assessment, bars.marginCall);
        assessment.liquidationPrices = barPrices(account, assessment, bars.liquidation);
    }
    assessment.toInitial = rescueTo(level, bars.initial);
}

void addLines(Assessment &assessment, const Account &account, const Rates &rates)
{
    for (const Balance &balance : account.balances) {
        assessment.lines.push_back(lineOf(balance, account, rates));
        const AssetLine &line = assessment.lines.back();
        if (!isNeeded(line)) {
            continue;
        }
        if (line.rate.known()) {
            assessment.oldestPrice = std::min(assessment.oldestPrice, line.rate.asOf);
        } else if (assessment.status != Status::Liquidated) {
            assessment.missingPrices.push_back(line.rate.route);
        }
    }
}

} // namespace

Assessment describe(const Account &account, const Decision &decision, const Rates &rates)
{
    Assessment assessment;
    static_cast<Decision &>(assessment) = decision;
    assessment.atLeast = decision.partly && decision.status == Status::Normal;
    assessment.permissions = permissionsAt(account, decision.status, decision.exactLevel);
    addLines(assessment, account, rates);
    const auto owesUnpriced = [](const AssetLine &line) { return !line.rate.known() && line.debt.isPositive(); };
    const bool hasTotals = decision.partly ? assessment.atLeast && std::ranges::none_of(assessment.lines, owesUnpriced)
                                           : decision.status != Status::Liquidated;
    if (hasTotals) {
        addTotals(assessment, account);
    }
    if (decision.partly && decision.status != Status::NoDebt) {
        assessment.range = rangeOf(assessment);
    }
    switch (decision.status) {
    case Status::Unknown:
    case Status::Liquidated: break;
    case Status::NoDebt: assessment.toInitial = {Decimal(), Decimal(), Decimal()}; break;
    case Status::Normal:
    case Status::MarginCall:
    case Status::Liquidation: addLevel(assessment, account); break;
    }
    return assessment;
}

Assessment assess(const Account &account, const Rates &rates)
{
    return describe(account, judge(account, rates), rates);
}

} // namespace plimsoll::margin
