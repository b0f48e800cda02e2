// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of a price list to decided statuses, and the parts of that way.
#include "margin/assessment.h"
#include "margin/riskbook.h"
#include "wire/tickerparser.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <string>
#include <vector>

using namespace plimsoll;

namespace {

constexpr int kSymbols = 3000;
constexpr int kTermsPerAccount = 10;

std::string coin(int index)
{
    return "C" + std::to_string(index);
}

// A full price list; `moved` symbols from the front have another price in each round.
std::string priceList(int round, int moved)
{
    std::string body = "[";
    for (int i = 0; i < kSymbols; ++i) {
        const int cents = 10'000 + i + (i < moved ? round : 0);
        body += (i > 0 ? "," : "") + std::string(R"({"symbol":")") + coin(i) + R"(USDT","price":")"
            + std::to_string(cents / 100) + "." + std::to_string(cents % 100 + 100).substr(1) + "000000\"}";
    }
    return body + "]";
}

std::shared_ptr<const margin::Account> account(int index)
{
    margin::Account made;
    made.id = "account-" + std::to_string(index);
    made.quoteAsset = "USDT";
    made.thresholds = margin::findBuiltInProfile("cross-3x")->thresholds;
    for (int i = 0; i < kTermsPerAccount - 1; ++i) {
        made.balances.push_back(
            {coin((index * 7 + i * 311) % kSymbols), margin::Decimal::fromInteger(3 + i), {}, {}, {}, {}});
    }
    made.balances.push_back({"USDT", {}, {}, margin::Decimal::fromInteger(2000), {}, {}});
    return std::make_shared<const margin::Account>(std::move(made));
}

void takeIn(margin::RiskBook &book, std::string_view body)
{
    const auto items = wire::parseTicker(body);
    for (const wire::TickerItem &item : items.value()) {
        if (const margin::SymbolId *symbol = book.quotes().findSymbol(item.symbol)) {
            book.quotes().setPrice(*symbol, item.price, 0);
        }
    }
    book.evaluate();
}

void bytesToStatuses(benchmark::State &state)
{
    margin::RiskBook book;
    for (int i = 0; i < state.range(0); ++i) {
        book.upsert(account(i));
    }
    const int moved = state.range(1) != 0 ? kSymbols : 1;
    const std::vector<std::string> bodies {priceList(0, moved), priceList(1, moved)};
    takeIn(book, bodies[0]);
    const auto before = book.evaluations();
    std::size_t round = 0;
    for (auto _ : state) {
        takeIn(book, bodies[++round % 2]);
        benchmark::DoNotOptimize(book.verdicts());
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations())
                            * static_cast<std::int64_t>(bodies[0].size()));
    state.counters["judged"] = static_cast<double>(book.evaluations() - before)
        / static_cast<double>(state.iterations());
}

// The same without parsing: what one moved symbol, or all, costs the book and its snapshot.
void pricesToSnapshot(benchmark::State &state)
{
    margin::RiskBook book;
    for (int i = 0; i < state.range(0); ++i) {
        book.upsert(account(i));
    }
    takeIn(book, priceList(0, 0));
    const bool all = state.range(1) != 0;
    std::vector<margin::SymbolId> symbols;
    for (int i = 0; i < (all ? kSymbols : 1); ++i) {
        if (const auto *id = book.quotes().findSymbol(coin(i) + "USDT")) {
            symbols.push_back(*id);
        }
    }
    std::int64_t price = 100;
    for (auto _ : state) {
        price = price == 100 ? 101 : 100;
        for (const margin::SymbolId id : symbols) {
            book.quotes().setPrice(id, margin::Decimal::fromInteger(price), 0);
        }
        book.evaluate();
        benchmark::DoNotOptimize(book.shareVerdicts());
    }
}

void parsePriceList(benchmark::State &state)
{
    const std::string body = priceList(0, 0);
    for (auto _ : state) {
        benchmark::DoNotOptimize(wire::parseTicker(body));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(body.size()));
}

void oneLevel(benchmark::State &state)
{
    const auto held = margin::Decimal::parse("5.12345678").value();
    const auto owed = margin::Decimal::parse("800.5").value();
    auto price = margin::Decimal::parse("170.00000001").value();
    margin::Account account;
    account.thresholds = margin::findBuiltInProfile("faq-2020-5x")->thresholds;
    margin::Rate rate;
    rate.state = margin::PriceState::Known;
    const auto one = margin::Decimal::fromInteger(1);
    for (auto _ : state) {
        benchmark::DoNotOptimize(price);
        margin::Judgement judgement;
        rate.down = rate.up = price;
        judgement.add(held, margin::Decimal(), rate);
        rate.down = rate.up = one;
        judgement.add(margin::Decimal(), owed, rate);
        benchmark::DoNotOptimize(judgement.decide(account));
    }
}

void oneFullAssessment(benchmark::State &state)
{
    margin::RiskBook book;
    const auto subject = account(0);
    book.upsert(subject);
    takeIn(book, priceList(0, 0));
    const auto rates = book.quotes().freeze();
    for (auto _ : state) {
        benchmark::DoNotOptimize(margin::assess(*subject, *rates));
    }
}

} // namespace

BENCHMARK(bytesToStatuses)
    ->ArgNames({"accounts", "all"})
    ->Args({3, 0})
    ->Args({3, 1})
    ->Args({1000, 0})
    ->Args({1000, 1})
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(pricesToSnapshot)
    ->ArgNames({"accounts", "all"})
    ->Args({3, 0})
    ->Args({1000, 0})
    ->Args({1000, 1})
    ->Args({100'000, 0})
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(parsePriceList)->Unit(benchmark::kMicrosecond);
BENCHMARK(oneLevel);
BENCHMARK(oneFullAssessment)->Unit(benchmark::kMicrosecond);
BENCHMARK_MAIN();
