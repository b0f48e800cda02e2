// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/levelwalk.h"

#include "chance/correlation.h"

#include <cmath>

namespace plimsoll::chance {

LevelWalk::LevelWalk(const BookAccount &account, const SquareMatrix &covariance)
    : AccountWalk(account)
{
    std::vector<std::size_t> moving;
    for (const Exposure &exposure : account.exposures) {
        if (exposure.asset) {
            moving.push_back(*exposure.asset);
            m_sigmas.push_back(std::sqrt(covariance(moving.back(), moving.back())));
        }
    }
    SquareMatrix own(moving.size());
    for (std::size_t i = 0; i < moving.size(); ++i) {
        for (std::size_t j = 0; j < moving.size(); ++j) {
            own(i, j) = covariance(moving[i], moving[j]);
        }
    }
    const SquareMatrix factor = choleskyFactor(own);
    for (std::size_t j = 0; j < moving.size(); ++j) {
        m_columns.emplace_back();
        for (std::size_t i = 0; i < moving.size(); ++i) {
            m_columns.back().push_back(factor(i, j));
        }
    }
    m_fromWeights.resize(moving.size());
    m_toWeights.resize(moving.size());
}

void LevelWalk::start(const PathBlock &block)
{
    measure(block, 0, from(), m_fromWeights);
}

void LevelWalk::measure(const PathBlock &block, double minutes, Distances &distances, std::vector<Lanes> &weights)
{
    const std::vector<ValueTerm> &terms = termsAt(block, minutes);
    valueSums(terms, m_assets, m_debt);
    logLevels(m_assets, m_debt, m_level);
    priceDistances({m_level, nullptr, 1, std::log(account().callBar), std::log(account().liquidationBar)},
                   distances.call, distances.liquidation);
    std::size_t moving = 0;
    for (const ValueTerm &term : terms) {
        if (term.price != nullptr) {
            levelWeights(term, m_assets, m_debt, weights[moving]);
            ++moving;
        }
    }
}

void LevelWalk::measureVariance(double years)
{
    m_variance = {};
    const double root = std::sqrt(years);
    std::vector<double> factors(m_columns.size());
    for (std::size_t j = 0; j < m_columns.size(); ++j) {
        const std::span<const Lanes> from(m_fromWeights);
        const std::span<const Lanes> to(m_toWeights);
        for (std::size_t i = j; i < m_columns.size(); ++i) { // above its diagonal a factor is empty
            factors[i] = m_columns[j][i] * root;
        }
        addVariance(std::span(factors).subspan(j), from.subspan(j), to.subspan(j), m_variance);
    }
}

// Far from the bars, and so nearly always, the largest variance there could be shows that nothing is met.
void LevelWalk::step(const PathBlock &block, const Lanes &bridge, const StepSpan &span)
{
    measure(block, span.end, to(), m_toWeights);
    std::vector<double> sigmas = m_sigmas;
    for (double &sigma : sigmas) {
        sigma *= std::sqrt(span.years);
    }
    largestVariance(sigmas, m_fromWeights, m_toWeights, m_variance);
    bool anyCall = bridgeHits(bridge, m_variance, callDistance());
    bool anyLiquidation = bridgeHits(bridge, m_variance, liquidationDistance());
    if (anyCall || anyLiquidation) {
        measureVariance(span.years);
        anyCall = bridgeHits(bridge, m_variance, callDistance());
        anyLiquidation = bridgeHits(bridge, m_variance, liquidationDistance());
    }
    finishStep(span, anyCall, anyLiquidation);
    std::swap(m_fromWeights, m_toWeights);
}

} // namespace plimsoll::chance
