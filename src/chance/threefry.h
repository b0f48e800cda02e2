// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>

namespace plimsoll::chance {

/// Two words of a counter, and afterwards the random words that belong to it.
struct CounterWords {
    std::uint64_t first = 0;
    std::uint64_t second = 0;

    bool operator==(const CounterWords &) const = default;
};

/// Threefry-2x64 with 13 rounds: random words as a pure function of key and counter, so that a path's numbers do not
/// depend on who computes it or when. Only adds, turns and xors of 64 bits, which every processor does in parallel.
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011), which found 13 rounds
/// to pass all tests; known answers of its authors in tests/unit/chance/tst_random.cpp.
[[gnu::always_inline]] inline CounterWords threefry(CounterWords counter, std::uint64_t key0, std::uint64_t key1)
{
    const std::uint64_t key2 = 0x1BD11BDAA9FC1A22U ^ key0 ^ key1;
    std::uint64_t a = counter.first + key0;
    std::uint64_t b = counter.second + key1;
    const auto turn = [&a, &b ](int distance) __attribute__((always_inline))
    {
        a += b;
        b = std::rotl(b, distance) ^ a;
    };
    turn(16), turn(42), turn(12), turn(31);
    a += key1;
    b += key2 + 1;
    turn(16), turn(32), turn(24), turn(21);
    a += key2;
    b += key0 + 2;
    turn(16), turn(42), turn(12), turn(31);
    a += key0;
    b += key1 + 3;
    turn(16);
    return {a, b};
}

} // namespace plimsoll::chance
