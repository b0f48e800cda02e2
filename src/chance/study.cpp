// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/study.h"

#include <utility>

namespace plimsoll::chance {

double StudyProgress::done() const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_count; ++i) {
        sum += m_methods[i].done();
    }
    return sum / static_cast<double>(m_count);
}

Result<std::optional<std::vector<MethodChances>>> simulateAll(const Book &book, const MarketModel &market,
                                                              const std::vector<Method> &methods,
                                                              const SimulationOptions &options,
                                                              const std::stop_token &stop, StudyProgress &progress)
{
    using All = std::optional<std::vector<MethodChances>>;
    std::vector<MethodChances> results;
    for (const Method method : methods) {
        const auto dynamics = Dynamics::make(market, method);
        if (!dynamics) {
            return dynamics.error();
        }
        auto chances = simulate(book, *dynamics, options, stop, progress.of(results.size()));
        if (!chances) {
            return All {};
        }
        results.push_back({method, std::move(*chances)});
    }
    return All {std::move(results)};
}

} // namespace plimsoll::chance
