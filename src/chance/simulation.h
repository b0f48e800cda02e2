// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/book.h"
#include "chance/chances.h"
#include "chance/dynamics.h"

#include <atomic>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace plimsoll::chance {

struct SimulationOptions {
    static constexpr std::uint64_t kMostPaths = 10'000'000;
    static constexpr std::size_t kMostHorizons = 16;

    std::vector<std::int64_t> horizons; ///< ms, each as TimeGrid::isHorizon(); any order
    std::uint64_t paths = 20'000; ///< 1 to kMostPaths
    std::uint64_t seed = 1;
    unsigned threads = 0; ///< 0 = as many as there are cores; changes nothing but the time it takes
    std::set<std::string> fans; ///< accounts whose levels over time are wanted
};

/// The same options, or Malformed with what is out of range.
Result<Done> validated(const SimulationOptions &options);

/// How far a simulation is, from 0 to 1; may be read from any thread while it runs.
class Progress
{
public:
    [[nodiscard]] double done() const { return m_done.load(std::memory_order_relaxed); }
    void begin() { m_done.store(0, std::memory_order_relaxed); }

    /// Never back: threads tell out of order.
    void raise(double done)
    {
        double known = this->done();
        while (known < done && !m_done.compare_exchange_weak(known, done, std::memory_order_relaxed)) {}
    }

private:
    std::atomic<double> m_done {0};
};

/// Simulates all accounts of the book on the same paths. Blocks the calling thread and works on `options.threads`
/// others; nothing is returned where `stop` was requested, which is heeded within milliseconds. The same seed gives the
/// same numbers, bit by bit, on any number of threads. Memory: per account and horizon the worst 5 % of the paths, not
/// the paths. Requires: validated(options); dynamics of a market of exactly book.assets.
std::optional<Chances> simulate(const Book &book, const Dynamics &dynamics, const SimulationOptions &options,
                                const std::stop_token &stop, Progress &progress);

} // namespace plimsoll::chance
