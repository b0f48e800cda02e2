// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/threefry.h"
#include "chance/vectormath.h"

#include <cmath>
#include <cstdint>

namespace plimsoll::chance {

/// Random numbers for what happens to few paths: a jump, the beginning of a block of real returns. A function of seed,
/// path and step, apart from the numbers of kernels.h. Value type.
class PathRandom
{
public:
    PathRandom(std::uint64_t seed, std::uint64_t path, std::uint64_t step)
        : m_seed(seed)
        , m_counter {path, step}
    {
    }

    double uniform() { return vectormath::uniform(next() >> 32U); } ///< strictly between 0 and 1

    double normal()
    {
        const std::uint64_t word = next();
        const double radius = std::sqrt(-2 * vectormath::logarithm(vectormath::uniform(word >> 32U)));
        return radius * vectormath::sineCosine(vectormath::uniform(word & 0xFFFFFFFFU)).cosine;
    }

private:
    std::uint64_t next()
    {
        constexpr std::uint64_t kEventKey = 0x6576656E74; // "event"
        constexpr std::uint64_t kDraw = std::uint64_t {1} << 32U; // steps are fewer
        const CounterWords words = threefry(m_counter, m_seed, kEventKey);
        m_counter.second += kDraw;
        return words.first;
    }

    std::uint64_t m_seed;
    CounterWords m_counter;
};

} // namespace plimsoll::chance
