// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/kernels.h"

#include "chance/threefry.h"
#include "chance/vectormath.h"

#include <cmath>

// One copy per generation of processors, chosen by the dynamic linker. Sanitizers want to be first, before such
// choices.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)                  \
    && !defined(__SANITIZE_THREAD__)
#define PLIMSOLL_CLONES __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define PLIMSOLL_CLONES
#endif

namespace plimsoll::chance {

namespace {

constexpr std::uint64_t kPathKey = 0x70617468; // "path": keeps these numbers apart from other uses of a seed
constexpr unsigned kHalf = 32;
constexpr std::uint64_t kLowHalf = 0xFFFFFFFFU;
constexpr double kMostLog = 650; // beyond any price; e^650 is still a number

[[gnu::always_inline]] inline CounterWords wordsOf(const RandomStream &stream, std::uint64_t group, std::size_t lane)
{
    return threefry({stream.firstPath + lane, (group << kHalf) | stream.stepPair}, stream.seed, kPathKey);
}

[[gnu::always_inline]] inline vectormath::SineCosine normalsOf(std::uint64_t word)
{
    const double radius = std::sqrt(-2 * vectormath::logarithm(vectormath::uniform(word >> kHalf)));
    const vectormath::SineCosine point = vectormath::sineCosine(vectormath::uniform(word & kLowHalf));
    return {radius * point.sine, radius * point.cosine};
}

[[gnu::always_inline]] inline void bridgesOf(std::uint64_t word, std::size_t lane, LanePair bridges)
{
    bridges.even[lane] = -0.5 * vectormath::logarithm(vectormath::uniform(word >> kHalf));
    bridges.odd[lane] = -0.5 * vectormath::logarithm(vectormath::uniform(word & kLowHalf));
}

[[gnu::always_inline]] inline std::uint64_t hitOf(double bridge, double variance, const BarDistance &distance,
                                                  std::size_t lane)
{
    const double to = distance.to[lane];
    const auto touches = static_cast<std::uint64_t>(distance.from[lane] * to <= variance * bridge);
    const auto beyond = static_cast<std::uint64_t>(to <= 0);
    const auto first = static_cast<std::uint64_t>(distance.hitAt[lane] > 1e300);
    return (touches | beyond) & first;
}

} // namespace

PLIMSOLL_CLONES void drawBridgesAndNormals(const RandomStream &stream, LanePair bridges, LanePair normals)
{
    for (std::size_t i = 0; i < kLanes; ++i) {
        const CounterWords words = wordsOf(stream, 0, i);
        bridgesOf(words.first, i, bridges);
        const auto pair = normalsOf(words.second);
        normals.even[i] = pair.cosine;
        normals.odd[i] = pair.sine;
    }
}

PLIMSOLL_CLONES void drawBridgesAndUniforms(const RandomStream &stream, LanePair bridges, LanePair uniforms)
{
    for (std::size_t i = 0; i < kLanes; ++i) {
        const CounterWords words = wordsOf(stream, 0, i);
        bridgesOf(words.first, i, bridges);
        uniforms.even[i] = vectormath::uniform(words.second >> kHalf);
        uniforms.odd[i] = vectormath::uniform(words.second & kLowHalf);
    }
}

PLIMSOLL_CLONES void drawNormals(const RandomStream &stream, std::uint64_t half, LanePair normals)
{
    const std::uint64_t takeSecond = 0 - (half & 1U);
    for (std::size_t i = 0; i < kLanes; ++i) {
        const CounterWords words = wordsOf(stream, half / 2, i);
        const auto pair = normalsOf((words.second & takeSecond) | (words.first & ~takeSecond));
        normals.even[i] = pair.cosine;
        normals.odd[i] = pair.sine;
    }
}

PLIMSOLL_CLONES void addMixed(Lanes &x, double shift, std::span<const double> weights, std::span<const Lanes> z)
{
    for (std::size_t i = 0; i < kLanes; ++i) {
        x[i] += shift;
    }
    for (std::size_t j = 0; j < weights.size(); ++j) {
        const Lanes &normals = z[j];
        const double weight = weights[j];
        for (std::size_t i = 0; i < kLanes; ++i) {
            x[i] += weight * normals[i];
        }
    }
}

PLIMSOLL_CLONES void exponentials(const Lanes &x, Lanes &result)
{
    for (std::size_t i = 0; i < kLanes; ++i) {
        const double above = x[i] < -kMostLog ? -kMostLog : x[i];
        result[i] = vectormath::exponential(above > kMostLog ? kMostLog : above);
    }
}

PLIMSOLL_CLONES void priceDistances(const PriceStep &step, Lanes &call, Lanes &liquidation)
{
    static const Lanes kNothing;
    const Lanes &reference = step.reference != nullptr ? *step.reference : kNothing;
    const double side = step.side;
    const double callBar = step.callBar;
    const double liquidationBar = step.liquidationBar;
    for (std::size_t i = 0; i < kLanes; ++i) {
        const double price = step.x[i] - reference[i];
        call[i] = side * (price - callBar);
        liquidation[i] = side * (price - liquidationBar);
    }
}

PLIMSOLL_CLONES bool bridgeHits(const Lanes &bridge, double variance, BarDistance distance)
{
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < kLanes; ++i) {
        const std::uint64_t hit = hitOf(bridge[i], variance, distance, i);
        distance.hits[i] = hit;
        any |= hit;
    }
    return any != 0;
}

