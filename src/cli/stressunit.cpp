// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stressunit.h"

#include "cli/exitcode.h"
#include "cli/shockoptions.h"

#include <algorithm>
#include <array>
#include <set>

namespace plimsoll::cli {

namespace {

using margin::Decimal;

constexpr std::array<std::string_view, 3> kUnits {"percent", "money", "sigma"};

bool names(const Arguments &arguments, const char *what)
{
    return arguments.value("asset", "all") == what;
}

// The one quote asset of all accounts that hold or owe the asset.
Result<std::string> quoteOf(const std::vector<margin::Account> &accounts, const std::string &asset)
{
    std::set<std::string> quotes;
    for (const margin::Account &account : accounts) {
        if (analysis::isUsed({account}, asset) && account.quoteAsset != asset) {
            quotes.insert(account.quoteAsset);
        }
    }
    if (quotes.size() != 1) {
        return Error {ErrorCode::Malformed, "--unit",
                      quotes.empty() ? "no account has a price of " + asset
                                     : "accounts have " + asset + " in more than one quote asset; use percent"};
    }
    return *quotes.begin();
}

int countMoney(const BookInput &book, const PriceMoveOption &option, StressMoves &moves)
{
    const auto quote = quoteOf(book.portfolio.accounts, option.name);
    if (!quote) {
        return fail(quote.error());
    }
    moves.quote = *quote;
    const margin::Rate rate = book.rates->find(option.name, moves.quote);
    if (!rate.known() || !rate.down.isPositive()) {
        return fail({ErrorCode::PriceUnknown, "--unit", "there is no price of " + option.name});
    }
    for (const Decimal move : moves.moves) {
        const auto shock = analysis::shockOfMoney(move, rate.down);
        if (!shock) {
            return fail({ErrorCode::Overflow, "--to", "is beyond any price of " + option.name});
        }
        moves.shocks.push_back(*shock);
    }
    return kOk;
}

int countSigmas(const PriceMoveOption &option, StressMoves &moves)
{
    moves.sigmaOf = option.name == "all" || option.name == "beta" ? chance::kBetaIndex : option.name;
    const auto sigma = option.statistics ? chance::dailySigma(*option.statistics, moves.sigmaOf) : std::nullopt;
    if (!sigma) {
        return fail(
            {ErrorCode::NotFound, "--unit", "no candles say how " + moves.sigmaOf + " moves: give them with --klines"});
    }
    moves.dailySigma = chance::roundedEstimate(*sigma * 100);
    for (const Decimal move : moves.moves) {
        moves.shocks.push_back(chance::shockOfSigmas(move, *sigma));
    }
    return kOk;
}

} // namespace

std::string_view stressUnitWord(StressUnit unit)
{
    return kUnits[static_cast<std::size_t>(unit)];
}

Result<StressMoves> stressMoves(const Arguments &arguments)
{
    const auto found = std::ranges::find(kUnits, arguments.value("unit", "percent"));
    if (found == kUnits.end()) {
        return Error {ErrorCode::Malformed, "--unit", "percent, money or sigma"};
    }
    StressMoves moves;
    moves.unit = static_cast<StressUnit>(found - kUnits.begin());
    const bool isOne = !names(arguments, "all") && !names(arguments, "beta");
    if (moves.unit == StressUnit::Money && (!isOne || !arguments.has("from") || !arguments.has("to"))) {
        return Error {ErrorCode::Malformed, "--unit", "money goes with --asset A, --from and --to"};
    }
    const bool isSigma = moves.unit == StressUnit::Sigma;
    const auto steps = stressShocks(arguments, isSigma ? 5 : 50);
    if (!steps) {
        return steps.error();
    }
    moves.moves = *steps;
    return moves;
}

int countShocks(const BookInput &book, const PriceMoveOption &option, StressMoves &moves)
{
    switch (moves.unit) {
    case StressUnit::Money: return countMoney(book, option, moves);
    case StressUnit::Sigma: return countSigmas(option, moves);
    case StressUnit::Percent: moves.shocks = moves.moves; break;
    }
    return kOk;
}

} // namespace plimsoll::cli
