// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/assessment.h"

#include "margin/levelbounds.h"
#include "margin/leveltext.h"

#include <algorithm>

namespace plimsoll::margin {

namespace {

using exact::Integer;

constexpr int kValueScale = 2 * Decimal::kFractionDigits;

// The exact sums of one look, and what could not be priced.
struct Sums {
    Wide assets;
    Wide debt;
    Wide interest;
    std::vector<const AssetLine *> unknown;
    bool owes = false;

    [[nodiscard]] LevelBounds bounds() const
    {
        LevelBounds bounds;
        bounds.addPriced(assets, debt);
        for (const AssetLine *line : unknown) {
            bounds.addUnpriced(line->total, line->debt);
        }
        return bounds;
    }
};

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

Sums sumUp(const std::vector<AssetLine> &lines)
{
    Sums sums;
    for (const AssetLine &line : lines) {
        sums.owes = sums.owes || line.debt.isPositive();
        if (line.total.isZero() && line.debt.isZero()) {
            continue;
        }
        if (!line.rate.known()) {
            sums.unknown.push_back(&line);
            continue;
        }
        sums.assets += Wide::product(line.total, line.rate.down);
        sums.debt += Wide::product(line.debt, line.rate.up);
        sums.interest += Wide::product(line.interest, line.rate.up);
    }
    return sums;
}

LevelRange rangeOf(const LevelBounds &bounds)
{
    const auto printed = [](const LevelBounds::Ratio &ratio) {
        return printedLevel(ratio.assets.toInteger(), ratio.debt.toInteger());
    };
    LevelRange range;
    if (bounds.worst()) {
        range.worst = printed(*bounds.worst());
    }
    if (const auto best = bounds.best()) {
        range.best = printed(*best);
    }
    return range;
}

// 1 - bar / level = (A - bar * D) / A, rounded down to 6 decimals.
std::optional<Decimal> distanceTo(const Integer &assets, const Integer &debt, Decimal bar)
{
    constexpr int kDigits = 6;
    if (assets == 0) {
        return std::nullopt;
    }
    const Integer one = exact::fromDecimal(Decimal::fromInteger(1));
    const Integer gap = assets * one - exact::fromDecimal(bar) * debt;
    return exact::toDecimal(exact::quotient(gap * exact::powerOfTen(kDigits), assets * one, Rounding::Down), kDigits,
                            Rounding::Down);
}

std::vector<NamedBarPrice> barPrices(const Account &account, const Assessment &assessment, Decimal bar)
{
    std::vector<NamedBarPrice> prices;
    for (const AssetLine &line : assessment.lines) {
        if (line.asset == account.quoteAsset || !line.rate.known() || (line.total.isZero() && line.debt.isZero())) {
            continue;
        }
        const PriceExposure exposure {line.total, line.debt,
                                      assessment.exactAssets - Wide::product(line.total, line.rate.down).toInteger(),
                                      assessment.exactDebt - Wide::product(line.debt, line.rate.up).toInteger()};
        if (const auto price = priceAtBar(exposure, bar)) {
            NamedBarPrice named {line.asset, line.asset + account.quoteAsset, *price, {}};
            const Decimal now = line.rate.down;
            const auto gap = price->below ? now.minus(price->price) : price->price.minus(now);
            if (gap && now.isPositive()) {
                named.distance = gap->dividedBy(now, Rounding::Down);
                if (named.distance) {
                    named.distance = named.distance->rounded(6, Rounding::Down);
                }
            }
            prices.push_back(std::move(named));
        }
    }
    return prices;
}

void addTotals(Assessment &assessment, const Account &account, const Sums &sums)
{
    assessment.totalAssets = exact::toDecimal(assessment.exactAssets, kValueScale, Rounding::Down);
    assessment.totalDebt = exact::toDecimal(assessment.exactDebt, kValueScale, Rounding::Up);
    assessment.totalInterest = exact::toDecimal(sums.interest.toInteger(), kValueScale, Rounding::Up);
    const Integer equity = assessment.exactAssets - assessment.exactDebt;
    assessment.equity = exact::toDecimal(equity, kValueScale, Rounding::Down);
    if (account.contributed) {
        const Integer contributed = exact::fromDecimal(*account.contributed)
            * exact::powerOfTen(Decimal::kFractionDigits);
        assessment.profit = exact::toDecimal(equity - contributed, kValueScale, Rounding::Down);
    }
}

void addLevel(Assessment &assessment, const Account &account)
{
    const Thresholds &bars = account.thresholds;
    const Integer &assets = assessment.exactAssets;
    const Integer &debt = assessment.exactDebt;
    assessment.level = printedLevel(assets, debt);
    assessment.levelText = levelText(assets, debt, bars);
    assessment.distanceToCall = distanceTo(assets, debt, bars.marginCall);
    assessment.distanceToLiquidation = distanceTo(assets, debt, bars.liquidation);
    if (assessment.totalDebt) {
        assessment.marginCallPrices = barPrices(account, assessment, bars.marginCall);
        assessment.liquidationPrices = barPrices(account, assessment, bars.liquidation);
    }
    assessment.toInitial = rescueTo(assets, debt, bars.initial);
}

Status statusOf(const Account &account, const Sums &sums, const LevelBounds &bounds, const Assessment &assessment)
{
    if (!sums.owes) {
        return Status::NoDebt;
    }
    if (assessment.overflow) {
        return Status::Unknown;
    }
    return sums.unknown.empty() ? decide(sums.assets, sums.debt, account.thresholds)
                                : bounds.decide(account.thresholds);
}

// The status and what it was decided from.
void addStatus(Assessment &assessment, const Account &account, const Sums &sums)
{
    const LevelBounds bounds = sums.bounds();
    assessment.exactAssets = sums.assets.toInteger();
    assessment.exactDebt = sums.debt.toInteger();
    addTotals(assessment, account, sums);
    assessment.overflow = !assessment.totalAssets || !assessment.totalDebt;
    assessment.status = statusOf(account, sums, bounds, assessment);
    const bool partly = !sums.unknown.empty();
    if (partly && sums.owes) {
        assessment.range = rangeOf(bounds);
    }
    assessment.atLeast = partly && assessment.status == Status::Normal;
    const LevelBounds::Ratio decidedFrom = assessment.atLeast ? *bounds.worst()
                                                              : LevelBounds::Ratio {sums.assets, sums.debt};
    assessment.exactAssets = decidedFrom.assets.toInteger();
    assessment.exactDebt = decidedFrom.debt.toInteger();
    assessment.permissions = permissionsAt(account, assessment.status, decidedFrom.assets, decidedFrom.debt);
    if (partly && (!assessment.atLeast || bounds.owesUnpriced())) {
        assessment.totalAssets = assessment.totalDebt = assessment.totalInterest = assessment.equity =
            assessment.profit = std::nullopt;
    }
}

} // namespace

Assessment assess(const Account &account, const Rates &rates)
{
    Assessment assessment;
    for (const Balance &balance : account.balances) {
        assessment.lines.push_back(lineOf(balance, account, rates));
    }
    if (account.liquidatedAt) {
        assessment.status = Status::Liquidated;
        return assessment;
    }
    const Sums sums = sumUp(assessment.lines);
    for (const AssetLine *line : sums.unknown) {
        assessment.missingPrices.push_back(line->rate.route);
    }
    for (const AssetLine &line : assessment.lines) {
        if (line.rate.known() && (!line.total.isZero() || !line.debt.isZero())) {
            assessment.oldestPrice = std::min(assessment.oldestPrice, line.rate.asOf);
        }
    }
    addStatus(assessment, account, sums);
    switch (assessment.status) {
    case Status::Unknown:
    case Status::Liquidated: break;
    case Status::NoDebt: assessment.toInitial = {Decimal(), Decimal(), Decimal()}; break;
    case Status::Normal:
    case Status::MarginCall:
    case Status::Liquidation: addLevel(assessment, account); break;
    }
    return assessment;
}

} // namespace plimsoll::margin