PLIMSOLL_CLONES bool bridgeHits(const Lanes &bridge, const Lanes &variance, BarDistance distance)
{
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < kLanes; ++i) {
        const std::uint64_t hit = hitOf(bridge[i], variance[i], distance, i);
        distance.hits[i] = hit;
        any |= hit;
    }
    return any != 0;
}

PLIMSOLL_CLONES void valueSums(std::span<const ValueTerm> terms, Lanes &assets, Lanes &debt)
{
    assets = {};
    debt = {};
    for (const ValueTerm &term : terms) {
        const double held = term.held;
        const double owed = term.owed;
        if (term.price == nullptr) {
            for (std::size_t i = 0; i < kLanes; ++i) {
                assets[i] += held;
                debt[i] += owed;
            }
            continue;
        }
        const Lanes &price = *term.price;
        for (std::size_t i = 0; i < kLanes; ++i) {
            assets[i] += held * price[i];
            debt[i] += owed * price[i];
        }
    }
}

PLIMSOLL_CLONES void logLevels(const Lanes &assets, const Lanes &debt, Lanes &result)
{
    for (std::size_t i = 0; i < kLanes; ++i) {
        result[i] = vectormath::logarithm(assets[i]) - vectormath::logarithm(debt[i]);
    }
}

PLIMSOLL_CLONES void levelWeights(const ValueTerm &term, const Lanes &assets, const Lanes &debt, Lanes &weight)
{
    const Lanes &price = *term.price;
    const double held = term.held;
    const double owed = term.owed;
    for (std::size_t i = 0; i < kLanes; ++i) {
        weight[i] = held * price[i] / assets[i] - owed * price[i] / debt[i];
    }
}

PLIMSOLL_CLONES void largestVariance(std::span<const double> sigmas, std::span<const Lanes> a, std::span<const Lanes> b,
                                     Lanes &result)
{
    Lanes sum;
    for (std::size_t j = 0; j < sigmas.size(); ++j) {
        const double half = sigmas[j] / 2;
        for (std::size_t i = 0; i < kLanes; ++i) {
            sum[i] += half * std::abs(a[j][i] + b[j][i]);
        }
    }
    for (std::size_t i = 0; i < kLanes; ++i) {
        result[i] = sum[i] * sum[i];
    }
}

PLIMSOLL_CLONES void addVariance(std::span<const double> factors, std::span<const Lanes> a, std::span<const Lanes> b,
                                 Lanes &result)
{
    Lanes sum;
    for (std::size_t j = 0; j < factors.size(); ++j) {
        const double half = factors[j] / 2;
        for (std::size_t i = 0; i < kLanes; ++i) {
            sum[i] += half * (a[j][i] + b[j][i]);
        }
    }
    for (std::size_t i = 0; i < kLanes; ++i) {
        result[i] += sum[i] * sum[i];
    }
}

} // namespace plimsoll::chance
