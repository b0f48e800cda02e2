// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/replayinput.h"

#include "cli/datadirectory.h"
#include "cli/exitcode.h"
#include "cli/inputfile.h"
#include "cli/optionvalues.h"
#include "cli/outputfile.h"
#include "report/replaypage.h"
#include "scenario/candlebars.h"
#include "scenario/recordedbars.h"

#include <cstdio>
#include <utility>

namespace plimsoll::cli {

namespace {

int refuseUsage(const char *words)
{
    std::fprintf(stderr, "plimsoll-cli: %s\n", words);
    return kUsage;
}

// Options that do not go together; kOk where they do.
int checkOptions(const Arguments &arguments)
{
    if (arguments.has("history")) {
        return arguments.has("klines") ? refuseUsage("--history and --klines are two sources: take one") : kOk;
    }
    if (!arguments.has("klines") || !arguments.has("portfolio")) {
        return refuseUsage(
            (arguments.command + " needs --" + (arguments.has("klines") ? "portfolio" : "klines") + ", or --history")
                .c_str());
    }
    const bool hasPeriod = arguments.has("from") || arguments.has("to");
    return hasPeriod ? refuseUsage("--from and --to go with --history") : kOk;
}

Result<Done> readRecorded(storage::Storage &storage, WallTime from, WallTime to, ReplayInput &input)
{
    const auto kept = storage.keptPrices(from, to);
    if (!kept) {
        return kept.error();
    }
    if (kept->empty()) {
        return Error {ErrorCode::Malformed, "--history", "no price was recorded then"};
    }
    for (const monitor::KeptPrices &series : *kept) {
        std::vector<scenario::RecordedPrice> prices;
        prices.reserve(series.prices.size());
        for (const monitor::KeptPrice &price : series.prices) {
            prices.push_back({price.time, price.price, price.step});
        }
        input.prices.push_back(scenario::recordedBars(series.symbol, prices));
    }
    return Done {};
}

int readHistory(const Arguments &arguments, ReplayInput &input)
{
    const auto from = timeOption(arguments, "from", 0);
    const auto to = from ? timeOption(arguments, "to", kLatestTime) : from;
    if (!to) {
        fail(to.error());
        return kUsage;
    }
    if (*from >= *to) {
        return refuseUsage("--from must be before --to");
    }
    const auto storage = openStorage(arguments);
    if (!storage) {
        return fail(storage.error());
    }
    if (!arguments.has("portfolio")) {
        auto portfolio = (*storage)->loadPortfolio();
        if (!portfolio) {
            return fail(portfolio.error());
        }
        input.accounts = std::move(portfolio.value().accounts);
    }
    const auto read = readRecorded(**storage, *from, *to, input);
    return read ? kOk : fail(read.error());
}

} // namespace

int writeReplayPage(const Arguments &arguments, const ReplayInput &input, std::optional<std::int64_t> acknowledgeAfter)
{
    if (!arguments.has("o")) {
        return kOk;
    }
    report::PlayedReplay played {input.accounts, input.prices, {}, {}};
    auto twins = scenario::replayTwins(input.accounts, input.prices);
    auto record = scenario::recordReplay(input.accounts, input.prices, {1000, acknowledgeAfter, {}});
    if (!twins || !record) {
        return fail(!twins ? twins.error() : Error {ErrorCode::Malformed, {}, "there is no price to play"});
    }
    played.twins = std::move(twins).value();
    played.record = std::move(*record);
    const wording::DisplayFormat format {QLocale::c()};
    return writeFile(arguments.value("o"),
                     report::replayPageOf(played, systemClock().wallTime(), format).toStdString());
}

int readReplay(const Arguments &arguments, ReplayInput &input)
{
    if (const int code = checkOptions(arguments); code != kOk) {
        return code;
    }
    if (arguments.has("portfolio")) {
        auto portfolio = readPortfolio(arguments.value("portfolio"));
        if (!portfolio) {
            return fail(portfolio.error());
        }
        input.accounts = std::move(portfolio.value().accounts);
    }
    if (arguments.has("history")) {
        return readHistory(arguments, input);
    }
    const auto candles = readCandles(arguments.options.at("klines"), input.accounts);
    if (!candles) {
        return fail(candles.error());
    }
    input.prices = scenario::barsOf(*candles);
    return kOk;
}

} // namespace plimsoll::cli
