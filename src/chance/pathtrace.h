// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/book.h"
#include "chance/dynamics.h"

#include <vector>

namespace plimsoll::chance {

/// One account at the end of a step of one path.
struct TracePoint {
    double assets = 0; ///< in its quote asset at the price of the beginning
    double debt = 0; ///< 0: no level
    bool called = false; ///< until then, between steps too
    bool liquidated = false;
};

/// One path, step by step: what a simulation counts, to be looked at.
struct PathTrace {
    std::vector<std::int64_t> times; ///< ms from now, of each step's end
    std::vector<std::vector<double>> prices; ///< per step, per asset of the book: price / price now
    std::vector<std::vector<TracePoint>> accounts; ///< per step, per account; default where it is not simulated
};

/// The path of that number, exactly as simulate() walks it with this seed. `longest` in ms, as TimeGrid::isHorizon().
/// Pure; any thread.
PathTrace tracePath(const Book &book, const Dynamics &dynamics, std::int64_t longest, std::uint64_t seed,
                    std::uint64_t path);

} // namespace plimsoll::chance
