// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

/// Elementary functions without branches, so that the compiler turns a loop over them into vector instructions; libm's
/// are calls, one number at a time. The same operations in the same order on every processor: the same bits. Errors are
/// relative and measured in tests/unit/chance/tst_random.cpp.
namespace plimsoll::chance::vectormath {

inline constexpr std::uint64_t kOneBits = 0x3FF0000000000000U; ///< of 1.0
inline constexpr double kRound = 0x1.8p52; ///< added, it leaves the nearest whole number in the lowest bits

/// e^x, error below 1e-14. Requires: |x| < 700.
[[gnu::always_inline]] inline double exponential(double x)
{
    const double shifted = x * 0x1.71547652b82fep+0 + kRound; // x / ln 2
    const double whole = shifted - kRound;
    const double r = (x - whole * 0x1.62e42fefa3800p-1) - whole * 0x1.ef35793c76730p-45; // ln 2 in two parts
    double p = 1.0 / 39916800; // Taylor: |r| <= ln 2 / 2
    p = p * r + 1.0 / 3628800;
    p = p * r + 1.0 / 362880;
    p = p * r + 1.0 / 40320;
    p = p * r + 1.0 / 5040;
    p = p * r + 1.0 / 720;
    p = p * r + 1.0 / 120;
    p = p * r + 1.0 / 24;
    p = p * r + 1.0 / 6;
    p = p * r + 0.5;
    p = p * r + 1;
    p = p * r + 1;
    return p * std::bit_cast<double>((std::bit_cast<std::uint64_t>(shifted) + 1023) << 52U);
}

/// ln x, error below 1e-15 of max(1, |ln x|). Requires: x normal, above 0.
[[gnu::always_inline]] inline double logarithm(double x)
{
    constexpr std::uint64_t kRootHalf = 0x3FE6A09E667F3BCDU; // the mantissa is taken between sqrt(1/2) and sqrt(2)
    const auto bits = std::bit_cast<std::uint64_t>(x);
    const std::uint64_t exponent = (bits + (kOneBits - kRootHalf)) >> 52U;
    const auto mantissa = std::bit_cast<double>(bits - (exponent << 52U) + kOneBits);
    const double power = std::bit_cast<double>(exponent | 0x4330000000000000U) - (0x1p52 + 1023);
    const double s = (mantissa - 1) / (mantissa + 1); // ln m = 2 artanh s
    const double q = s * s;
    double p = 1.0 / 17;
    p = p * q + 1.0 / 15;
    p = p * q + 1.0 / 13;
    p = p * q + 1.0 / 11;
    p = p * q + 1.0 / 9;
    p = p * q + 1.0 / 7;
    p = p * q + 1.0 / 5;
    p = p * q + 1.0 / 3;
    p = p * q + 1;
    return power * 0x1.62e42fefa39efp-1 + 2 * s * p;
}

struct SineCosine {
    double sine;
    double cosine;
};

/// Of `turns` full turns, absolute error below 1e-13. Requires: 0 <= turns <= 1.
[[gnu::always_inline]] inline SineCosine sineCosine(double turns)
{
    const double shifted = turns * 4 + kRound;
    const auto quarter = std::bit_cast<std::uint64_t>(shifted);
    const double r = (turns - (shifted - kRound) * 0.25) * 6.283185307179586476925; // within an eighth of a turn
    const double w = r * r;
    double s = 1.0 / 6227020800;
    s = s * w - 1.0 / 39916800;
    s = s * w + 1.0 / 362880;
    s = s * w - 1.0 / 5040;
    s = s * w + 1.0 / 120;
    s = s * w - 1.0 / 6;
    s = s * w * r + r;
    double c = -1.0 / 87178291200;
    c = c * w + 1.0 / 479001600;
    c = c * w - 1.0 / 3628800;
    c = c * w + 1.0 / 40320;
    c = c * w - 1.0 / 720;
    c = c * w + 1.0 / 24;
    c = c * w - 0.5;
    c = c * w + 1;
    const std::uint64_t swap = 0 - (quarter & 1U); // all ones in odd quarters
    const auto sineBits = std::bit_cast<std::uint64_t>(s);
    const auto cosineBits = std::bit_cast<std::uint64_t>(c);
    return {std::bit_cast<double>(((cosineBits & swap) | (sineBits & ~swap)) ^ ((quarter & 2U) << 62U)),
            std::bit_cast<double>(((sineBits & swap) | (cosineBits & ~swap)) ^ (((quarter + 1) & 2U) << 62U))};
}

/// Half of the bits of a random word as a number strictly between 0 and 1. Requires: half < 2^32.
[[gnu::always_inline]] inline double uniform(std::uint64_t half)
{
    return (std::bit_cast<double>(half | 0x4330000000000000U) - (0x1p52 - 0.5)) * 0x1p-32;
}

} // namespace plimsoll::chance::vectormath
