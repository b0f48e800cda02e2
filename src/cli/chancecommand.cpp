// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/book.h"
#include "chance/returns.h"
#include "chance/study.h"
#include "cli/bookinput.h"
#include "cli/chanceoptions.h"
#include "cli/chancereport.h"
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/inputfile.h"
#include "cli/terminal.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace plimsoll::cli {

namespace {

using chance::Book;
using chance::ReturnStatistics;

void tell(const std::string &sentence)
{
    std::fputs(("plimsoll-cli: " + printable(sentence) + "\n").c_str(), stderr);
}

void tellHistory(const ReturnStatistics &statistics)
{
    constexpr std::size_t kMany = 30;
    for (const chance::AssetReturns &asset : statistics.assets) {
        if (asset.gaps > 0) {
            tell(asset.asset + ": " + std::to_string(asset.gaps) + " intervals without a price are left out, "
                 + std::to_string(asset.count) + " are used");
        }
        if (asset.count < kMany) {
            tell(asset.asset + ": only " + std::to_string(asset.count) + " returns; its sigma may be wrong by "
                 + std::to_string(static_cast<int>(std::ceil(100 / std::sqrt(2.0 * static_cast<double>(asset.count)))))
                 + " % and more");
        }
    }
    for (const chance::UnrelatedPair &pair : statistics.unrelated) {
        tell(pair.first + " and " + pair.second + " have no two intervals in common; their correlation is taken as 0");
    }
    if (statistics.repaired) {
        tell("the correlation matrix is not positive definite (smallest eigenvalue "
             + std::to_string(statistics.smallestEigenvalue) + "); it was repaired");
    }
}

void tellWishes(const Book &book, const chance::MarketModel &market, const chance::MarketWishes &wishes)
{
    for (const auto *rates : {&wishes.sigma, &wishes.drift}) {
        for (const auto &[asset, rate] : *rates) {
            if (std::ranges::find(book.assets, asset) == book.assets.end()) {
                tell(asset + ": no account depends on its price; the sigma or drift given for it is not used");
            }
        }
    }
    for (const chance::AssetModel &asset : market.assets) {
        if (!asset.hasHistory) {
            tell(asset.asset + ": no candles say how it moves with the others; it moves independently");
        }
    }
}

void tellWhoIsLeftOut(const Book &book)
{
    for (const chance::BookAccount &account : book.accounts) {
        if (!account.simulated) {
            tell(account.id + ": nothing can be said, "
                 + (account.status == margin::Status::Liquidated ? "the account is closed"
                                                                 : "a price is missing or a total is out of range"));
        }
    }
}

} // namespace

int chanceCommand(const Arguments &arguments)
{
    const auto options = chanceOptions(arguments);
    if (!options) {
        fail(options.error());
        return kUsage;
    }
    BookInput input;
    if (const int failed = readBook(arguments, input); failed != kOk) {
        return failed;
    }
    const auto candles = readCandles(arguments.options.at("klines"));
    if (!candles) {
        return fail(candles.error());
    }
    const Book book = chance::makeBook(input.portfolio.accounts, *input.rates);
    const ReturnStatistics statistics = chance::estimateReturns(*candles, book.assets, book.unit);
    const auto market = chance::makeMarket(statistics, book.assets, options->wishes);
    if (!market) {
        return fail({market.error().code, market.error().place,
                     market.error().detail + " in " + book.unit + "; bring its candles or give --sigma "
                         + market.error().place + "=YEARLY"});
    }
    tellHistory(statistics);
    tellWishes(book, *market, options->wishes);
    tellWhoIsLeftOut(book);
    chance::StudyProgress progress(options->methods.size());
    auto results = chance::simulateAll(book, *market, options->methods, options->simulation, {}, progress);
    if (!results) {
        return fail(results.error());
    }
    const ChanceReport report {book, *market, options->simulation, std::move(**results)};
    return writeLine(arguments.has("json") ? chanceJson(report) : chanceTable(report)) ? kOk : kInputOutput;
}

} // namespace plimsoll::cli
