// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/heatmap.h"

#include "analysis/pricemove.h"
#include "analysis/stress.h"
#include "margin/shockedbook.h"

#include <utility>

namespace plimsoll::analysis {

namespace {

using margin::Decimal;
using margin::ShockedBook;

std::optional<margin::PairId> pairOf(const ShockedBook &book, const std::string &asset)
{
    const auto &pairs = book.table().pairs();
    for (margin::PairId pair = 0; pair < pairs.size(); ++pair) {
        if (pairs[pair].asset == asset && pairs[pair].quote != asset) {
            return pair;
        }
    }
    return std::nullopt;
}

// Leaves out the shocks at which no price would be above 0; the factors of the others.
std::vector<Decimal> factorsOf(std::vector<Decimal> &shocks)
{
    std::vector<Decimal> kept;
    std::vector<Decimal> factors;
    for (const Decimal shock : shocks) {
        if (const auto factor = factorAt(Decimal::fromInteger(1), shock)) {
            kept.push_back(shock);
            factors.push_back(*factor);
        }
    }
    shocks = std::move(kept);
    return factors;
}

} // namespace

std::vector<Decimal> evenShocks(Decimal from, Decimal to, int count)
{
    std::vector<Decimal> shocks;
    const Decimal width = to.minus(from).value_or(Decimal());
    for (int i = 0; i < count; ++i) {
        const auto whole = width.times(Decimal::fromInteger(i), margin::Rounding::HalfUp);
        const auto part = whole ? whole->dividedBy(Decimal::fromInteger(count - 1), margin::Rounding::HalfUp)
                                : std::nullopt;
        const auto shock = part ? from.plus(*part) : std::nullopt;
        shocks.push_back(shock.value_or(to).rounded(kShockDigits, margin::Rounding::HalfUp));
    }
    return shocks;
}

std::optional<HeatMap> heatMap(const margin::Account &account, const margin::Rates &rates, HeatMapAxes axes,
                               const std::stop_token &stop)
{
    ShockedBook book(std::span(&account, 1), rates);
    const auto x = pairOf(book, axes.x);
    const auto y = pairOf(book, axes.y);
    const std::vector<Decimal> xFactors = factorsOf(axes.xShocks);
    const std::vector<Decimal> yFactors = factorsOf(axes.yShocks);
    HeatMap map {std::move(axes), {}};
    map.cells.reserve(xFactors.size() * yFactors.size());
    for (const Decimal yFactor : yFactors) {
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        if (y) {
            book.move(*y, yFactor);
        }
        for (const Decimal xFactor : xFactors) {
            if (x) {
                book.move(*x, xFactor);
            }
            const margin::Decision decision = book.judge(0);
            map.cells.push_back({decision.status, judgedLevel(decision), decision.early});
        }
    }
    return map;
}

} // namespace plimsoll::analysis
