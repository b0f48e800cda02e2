// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/inputfile.h"

#include "cli/inputbytes.h"
#include "cli/terminal.h"
#include "margin/quotes.h"
#include "wire/candlejoin.h"
#include "wire/portfoliofile.h"
#include "wire/scenariofile.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <set>

namespace plimsoll::cli {

namespace {

constexpr std::size_t kMegabyte = std::size_t {1024} * 1024;

template<typename T>
Result<T> inFile(const std::string &path, Result<T> result)
{
    if (result) {
        return result;
    }
    Error error = result.error();
    error.place = error.place.empty() ? path : path + ": " + error.place;
    return error;
}

// "ETHUSDT-1m=PATH" reads PATH as if it were called ETHUSDT-1m. A file of exactly that name is meant itself.
struct NamedPath {
    std::string name;
    std::string path;
};

NamedPath namedPath(const std::string &word)
{
    const std::size_t equals = word.find('=');
    const bool isNamed = equals != std::string::npos && equals > 0 && word.find('/') >= equals
        && access(word.c_str(), F_OK) != 0;
    return isNamed ? NamedPath {word.substr(0, equals), word.substr(equals + 1)} : NamedPath {word, word};
}

// What a shell puts there for a pipe says nothing about the symbol.
bool isNameless(const std::string &path)
{
    return path == "-" || path == "/dev/stdin" || path.starts_with("/dev/fd/") || path.starts_with("/proc/");
}

Result<wire::CandleSource> readSource(const std::string &word)
{
    const NamedPath file = namedPath(word);
    if (isNameless(file.name)) {
        return Error {ErrorCode::Malformed, word,
                      "a pipe does not say what its candles are: write SYMBOL=" + word + " or SYMBOL-1m=" + word};
    }
    auto bytes = readInput(file.path, 512 * kMegabyte);
    if (!bytes) {
        return bytes.error();
    }
    return wire::readCandleSource(word, file.name, std::move(bytes).value());
}

Result<std::vector<wire::CandleSource>> readSources(const std::vector<std::string> &files)
{
    std::vector<wire::CandleSource> sources;
    for (const std::string &file : files) {
        auto source = readSource(file);
        if (!source) {
            return source.error();
        }
        sources.push_back(std::move(source).value());
    }
    return sources;
}

// Of the symbols that have candles, those by which an account is priced.
std::set<std::string> symbolsInUse(const std::vector<margin::Account> &accounts,
                                   const std::vector<wire::CandleSeries> &series)
{
    margin::QuoteBoard board;
    for (const margin::Account &account : accounts) {
        for (const margin::Balance &balance : account.balances) {
            board.internRate(balance.asset, account.quoteAsset);
        }
    }
    for (const wire::CandleSeries &one : series) {
        if (const auto *symbol = board.findSymbol(one.symbol)) {
            board.setPrice(*symbol, one.candles.front().open, 0);
        }
    }
    const auto needed = board.neededSymbols();
    return {needed.begin(), needed.end()};
}

Result<Done> tellWhatFitsNobody(const std::vector<wire::CandleSource> &sources, const std::set<std::string> &used)
{
    const auto fits = [&used](const wire::CandleSource &source) { return used.contains(source.symbol); };
    for (const wire::CandleSource &source : sources) {
        if (!fits(source)) {
            const std::string sentence = source.name + ": no account is priced by \"" + source.symbol + "\"";
            std::fputs(("plimsoll-cli: " + printable(sentence) + "\n").c_str(), stderr);
        }
    }
    if (std::ranges::none_of(sources, fits)) {
        return Error {ErrorCode::Malformed, "--klines",
                      "no file fits an account; the symbol is the file name up to its first '-', or write SYMBOL=FILE"};
    }
    return Done {};
}

} // namespace

Result<margin::Portfolio> readPortfolio(const std::string &path)
{
    const auto bytes = readInput(path, 64 * kMegabyte);
    if (!bytes) {
        return bytes.error();
    }
    return inFile(path, wire::parsePortfolio(*bytes));
}

Result<std::vector<wire::TickerItem>> readPrices(const std::string &path)
{
    const auto bytes = readInput(path, 64 * kMegabyte);
    if (!bytes) {
        return bytes.error();
    }
    return inFile(path, wire::parseTicker(*bytes));
}

Result<std::vector<wire::CandleSeries>> readCandles(const std::vector<std::string> &files)
{
    const auto sources = readSources(files);
    return sources ? wire::joinCandles(*sources) : sources.error();
}

Result<analysis::Changes> readScenario(const std::string &path)
{
    const auto bytes = readInput(path, kMegabyte);
    if (!bytes) {
        return bytes.error();
    }
    return inFile(path, wire::parseScenario(*bytes));
}

Result<std::vector<wire::CandleSeries>> readCandles(const std::vector<std::string> &files,
                                                    const std::vector<margin::Account> &accounts)
{
    const auto sources = readSources(files);
    if (!sources) {
        return sources.error();
    }
    auto series = wire::joinCandles(*sources);
    if (!series) {
        return series.error();
    }
    if (const auto fits = tellWhatFitsNobody(*sources, symbolsInUse(accounts, *series)); !fits) {
        return fits.error();
    }
    return series;
}

} // namespace plimsoll::cli
