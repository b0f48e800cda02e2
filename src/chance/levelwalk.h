// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/accountwalk.h"

namespace plimsoll::chance {

/// Judges the logarithm of the level, whatever the account holds and owes. Between two steps it is taken for a Brownian
/// motion with the variance that the sensitivities at both ends have in the mean.
class LevelWalk final : public AccountWalk
{
public:
    LevelWalk(const BookAccount &account, const SquareMatrix &covariance);

    void step(const PathBlock &block, const Lanes &bridge, const StepSpan &span) override;
    [[nodiscard]] bool needsPrices() const override { return true; }

private:
    void start(const PathBlock &block) override;
    void measure(const PathBlock &block, double minutes, Distances &distances, std::vector<Lanes> &weights);
    void measureVariance(double years);

    std::vector<double> m_sigmas; ///< per asset that moves, per year
    std::vector<std::vector<double>> m_columns; ///< of the Cholesky factor of their covariance
    std::vector<Lanes> m_fromWeights; ///< d ln(level) / d ln(price), per asset that moves
    std::vector<Lanes> m_toWeights;
    Lanes m_assets;
    Lanes m_debt;
    Lanes m_level;
    Lanes m_variance;
};

} // namespace plimsoll::chance
