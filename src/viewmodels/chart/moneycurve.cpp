// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/moneycurve.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace plimsoll::viewmodels {

using margin::Decimal;
using margin::Rounding;
using monitor::KeptPrice;

namespace {

constexpr int kDigits = 8;
constexpr std::int64_t kMinute = 60'000;

std::int64_t believedUntil(const KeptPrice &price)
{
    return price.time + 3 * std::max(price.step, kMinute);
}

std::optional<Worth> fromDebt(Decimal debt, Decimal level, bool isExact)
{
    const auto above = level.minus(Decimal::fromInteger(1));
    const auto equity = above ? debt.times(*above, Rounding::Down) : std::nullopt;
    if (!equity || !debt.isPositive()) {
        return std::nullopt;
    }
    return Worth {equity->rounded(kDigits, Rounding::Down), debt.rounded(kDigits, Rounding::Up), isExact};
}

std::optional<Worth> fromAssets(Decimal total, Decimal level)
{
    const auto debt = level.isPositive() ? total.dividedBy(level, Rounding::Up) : std::nullopt;
    const auto equity = debt ? total.minus(*debt) : std::nullopt;
    if (!equity) {
        return std::nullopt;
    }
    return Worth {equity->rounded(kDigits, Rounding::Down), debt->rounded(kDigits, Rounding::Up), true};
}

// Of what is owed in other assets.
std::optional<Decimal> valuedDebts(const PastAmounts &amounts, const PastAmounts::Step &step, std::int64_t time,
                                   const std::string &quote, const PastPrices &prices)
{
    std::optional<Decimal> sum = Decimal();
    for (std::size_t i = 0; i < amounts.assets().size(); ++i) {
        const std::string &asset = amounts.assets()[i];
        const Decimal debt = PastAmounts::of(step, i).debt;
        if (asset == quote || debt.isZero()) {
            continue;
        }
        const auto known = prices.find(asset);
        const KeptPrice *price = known == prices.end() ? nullptr : priceAt(known->second, time);
        const auto value = price != nullptr ? debt.times(price->price, Rounding::Up) : std::nullopt;
        sum = value && sum ? sum->plus(*value) : std::nullopt;
    }
    return sum;
}

} // namespace

const KeptPrice *priceAt(const std::vector<KeptPrice> &prices, std::int64_t time)
{
    const auto next = std::ranges::upper_bound(prices, time, {}, &KeptPrice::time);
    if (next == prices.begin() || time > believedUntil(*std::prev(next))) {
        return nullptr;
    }
    return &*std::prev(next);
}

std::optional<Worth> worthAt(const PastAmounts &amounts, std::int64_t time, Decimal level, const std::string &quote,
                             const PastPrices &prices)
{
    const PastAmounts::Step *step = amounts.at(time);
    if (step == nullptr) {
        return std::nullopt;
    }
    bool owesOthers = false;
    bool holdsOthers = false;
    for (std::size_t i = 0; i < amounts.assets().size(); ++i) {
        const PastAmount amount = PastAmounts::of(*step, i);
        const bool isOther = amounts.assets()[i] != quote;
        owesOthers = owesOthers || (isOther && !amount.debt.isZero());
        holdsOthers = holdsOthers || (isOther && !amount.total.isZero());
    }
    const PastAmount own = amounts.of(*step, quote);
    if (!owesOthers) {
        return fromDebt(own.debt, level, true);
    }
    if (!holdsOthers) {
        return fromAssets(own.total, level);
    }
    const auto others = valuedDebts(amounts, *step, time, quote, prices);
    const auto debt = others ? own.debt.plus(*others) : std::nullopt;
    return debt ? fromDebt(*debt, level, false) : std::nullopt;
}

std::optional<QPointF> heldSince(const LevelStretches &levels, double time)
{
    for (const LevelStretch &stretch : levels) {
        if (stretch.isEmpty() || stretch.first().x() > time || stretch.last().x() < time) {
            continue;
        }
        auto corner = std::prev(std::ranges::upper_bound(stretch, time, {}, &QPointF::x));
        while (corner != stretch.begin() && std::prev(corner)->y() == corner->y()) {
            --corner;
        }
        return *corner;
    }
    return std::nullopt;
}

Decimal exactLevel(double level)
{
    constexpr double kLevelUnit = 1e8;
    constexpr margin::Int128 kUnit = 10'000'000'000; // mantissa of 10^-8
    return Decimal::fromMantissa(margin::Int128 {std::llround(level * kLevelUnit)} * kUnit);
}

LevelStretches curveOver(const LevelStretches &levels,
                         const std::function<std::optional<Decimal>(std::int64_t, Decimal)> &valueOf)
{
    LevelStretches curve;
    for (const LevelStretch &stretch : levels) {
        LevelStretch part;
        std::optional<double> value;
        for (qsizetype i = 0; i < stretch.size(); ++i) {
            const QPointF &corner = stretch[i];
            if (i == 0 || corner.y() != stretch[i - 1].y()) {
                const auto exact = valueOf(static_cast<std::int64_t>(corner.x()), exactLevel(corner.y()));
                value = exact ? std::optional(exact->toDoubleForPlot()) : std::nullopt;
            }
            if (value) {
                part << QPointF(corner.x(), *value);
            } else if (!part.isEmpty()) {
                curve << std::exchange(part, {});
            }
        }
        if (!part.isEmpty()) {
            curve << part;
        }
    }
    return curve;
}

LevelStretches priceCurve(const std::vector<KeptPrice> &prices)
{
    LevelStretches curve;
    LevelStretch part;
    const KeptPrice *before = nullptr;
    for (const KeptPrice &price : prices) {
        const auto time = static_cast<double>(price.time);
        if (before != nullptr && price.time > believedUntil(*before)) {
            part << QPointF(static_cast<double>(believedUntil(*before)), part.last().y());
            curve << std::exchange(part, {});
        } else if (before != nullptr) {
            part << QPointF(time, part.last().y());
        }
        part << QPointF(time, price.price.toDoubleForPlot());
        before = &price;
    }
    if (!part.isEmpty()) {
        curve << part;
    }
    return curve;
}

LevelStretches interestCurve(const PastAmounts &amounts, const std::string &asset, std::int64_t end)
{
    LevelStretch curve;
    for (const PastAmounts::Step &step : amounts.steps()) {
        const auto time = static_cast<double>(step.time);
        const double value = amounts.of(step, asset).charged.toDoubleForPlot();
        if (!curve.isEmpty() && curve.last().y() == value) {
            continue;
        }
        if (!curve.isEmpty()) {
            curve << QPointF(time, curve.last().y());
        }
        curve << QPointF(time, value);
    }
    if (!curve.isEmpty() && curve.last().x() < static_cast<double>(end)) {
        curve << QPointF(static_cast<double>(end), curve.last().y());
    }
    return curve.isEmpty() ? LevelStretches() : LevelStretches {curve};
}

} // namespace plimsoll::viewmodels
