// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/assessment.h"

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
};

AssetLine lineOf(const Balance &balance, const Account &account, const Rates &rates)
{
    AssetLine line {balance.asset, balance.total().value_or(Decimal()), balance.debt().value_or(Decimal()), balance.interest,
                    rates.find(balance.asset, account.quoteAsset), {}, {}};
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

struct Ratio {
    Integer numerator;
    Integer denominator; ///< 0 = without bound

    [[nodiscard]] bool below(const Ratio &other) const { return numerator * other.denominator < other.numerator * denominator; }
};

LevelRange rangeOf(const Sums &sums)
{
    std::vector<Ratio> parts;
    if (!sums.assets.isZero() || !sums.debt.isZero()) {
        parts.push_back({sums.assets.toInteger(), sums.debt.toInteger()});
    }
    for (const AssetLine *line : sums.unknown) {
        parts.push_back({exact::fromDecimal(line->total), exact::fromDecimal(line->debt)});
    }
    const auto [worst, best] = std::ranges::minmax_element(parts, [](const Ratio &a, const Ratio &b) { return a.below(b); });
    LevelRange range;
    if (worst != parts.end() && worst->denominator > 0) {
        range.worst = printedLevel(worst->numerator, worst->denominator);
    }
    if (best != parts.end() && best->denominator > 0) {
        range.best = printedLevel(best->numerator, best->denominator);
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
    return exact::toDecimal(exact::quotient(gap * exact::powerOfTen(kDigits), assets * one, Rounding::Down), kDigits, Rounding::Down);
}

std::vector<NamedBarPrice> barPrices(const Account &account, const Assessment &assessment, Decimal bar)
{
    std::vector<NamedBarPrice> prices;
    for (const AssetLine &line : assessment.lines) {
        if (line.asset == account.quoteAsset || (line.total.isZero() && line.debt.isZero())) {
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
        const Integer contributed = exact::fromDecimal(*account.contributed) * exact::powerOfTen(Decimal::kFractionDigits);
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
    assessment.marginCallPrices = barPrices(account, assessment, bars.marginCall);
    assessment.liquidationPrices = barPrices(account, assessment, bars.liquidation);
    assessment.toInitial = rescueTo(assets, debt, bars.initial);
}

Status statusOf(const Account &account, const Sums &sums, const Assessment &assessment)
{
    if (!sums.owes) {
        return Status::NoDebt;
    }
    if (!sums.unknown.empty() || assessment.overflow) {
        return Status::Unknown;
    }
    return decide(sums.assets, sums.debt, account.thresholds);
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
    assessment.exactAssets = sums.assets.toInteger();
    assessment.exactDebt = sums.debt.toInteger();
    if (sums.unknown.empty()) {
        addTotals(assessment, account, sums);
        assessment.overflow = !assessment.totalAssets || !assessment.totalDebt;
    }
    assessment.status = statusOf(account, sums, assessment);
    assessment.permissions = permissionsAt(account, assessment.status, sums.assets, sums.debt);
    switch (assessment.status) {
    case Status::Unknown:
        assessment.range = rangeOf(sums);
        break;
    case Status::NoDebt:
        assessment.toInitial = {Decimal(), Decimal(), Decimal()};
        break;
    case Status::Normal:
    case Status::MarginCall:
    case Status::Liquidation:
        addLevel(assessment, account);
        break;
    case Status::Liquidated:
        break;
    }
    return assessment;
}

} // namespace plimsoll::margin
