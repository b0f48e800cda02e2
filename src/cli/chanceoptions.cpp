// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/chanceoptions.h"

#include "cli/optionvalues.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace plimsoll::cli {

namespace {

using chance::Method;
using margin::Decimal;

struct MethodName {
    const char *word;
    Method method;
};

constexpr std::array kMethods {MethodName {"gbm", Method::Gbm}, MethodName {"bootstrap", Method::Bootstrap},
                               MethodName {"jump", Method::Jump}};

struct HorizonName {
    const char *word;
    std::int64_t horizon;
};

constexpr std::array kHorizons {HorizonName {"1h", chance::kLongStepMs}, HorizonName {"1d", chance::kDayMs},
                                HorizonName {"7d", 7 * chance::kDayMs}, HorizonName {"30d", 30 * chance::kDayMs}};

std::vector<std::string> valuesOf(const Arguments &arguments, const std::string &name)
{
    return arguments.has(name) ? arguments.options.at(name) : std::vector<std::string> {};
}

Error refused(const std::string &name, const std::string &detail)
{
    return {ErrorCode::Malformed, "--" + name, detail};
}

Result<std::vector<std::int64_t>> horizonsOf(const Arguments &arguments)
{
    std::vector<std::int64_t> horizons;
    for (const std::string &word : valuesOf(arguments, "horizon")) {
        const auto known = std::ranges::find(kHorizons, word, &HorizonName::word);
        if (known == kHorizons.end()) {
            return refused("horizon", "must be 1h, 1d, 7d or 30d, not \"" + word + "\"");
        }
        horizons.push_back(known->horizon);
    }
    if (horizons.empty()) {
        std::ranges::transform(kHorizons, std::back_inserter(horizons), &HorizonName::horizon);
    }
    return horizons;
}

Result<std::vector<Method>> methodsOf(const Arguments &arguments)
{
    std::vector<Method> methods;
    for (const std::string &word : valuesOf(arguments, "method")) {
        const auto known = std::ranges::find(kMethods, word, &MethodName::word);
        if (known == kMethods.end()) {
            return refused("method", "must be gbm, bootstrap or jump, not \"" + word + "\"");
        }
        if (std::ranges::find(methods, known->method) == methods.end()) {
            methods.push_back(known->method);
        }
    }
    return methods.empty() ? std::vector {Method::Gbm} : methods;
}

Result<std::uint64_t> seedOf(const Arguments &arguments)
{
    const std::string text = arguments.value("seed", "1");
    std::uint64_t seed = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (failed != std::errc {} || end != text.data() + text.size()) {
        return refused("seed", "must be a whole number from 0 to 18446744073709551615");
    }
    return seed;
}

// "ETH=0.8", per year; the asset's name has no '='.
Result<std::map<std::string, double>> ratesOf(const Arguments &arguments, const std::string &name, bool isSigned)
{
    const Decimal most = Decimal::fromInteger(100);
    std::map<std::string, double> rates;
    for (const std::string &word : valuesOf(arguments, name)) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos || equals == 0) {
            return refused(name, "must be ASSET=YEARLY such as ETH=0.8, not \"" + word + "\"");
        }
        const std::string number = word.substr(equals + 1);
        const auto value = isSigned ? Decimal::parseSigned(number) : Decimal::parse(number);
        if (!value || *value > most || *value < -most) {
            return refused(
                name,
                std::string("must be a decimal from ") + (isSigned ? "-100" : "0") + " to 100, not \"" + word + "\"");
        }
        if (!rates.emplace(word.substr(0, equals), value->toDoubleForPlot()).second) {
            return refused(name, word.substr(0, equals) + " is given twice");
        }
    }
    return rates;
}

// "BTC/ETH=0.8": how two assets move with one another.
Result<std::map<std::pair<std::string, std::string>, double>> pairsOf(const Arguments &arguments)
{
    std::map<std::pair<std::string, std::string>, double> pairs;
    const Decimal one = Decimal::fromInteger(1);
    for (const std::string &word : valuesOf(arguments, "correlation")) {
        const std::size_t equals = word.rfind('=');
        const std::size_t slash = word.find('/');
        const auto value = equals == std::string::npos ? Result<Decimal>(Error {ErrorCode::Malformed, {}, {}})
                                                       : Decimal::parseSigned(word.substr(equals + 1));
        if (slash == std::string::npos || slash == 0 || slash + 1 >= equals || !value || *value > one || *value < -one
            || word.substr(0, slash) == word.substr(slash + 1, equals - slash - 1)) {
            return refused("correlation", "must be A/B=R such as BTC/ETH=0.8, R from -1 to 1, not \"" + word + "\"");
        }
        std::pair names(word.substr(0, slash), word.substr(slash + 1, equals - slash - 1));
        if (names.second < names.first) {
            std::swap(names.first, names.second);
        }
        if (!pairs.emplace(names, value->toDoubleForPlot()).second) {
            return refused("correlation", names.first + "/" + names.second + " is given twice");
        }
    }
    return pairs;
}

} // namespace

Result<ChanceOptions> chanceOptions(const Arguments &arguments)
{
    ChanceOptions options;
    const auto horizons = horizonsOf(arguments);
    const auto methods = methodsOf(arguments);
    const auto paths = wholeNumber(arguments, "paths", static_cast<int>(options.simulation.paths), 1,
                                   static_cast<int>(chance::SimulationOptions::kMostPaths));
    const auto seed = seedOf(arguments);
    const auto sigma = ratesOf(arguments, "sigma", false);
    const auto drift = ratesOf(arguments, "drift", true);
    if (!horizons || !methods || !paths) {
        return !horizons ? horizons.error() : (!methods ? methods.error() : paths.error());
    }
    if (!seed || !sigma || !drift) {
        return !seed ? seed.error() : (!sigma ? sigma.error() : drift.error());
    }
    const auto pairs = pairsOf(arguments);
    if (!pairs) {
        return pairs.error();
    }
    options.simulation.horizons = *horizons;
    options.simulation.paths = static_cast<std::uint64_t>(*paths);
    options.simulation.seed = *seed;
    options.methods = *methods;
    options.wishes = {*sigma, *drift, *pairs};
    return options;
}

std::string methodWord(Method method)
{
    return std::ranges::find(kMethods, method, &MethodName::method)->word;
}

std::string horizonWord(std::int64_t horizon)
{
    const auto known = std::ranges::find(kHorizons, horizon, &HorizonName::horizon);
    return known == kHorizons.end() ? std::to_string(horizon / chance::kMinuteMs) + "min" : known->word;
}

} // namespace plimsoll::cli
