// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace plimsoll::chance {

/// Value at risk and expected shortfall of a loss; negative = a gain.
struct LossRisk {
    double var95 = 0; ///< the smallest loss that at least 95 of 100 paths do not exceed
    double var99 = 0;
    double es95 = 0; ///< mean of the worst 5 of 100
    double es99 = 0;
};

/// The worst losses of many, as many as value at risk at 95 % needs; the others are forgotten on the way. What is kept
/// does not depend on the order in which losses come. Not thread-safe.
class WorstLosses
{
public:
    /// Requires: paths > 0.
    explicit WorstLosses(std::uint64_t paths);

    void add(double loss);

    /// Requires: as many losses added as there are paths. Sources: value at risk as the empirical quantile; expected
    /// shortfall by Acerbi and Tasche, "On the coherence of expected shortfall" (2002), which gives the quantile itself
    /// the weight that is left.
    [[nodiscard]] LossRisk risk() const;

private:
    void forget();

    std::uint64_t m_paths;
    std::size_t m_kept; ///< how many are needed
    std::vector<double> m_losses;
    double m_least; ///< of those kept, once they are as many as needed
};

} // namespace plimsoll::chance
