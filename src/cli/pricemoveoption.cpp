// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pricemoveoption.h"

#include "chance/book.h"
#include "chance/returns.h"
#include "cli/exitcode.h"
#include "cli/inputfile.h"
#include "cli/optionvalues.h"
#include "ports/ownestimates.h"

#include <algorithm>
#include <utility>

namespace plimsoll::cli {

namespace {

using margin::Decimal;
using Betas = std::map<std::string, Decimal>;

// --beta ASSET=B, several times.
Result<Betas> givenBetas(const Arguments &arguments)
{
    Betas betas;
    const auto words = arguments.options.find("beta");
    if (words == arguments.options.end()) {
        return betas;
    }
    for (const std::string &word : words->second) {
        const auto named = namedValue("beta", word);
        if (!named) {
            return named.error();
        }
        const auto beta = Decimal::parseSigned(named->second);
        if (!beta) {
            return Error {beta.error().code, "--beta " + word, beta.error().detail};
        }
        if (const auto sound = analysis::validatedBeta(*beta); !sound) {
            return Error {sound.error().code, "--beta " + word, sound.error().detail};
        }
        if (!betas.emplace(named->first, *beta).second) {
            return Error {ErrorCode::DuplicateEntry, "--beta", "\"" + named->first + "\" stands here twice"};
        }
    }
    return betas;
}

// What the candles of --klines say about all that moves, and about the index.
Result<chance::ReturnStatistics> estimated(const Arguments &arguments, const BookInput &input)
{
    const auto candles = readCandles(arguments.options.at("klines"));
    if (!candles) {
        return candles.error();
    }
    const chance::Book book = chance::makeBook(input.portfolio.accounts, *input.rates);
    std::vector<std::string> assets = book.assets;
    if (std::ranges::find(assets, chance::kBetaIndex) == assets.end() && book.unit != chance::kBetaIndex) {
        assets.emplace_back(chance::kBetaIndex);
    }
    return chance::estimateReturns(*candles, assets, book.unit);
}

// Betas by the candles; assets without enough of them have none.
Result<Betas> estimatedBetas(const PriceMoveOption &option)
{
    if (!option.statistics) {
        return Betas {};
    }
    auto betas = chance::betaWeights(*option.statistics, {chance::kBetaIndex});
    return betas ? std::move(betas) : betas.error().at("--klines");
}

int readBetas(const Arguments &arguments, const BookInput &input, PriceMoveOption &option)
{
    auto given = givenBetas(arguments);
    if (!given) {
        fail(given.error());
        return kUsage;
    }
    auto betas = estimatedBetas(option);
    if (!betas) {
        return fail(betas.error());
    }
    option.betas = std::move(given).value();
    for (const auto &[asset, beta] : monitor::ownBetas(input.settings.value(monitor::kOwnBetasKey.toString()))) {
        if (analysis::validatedBeta(beta)) {
            option.betas.emplace(asset, beta);
        }
    }
    option.betas.merge(std::move(betas).value());
    option.move = analysis::PriceMove::byBeta(option.betas);
    for (const margin::Account &account : input.portfolio.accounts) {
        if (const auto lacking = option.move.withoutWeight(account); !lacking.empty()) {
            return fail({ErrorCode::NotFound, "--asset beta",
                         "there is no beta of " + lacking.front()
                             + ": give candles of it and of BTC with --klines, or --beta " + lacking.front() + "=B"});
        }
    }
    return kOk;
}

} // namespace

int readPriceMove(const Arguments &arguments, const BookInput &input, PriceMoveOption &option)
{
    option.name = arguments.value("asset", std::string(analysis::kAllAssets));
    const bool byBeta = option.name == "beta";
    const bool needsCandles = byBeta || arguments.value("unit") == "sigma";
    if ((!needsCandles && arguments.has("klines")) || (!byBeta && arguments.has("beta"))) {
        const bool isBeta = arguments.has("beta");
        fail({ErrorCode::Malformed, isBeta ? "--beta" : "--klines",
              isBeta ? "goes with --asset beta" : "goes with --asset beta or --unit sigma"});
        return kUsage;
    }
    if (arguments.has("klines")) {
        auto statistics = estimated(arguments, input);
        if (!statistics) {
            return fail(statistics.error());
        }
        option.statistics = std::move(statistics).value();
    }
    if (byBeta) {
        return readBetas(arguments, input, option);
    }
    if (option.name == analysis::kAllAssets) {
        option.move = analysis::PriceMove::everything();
        return kOk;
    }
    if (!analysis::isUsed(input.portfolio.accounts, option.name)) {
        return fail({ErrorCode::NotFound, "--asset", "no account holds or owes \"" + option.name + "\""});
    }
    option.move = analysis::PriceMove::only(option.name);
    return kOk;
}

} // namespace plimsoll::cli
