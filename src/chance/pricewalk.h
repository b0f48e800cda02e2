// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/accountwalk.h"

#include <optional>

namespace plimsoll::chance {

/// An account whose level is a function of one price: that of `moving` in units of `base`.
struct SinglePrice {
    Exposure moving; ///< held or owed, not both
    Exposure base;

    /// Nothing where the account has more assets, or fewer, or both sides of both.
    static std::optional<SinglePrice> of(const BookAccount &account);

    /// Logarithm of the price at which the level is `bar`, relative to the price at the beginning; infinite where every
    /// price or none meets it.
    [[nodiscard]] double barAfter(double days, double bar) const;
};

/// Judges the logarithm of the one price against that of its bar prices. The bridge between two steps is exact for
/// geometric Brownian motion, whatever cash lies beside the asset.
class PriceWalk final : public AccountWalk
{
public:
    PriceWalk(const BookAccount &account, const SinglePrice &price, const SquareMatrix &covariance);

    void step(const PathBlock &block, const Lanes &bridge, const StepSpan &span) override;
    [[nodiscard]] bool needsPrices() const override { return false; }

private:
    void start(const PathBlock &block) override;
    void measure(const PathBlock &block, double minutes, Distances &distances) const;

    SinglePrice m_price;
    double m_variance; ///< of the log price, per year
};

} // namespace plimsoll::chance
