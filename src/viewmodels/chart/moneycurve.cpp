// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/chart/moneycurve.h"

#include "viewmodels/chart/axistime.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace plimsoll::viewmodels {

using margin::Decimal;
using margin::Rounding;
using monitor::KeptPrice;

namespace {

constexpr int kDigits = 8;
constexpr std::int64_t kMinute = 60'000;

WallTime believedUntil(const KeptPrice &price)
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
std::optional<Decimal> valuedDebts(const PastAmounts &amounts, const PastAmounts::Step &step, WallTime time,
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

const KeptPrice *priceAt(const std::vector<KeptPrice> &prices, WallTime time)
{
    const auto next = std::ranges::upper_bound(prices, time, {}, &KeptPrice::time);
    if (next == prices.begin() || time > believedUntil(*std::prev(next))) {
        return nullptr;
    }
    return &*std::prev(next);
}

std::optional<Worth> worthAt(const PastAmounts &amounts, WallTime time, Decimal level, const std::string &quote,
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

CurveValues curveOver(const LevelStretches &levels,
                      const std::function<std::optional<Decimal>(WallTime, Decimal)> &valueOf)
{
    CurveValues values;
    for (const LevelStretch &stretch : levels) {
        std::optional<Decimal> value;
        for (qsizetype i = 0; i < stretch.size(); ++i) {
            const QPointF &corner = stretch[i];
            if (i > 0 && corner.y() == stretch[i - 1].y()) {
                continue;
            }
            const auto next = valueOf(momentAt(corner.x()), exactLevel(corner.y()));
            if (next != value) {
                values.push_back({momentAt(corner.x()), next});
                value = next;
            }
        }
        if (value) {
            values.push_back({momentAt(stretch.last().x()), std::nullopt});
        }
    }
    return values;
}

CurveValues priceCurve(const std::vector<KeptPrice> &prices)
{
    CurveValues values;
    const KeptPrice *before = nullptr;
    for (const KeptPrice &price : prices) {
        if (before != nullptr && price.time > believedUntil(*before)) {
            values.push_back({believedUntil(*before), std::nullopt});
        }
        if (before == nullptr || values.back().value != price.price) {
            values.push_back({price.time, price.price});
        }
        before = &price;
    }
    if (before != nullptr && values.back().time < before->time) {
        values.push_back({before->time, before->price}); // so far it has held
    }
    return values;
}

CurveValues interestCurve(const PastAmounts &amounts, const std::string &asset, WallTime end)
{
    CurveValues values;
    for (const PastAmounts::Step &step : amounts.steps()) {
        const Decimal charged = amounts.of(step, asset).charged;
        if (values.empty() || values.back().value != charged) {
            values.push_back({step.time, charged});
        }
    }
    if (!values.empty()) {
        values.push_back({std::max(end, values.back().time), std::nullopt});
    }
    return values;
}

CurveValues within(const CurveValues &values, WallTime from, WallTime to)
{
    CurveValues inside;
    for (const CurveValue &value : values) {
        if (value.time > to) {
            break;
        }
        if (value.time <= from) {
            inside.clear();
        }
        const bool isNews = inside.empty() ? value.value.has_value() : inside.back().value != value.value;
        if (isNews) {
            inside.push_back({std::max(value.time, from), value.value});
        }
    }
    return inside;
}

LevelStretches drawn(const CurveValues &values)
{
    LevelStretches curve;
    LevelStretch part;
    const auto add = [&part](WallTime time, double y) {
        const auto x = axisTime(time);
        if (part.isEmpty() || part.last().x() != x || part.last().y() != y) { // points compare within a tolerance
            part << QPointF(x, y);
        }
    };
    for (const CurveValue &value : values) {
        if (!part.isEmpty()) {
            add(value.time, part.last().y());
        }
        if (value.value) {
            add(value.time, value.value->toDoubleForPlot());
        } else if (!part.isEmpty()) {
            curve << std::exchange(part, {});
        }
    }
    if (!part.isEmpty()) {
        curve << part;
    }
    return curve;
}

} // namespace plimsoll::viewmodels
