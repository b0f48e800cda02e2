// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

/// The inner loops of the simulation: everything that is done per path and step. They work on many paths side by side
/// and are compiled for several generations of processors; the newest that fits is taken when the program starts. No
/// operations are contracted or reordered, so all of them give the same bits. Pure; any thread.
namespace plimsoll::chance {

inline constexpr std::size_t kLanes = 128; ///< paths side by side; a few blocks of them fit into the nearest cache

/// One number per path.
struct alignas(64) Lanes {
    std::array<double, kLanes> values {};

    double &operator[](std::size_t lane) { return values[lane]; }
    double operator[](std::size_t lane) const { return values[lane]; }
};

/// One yes (1) or no (0) per path.
struct alignas(64) LaneFlags {
    std::array<std::uint64_t, kLanes> values {};

    std::uint64_t &operator[](std::size_t lane) { return values[lane]; }
    std::uint64_t operator[](std::size_t lane) const { return values[lane]; }
};

/// Where the random numbers of two neighbouring steps of a block come from.
struct RandomStream {
    std::uint64_t seed = 0;
    std::uint64_t firstPath = 0; ///< of the block; lane i is path firstPath + i
    std::uint64_t stepPair = 0; ///< steps 2 x stepPair and the one after it
};

/// Two numbers per path, one for each step of a pair.
struct LanePair {
    Lanes &even;
    Lanes &odd;
};

/// Group 0 of a stream: -ln(u) / 2 for the bridges of both steps, and a pair of standard normals.
void drawBridgesAndNormals(const RandomStream &stream, LanePair bridges, LanePair normals);
/// The same with two uniforms instead of the normals.
void drawBridgesAndUniforms(const RandomStream &stream, LanePair bridges, LanePair uniforms);
/// Standard normals by Box and Muller from half a group; `half` = 2 x group + 0 or 1, group above 0.
void drawNormals(const RandomStream &stream, std::uint64_t half, LanePair normals);

/// x += shift + sum of weights[i] x z[i]. Requires: as many weights as z.
void addMixed(Lanes &x, double shift, std::span<const double> weights, std::span<const Lanes> z);
/// e^x, with x kept within +-650.
void exponentials(const Lanes &x, Lanes &result);

/// The distance of a log price to the log price of a bar, positive on the good side.
struct BarDistance {
    const Lanes &from; ///< at the step's beginning
    Lanes &to; ///< at its end
    const Lanes &hitAt; ///< when the bar was met, infinity where it was not yet
    LaneFlags &hits; ///< whether it is met in this step, for the first time
};

/// Of a price with logarithm x - reference (nothing = 0).
struct PriceStep {
    const Lanes &x;
    const Lanes *reference = nullptr;
    double side = 1; ///< 1 where the bars lie below, -1 above
    double callBar = 0; ///< logarithm of the price; infinite where no price or every price meets the bar
    double liquidationBar = 0;
};

/// Distances to both bars at a step's end.
void priceDistances(const PriceStep &step, Lanes &call, Lanes &liquidation);

/// Whether a Brownian bridge between the two distances touches 0: with probability exp(-2 from x to / variance),
/// decided by the step's one uniform number as from x to <= variance x bridge; with the same number the farther bar is
/// never met without the nearer one. Also where the step's end lies at or beyond the bar. Source: Karatzas and Shreve,
/// "Brownian Motion and Stochastic Calculus", 2.8 and 4.3; docs/chance.md#between-the-steps. Answers whether any path
/// hits.
bool bridgeHits(const Lanes &bridge, double variance, BarDistance distance);
/// With a variance per path.
bool bridgeHits(const Lanes &bridge, const Lanes &variance, BarDistance distance);

/// What an account holds and owes of one asset, in its unit at the prices of the beginning, interest included.
struct ValueTerm {
    const Lanes *price = nullptr; ///< relative to the beginning; nothing = constant
    double held = 0;
    double owed = 0;
};

/// All that is held and all that is owed.
void valueSums(std::span<const ValueTerm> terms, Lanes &assets, Lanes &debt);
/// ln(assets / debt). Requires: both above 0.
void logLevels(const Lanes &assets, const Lanes &debt, Lanes &result);
/// d ln(level) / d ln(price) of one asset.
void levelWeights(const ValueTerm &term, const Lanes &assets, const Lanes &debt, Lanes &weight);
/// result = (sum of sigmas[i] x |a[i] + b[i]| / 2)^2: no correlation makes the variance larger.
void largestVariance(std::span<const double> sigmas, std::span<const Lanes> a, std::span<const Lanes> b, Lanes &result);
/// result += (sum of factors[i] x (a[i] + b[i]) / 2)^2.
void addVariance(std::span<const double> factors, std::span<const Lanes> a, std::span<const Lanes> b, Lanes &result);

} // namespace plimsoll::chance
