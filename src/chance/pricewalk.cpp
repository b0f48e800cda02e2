// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/pricewalk.h"

#include <cmath>
#include <limits>

namespace plimsoll::chance {

namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();
constexpr double kMinutesPerDay = 24 * 60;

bool isOneSided(const Exposure &exposure)
{
    return exposure.asset && (exposure.held > 0) != (exposure.owed > 0);
}

double covarianceAt(const SquareMatrix &covariance, std::optional<std::size_t> a, std::optional<std::size_t> b)
{
    return a && b ? covariance(*a, *b) : 0;
}

} // namespace

std::optional<SinglePrice> SinglePrice::of(const BookAccount &account)
{
    if (account.exposures.size() != 2) {
        return std::nullopt;
    }
    const Exposure &first = account.exposures[0];
    const Exposure &second = account.exposures[1];
    if (isOneSided(first)) {
        return SinglePrice {first, second};
    }
    return isOneSided(second) ? std::optional(SinglePrice {second, first}) : std::nullopt;
}

// held x P + cash = bar x debt, or cash = bar x (owed x P + debt).
double SinglePrice::barAfter(double days, double bar) const
{
    const double debt = base.owedAfter(days);
    const double price = moving.held > 0 ? (bar * debt - base.held) / moving.held
                                         : (base.held / bar - debt) / moving.owedAfter(days);
    return price > 0 ? std::log(price) : -kInfinite;
}

PriceWalk::PriceWalk(const BookAccount &account, const SinglePrice &price, const SquareMatrix &covariance)
    : AccountWalk(account)
    , m_price(price)
    , m_variance(covarianceAt(covariance, price.moving.asset, price.moving.asset)
                 + covarianceAt(covariance, price.base.asset, price.base.asset)
                 - 2 * covarianceAt(covariance, price.moving.asset, price.base.asset))
{
}

void PriceWalk::start(const PathBlock &block)
{
    measure(block, 0, from());
}

void PriceWalk::measure(const PathBlock &block, double minutes, Distances &distances) const
{
    const double days = minutes / kMinutesPerDay;
    const PriceStep step {block.logs[*m_price.moving.asset],
                          m_price.base.asset ? &block.logs[*m_price.base.asset] : nullptr,
                          m_price.moving.held > 0 ? 1.0 : -1.0, m_price.barAfter(days, account().callBar),
                          m_price.barAfter(days, account().liquidationBar)};
    priceDistances(step, distances.call, distances.liquidation);
}

void PriceWalk::step(const PathBlock &block, const Lanes &bridge, const StepSpan &span)
{
    measure(block, span.end, to());
    const double variance = std::max(m_variance, 0.0) * span.years;
    const bool anyCall = bridgeHits(bridge, variance, callDistance());
    const bool anyLiquidation = bridgeHits(bridge, variance, liquidationDistance());
    finishStep(span, anyCall, anyLiquidation);
}

} // namespace plimsoll::chance
