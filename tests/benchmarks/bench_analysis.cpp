// SPDX-License-Identifier: GPL-3.0-or-later
// What would be: a whole book before and after, a curve of shocks, a map of two assets, who falls when. `judging` is
// the share of the time that as many bare judgements take in the same run: what deciding alone costs, the limit of
// each.
#include "analysis/allocation.h"
#include "analysis/domino.h"
#include "analysis/heatmap.h"
#include "analysis/stress.h"
#include "analysis/whatif.h"
#include "margin/shockedbook.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

using namespace plimsoll;
using margin::Decimal;

namespace {

constexpr int kCoins = 40;

std::string coin(int index)
{
    return "C" + std::to_string(index);
}

// Every account holds five coins and owes a sixth and the quote asset.
std::vector<margin::Account> accounts(int count)
{
    std::vector<margin::Account> all;
    for (int index = 0; index < count; ++index) {
        margin::Account made;
        made.id = "account-" + std::to_string(index);
        made.quoteAsset = "USDT";
        made.thresholds = margin::findBuiltInProfile("cross-3x")->thresholds;
        for (int i = 0; i < 5; ++i) {
            made.balances.push_back({coin((index * 7 + i * 11) % kCoins), Decimal::fromInteger(3 + i), {}, {}, {}, {}});
        }
        made.balances.push_back({coin((index * 7 + 5) % kCoins), {}, {}, Decimal::fromInteger(1), {}, {}});
        made.balances.push_back({"USDT", Decimal::fromInteger(100), {}, Decimal::fromInteger(1500), {}, {}});
        all.push_back(std::move(made));
    }
    return all;
}

margin::QuoteBoard board(const std::vector<margin::Account> &all)
{
    margin::QuoteBoard made;
    analysis::internPairs(made, all);
    for (int i = 0; i < kCoins; ++i) {
        made.setPrice(made.internSymbol(coin(i) + "USDT"), Decimal::fromInteger(100 + i), 0);
    }
    made.evaluate();
    return made;
}

// Of the fastest of some rounds; seconds.
double bareJudgement()
{
    static const double fastest = [] {
        constexpr int kJudgements = 40'000;
        const auto all = accounts(1);
        margin::ShockedBook book(all, *board(all).freeze());
        double best = 1e9;
        for (int round = 0; round < 7; ++round) {
            const auto begin = std::chrono::steady_clock::now();
            for (int i = 0; i < kJudgements; ++i) {
                benchmark::DoNotOptimize(book.judge(0));
            }
            const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
            best = std::min(best, took.count() / kJudgements);
        }
        return best;
    }();
    return fastest;
}

// Stands around the rounds of a benchmark, each of which judges so often.
class Judging
{
public:
    Judging(benchmark::State &state, std::size_t judgements)
        : m_state(state)
        , m_bare(static_cast<double>(judgements) * bareJudgement())
    {
    }
    ~Judging()
    {
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - m_begin;
        m_state.counters["judging"] = m_bare * static_cast<double>(m_state.iterations()) / took.count();
    }
    Judging(const Judging &) = delete;
    Judging &operator=(const Judging &) = delete;

private:
    benchmark::State &m_state;
    const double m_bare;
    const std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

void whatIf(benchmark::State &state)
{
    const auto all = accounts(static_cast<int>(state.range(0)));
    const margin::QuoteBoard prices = board(all);
    analysis::Changes changes;
    changes.shocks = {{"all", Decimal::fromInteger(-10)}};
    changes.bookings = {{"account-0", analysis::HypotheticalKind::TopUp, "USDT", Decimal::fromInteger(5)}};
    const Judging judging(state, 2 * all.size());
    for ([[maybe_unused]] auto round : state) {
        benchmark::DoNotOptimize(analysis::whatIf(all, prices, changes));
    }
}

void bareJudgements(benchmark::State &state)
{
    const auto all = accounts(1);
    margin::ShockedBook book(all, *board(all).freeze());
    for ([[maybe_unused]] auto round : state) {
        for (int i = 0; i < state.range(0); ++i) {
            benchmark::DoNotOptimize(book.judge(0));
        }
    }
}

void heatMap(benchmark::State &state)
{
    const auto all = accounts(1);
    const auto rates = board(all).freeze();
    const auto shocks = analysis::evenShocks(Decimal::fromInteger(-50), Decimal::fromInteger(50),
                                             static_cast<int>(state.range(0)));
    const Judging judging(state, shocks.size() * shocks.size());
    for ([[maybe_unused]] auto round : state) {
        benchmark::DoNotOptimize(analysis::heatMap(all[0], *rates, {coin(0), shocks, coin(11), shocks}));
    }
}

void stressCurve(benchmark::State &state)
{
    const auto all = accounts(static_cast<int>(state.range(0)));
    const auto rates = board(all).freeze();
    const auto shocks = analysis::shockSteps(Decimal::fromInteger(-50), Decimal::fromInteger(50),
                                             Decimal::fromInteger(1));
    const Judging judging(state, all.size() * shocks.size());
    for ([[maybe_unused]] auto round : state) {
        benchmark::DoNotOptimize(analysis::stressCurve(all, *rates, analysis::PriceMove::everything(), shocks));
    }
}

void domino(benchmark::State &state)
{
    const auto all = accounts(static_cast<int>(state.range(0)));
    const auto rates = board(all).freeze();
    for ([[maybe_unused]] auto round : state) {
        benchmark::DoNotOptimize(analysis::dominoFalls(all, *rates, analysis::PriceMove::everything()));
    }
}

void allocate(benchmark::State &state)
{
    const auto all = accounts(static_cast<int>(state.range(0)));
    const auto rates = board(all).freeze();
    for ([[maybe_unused]] auto round : state) {
        benchmark::DoNotOptimize(analysis::allocate(all, *rates, "USDT", Decimal::fromInteger(5000)));
    }
}

} // namespace

BENCHMARK(whatIf)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(heatMap)->Arg(200)->Unit(benchmark::kMillisecond);
BENCHMARK(bareJudgements)->Arg(40'000)->Unit(benchmark::kMillisecond);
BENCHMARK(stressCurve)->Arg(41)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(domino)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(allocate)->Arg(41)->Arg(1000)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
