// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/book.h"
#include "chance/correlation.h"
#include "chance/returns.h"
#include "chance/study.h"
#include "cli/bookinput.h"
#include "cli/chanceoptions.h"
#include "cli/chancereport.h"
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/inputbytes.h"
#include "cli/inputfile.h"
#include "cli/outputfile.h"
#include "cli/terminal.h"
#include "ports/ownestimates.h"
#include "wire/correlationfile.h"

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
        tell(chance::contradicts(statistics.smallestEigenvalue)
                 ? "the correlation matrix is not positive definite (smallest eigenvalue "
                     + std::to_string(statistics.smallestEigenvalue) + "); it was repaired"
                 : std::string("the correlation matrix is not positive definite, as some assets always moved alike; it "
                               "was repaired"));
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
        const bool isGiven = std::ranges::any_of(wishes.correlation, [&asset](const auto &pair) {
            return pair.first.first == asset.asset || pair.first.second == asset.asset;
        });
        if (!asset.hasHistory && !isGiven) {
            tell(asset.asset + ": no candles say how it moves with the others; it moves independently");
        }
        if (asset.sigma == 0) {
            tell(asset.asset + ": its price never moves; that is all the candles or the sigma given say");
        }
    }
}

void tellCorrelations(const Book &book, const chance::MarketModel &market, const ChanceOptions &options)
{
    for (const auto &[pair, value] : options.wishes.correlation) {
        for (const std::string &asset : {pair.first, pair.second}) {
            if (std::ranges::find(book.assets, asset) == book.assets.end()) {
                tell(pair.first + "/" + pair.second + ": no account depends on the price of " + asset
                     + "; the correlation given is not used");
                break;
            }
        }
    }
    if (market.repaired) {
        tell(chance::contradicts(market.smallestEigenvalue)
                 ? "the correlations given do not fit together (smallest eigenvalue "
                     + std::to_string(market.smallestEigenvalue) + "); they were repaired"
                 : std::string("correlations of 1 or -1 were repaired to just inside"));
    }
    const bool onlyWalks = std::ranges::all_of(options.methods,
                                               [](chance::Method method) { return method == chance::Method::Gbm; });
    if (!options.wishes.correlation.empty() && !onlyWalks) {
        tell("the correlations given move gbm only; bootstrap and jump keep those of the candles");
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

// --matrix: where --correlation names no pair of it.
Result<Done> addMatrix(const Arguments &arguments, chance::MarketWishes &wishes)
{
    if (!arguments.has("matrix")) {
        return Done {};
    }
    constexpr std::size_t kMostBytes = std::size_t {1024} * 1024;
    const std::string path = arguments.value("matrix");
    const auto bytes = readInput(path, kMostBytes);
    const auto table = bytes ? wire::parseCorrelations(*bytes) : Result<wire::CorrelationTable>(bytes.error());
    if (!table) {
        return bytes ? Error {table.error().code, path + ": " + table.error().place, table.error().detail}
                     : table.error();
    }
    for (std::size_t i = 0; i < table->assets.size(); ++i) {
        for (std::size_t j = 0; j < table->assets.size(); ++j) {
            if (table->assets[i] < table->assets[j]) {
                wishes.correlation.emplace(std::pair(table->assets[i], table->assets[j]),
                                           table->rows[i][j].toDoubleForPlot());
            }
        }
    }
    return Done {};
}

// Those that the person keeps, of the assets that are simulated, where no option says otherwise.
void addOwn(const BookInput &input, const Book &book, chance::MarketWishes &wishes)
{
    const auto own = monitor::ownCorrelations(input.settings.value(monitor::kOwnCorrelationsKey.toString()));
    for (const auto &[pair, value] : own) {
        const auto isSimulated = [&book](const std::string &asset) {
            return std::ranges::find(book.assets, asset) != book.assets.end();
        };
        if (isSimulated(pair.first) && isSimulated(pair.second)
            && wishes.correlation.emplace(pair, value.toDoubleForPlot()).second) {
            tell(pair.first + "/" + pair.second + ": your own correlation, " + value.toString() + ", is used");
        }
    }
}

// --save-matrix: what is simulated, at four digits behind the point. An exit code.
int saveMatrix(const Arguments &arguments, const chance::MarketModel &market)
{
    if (!arguments.has("save-matrix")) {
        return kOk;
    }
    wire::CorrelationTable table;
    for (std::size_t i = 0; i < market.assets.size(); ++i) {
        table.assets.push_back(market.assets[i].asset);
        table.rows.emplace_back();
        for (std::size_t j = 0; j < market.assets.size(); ++j) {
            table.rows[i].push_back(chance::roundedEstimate(market.correlation(i, j)));
        }
    }
    return writeFile(arguments.value("save-matrix"), wire::writeCorrelations(table));
}

} // namespace

int chanceCommand(const Arguments &arguments)
{
    auto options = chanceOptions(arguments);
    if (!options) {
        fail(options.error());
        return kUsage;
    }
    BookInput input;
    if (const int failed = readBook(arguments, input); failed != kOk) {
        return failed;
    }
    if (const auto added = addMatrix(arguments, options.value().wishes); !added) {
        return fail(added.error());
    }
    const auto candles = readCandles(arguments.options.at("klines"));
    if (!candles) {
        return fail(candles.error());
    }
    const Book book = chance::makeBook(input.portfolio.accounts, *input.rates);
    addOwn(input, book, options.value().wishes);
    const ReturnStatistics statistics = chance::estimateReturns(*candles, book.assets, book.unit);
    const auto market = chance::makeMarket(statistics, book.assets, options->wishes);
    if (!market) {
        return fail({market.error().code, market.error().place,
                     market.error().detail + " in " + book.unit + "; bring its candles or give --sigma "
                         + market.error().place + "=YEARLY"});
    }
    tellHistory(statistics);
    tellWishes(book, *market, options->wishes);
    tellCorrelations(book, *market, *options);
    if (const int saved = saveMatrix(arguments, *market); saved != kOk) {
        return saved;
    }
    tellWhoIsLeftOut(book);
    chance::StudyProgress progress(options->methods.size());
    auto results = chance::simulateAll(book, *market, options->methods, options->simulation, {}, progress);
    if (!results) {
        return fail(results.error());
    }
    const ChanceReport report {book, *market, options->simulation, std::move(*results.value())};
    return writeLine(arguments.has("json") ? chanceJson(report) : chanceTable(report)) ? kOk : kInputOutput;
}

} // namespace plimsoll::cli
