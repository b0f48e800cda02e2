// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/simulation.h"

#include <array>
#include <optional>
#include <vector>

namespace plimsoll::chance {

/// What one method says about a book.
struct MethodChances {
    Method method = Method::Gbm;
    Chances chances;
};

inline constexpr std::array kAllMethods {Method::Gbm, Method::Bootstrap, Method::Jump};

/// How far a study is, from 0 to 1, over all its methods; may be read from any thread while it runs.
class StudyProgress
{
public:
    /// Requires: methods > 0, not more than kAllMethods.
    explicit StudyProgress(std::size_t methods)
        : m_count(methods)
    {
    }
    [[nodiscard]] double done() const;
    [[nodiscard]] Progress &of(std::size_t method) { return m_methods[method]; }

private:
    std::array<Progress, kAllMethods.size()> m_methods;
    std::size_t m_count;
};

/// simulate() by each method on the same random numbers, one after the other. Nothing where `stop` was requested.
/// Errors: those of Dynamics::make(). Requires: as simulate(); `progress` of as many methods.
Result<std::optional<std::vector<MethodChances>>> simulateAll(const Book &book, const MarketModel &market,
                                                              const std::vector<Method> &methods,
                                                              const SimulationOptions &options,
                                                              const std::stop_token &stop, StudyProgress &progress);

} // namespace plimsoll::chance
