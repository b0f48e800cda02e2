// SPDX-License-Identifier: GPL-3.0-or-later
// Simulated chances per path x step x asset, on one thread and on two, against a plain loop (one path at a time, the
// standard library's generator and functions) and against the arithmetic alone: random numbers, mixing, exponentials
// and bridge checks of as many paths, on numbers that stay in the nearest cache, without accounts, counting or memory.
// Everything is measured in one run, in turns, the fastest turn counts; ratios are what to compare. Usage: bench_chance
// [PATHS]
#include "chance/simulation.h"
#include "margin/account.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::chance;

namespace {

constexpr int kTurns = 5;
constexpr double kSigma = 0.8;
constexpr double kCorrelation = 0.6;

struct Case {
    const char *name;
    std::size_t assets;
    bool isolated; ///< one account per asset, else one with all of them
};

margin::Decimal decimal(const std::string &text)
{
    return margin::Decimal::parse(text).value();
}

margin::Account account(const std::string &id, std::size_t first, std::size_t last)
{
    margin::Account result;
    result.id = id;
    result.quoteAsset = "USDT";
    result.thresholds = {decimal("1.25"), decimal("1.1"), decimal("1.05")};
    for (std::size_t i = first; i < last; ++i) {
        margin::Balance held;
        held.asset = "C" + std::to_string(i);
        held.free = decimal("10");
        result.balances.push_back(held);
    }
    margin::Balance owed;
    owed.asset = "USDT";
    owed.borrowed = decimal(std::to_string(750 * (last - first)));
    result.balances.push_back(owed);
    return result;
}

Book bookOf(const Case &subject)
{
    std::vector<margin::Account> accounts;
    for (std::size_t i = 0; subject.isolated && i < subject.assets; ++i) {
        accounts.push_back(account("i" + std::to_string(i), i, i + 1));
    }
    if (!subject.isolated) {
        accounts.push_back(account("cross", 0, subject.assets));
    }
    margin::QuoteBoard board;
    for (std::size_t i = 0; i < subject.assets; ++i) {
        board.internRate("C" + std::to_string(i), "USDT");
        board.setPrice(board.internSymbol("C" + std::to_string(i) + "USDT"), decimal("100"), 0);
    }
    board.evaluate();
    return makeBook(accounts, *board.freeze());
}

MarketModel marketOf(const Book &book)
{
    MarketModel market {book.unit, {}, SquareMatrix::identity(book.assets.size()), {}};
    for (std::size_t i = 0; i < book.assets.size(); ++i) {
        market.assets.push_back({book.assets[i], kSigma, 0, false});
        market.history.byAsset.emplace_back();
        for (std::size_t j = 0; j < book.assets.size(); ++j) {
            market.correlation(i, j) = i == j ? 1 : kCorrelation;
        }
    }
    return market;
}

template<typename Work>
double seconds(Work &&work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::atomic<double> sink {0}; // keeps the work from being thrown away

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double simulated(const Book &book, const Dynamics &dynamics, std::uint64_t paths, unsigned threads)
{
    const SimulationOptions options {{kDayMs, 7 * kDayMs, 30 * kDayMs}, paths, 1, threads, {}};
    Progress progress;
    return seconds(
        [&] { sink = sink + simulate(book, dynamics, options, {}, progress)->accounts[0].horizons[0].call.p; });
}

// The arithmetic that no simulation of this kind gets around, for one thread's share of the blocks.
void computeOnly(const Case &subject, const TimeGrid &grid, std::uint64_t first, std::uint64_t last)
{
    std::vector<Lanes> normals(subject.assets);
    std::vector<Lanes> others(subject.assets);
    const std::vector<double> weights(subject.assets, 0.01);
    Lanes logs;
    Lanes price;
    std::array<Lanes, 2> bridges;
    LaneFlags flags;
    Lanes hitAt;
    hitAt.values.fill(1e301);
    Lanes distance;
    distance.values.fill(1);
    double kept = 0;
    for (std::uint64_t block = first; block < last; ++block) {
        for (std::size_t step = 0; step < grid.steps(); ++step) {
            if (step % 2 == 0) {
                const RandomStream stream {1, block * kLanes, step / 2};
                drawBridgesAndNormals(stream, {bridges[0], bridges[1]}, {normals[0], others[0]});
                for (std::size_t i = 1; i < subject.assets; ++i) {
                    drawNormals(stream, i + 1, {normals[i], others[i]});
                }
            }
            const std::span<const Lanes> drawn(step % 2 == 0 ? normals : others);
            for (std::size_t i = 0; i < subject.assets; ++i) {
                logs = {};
                addMixed(logs, 0, std::span(weights).first(i + 1), drawn.first(i + 1));
                if (!subject.isolated) {
                    exponentials(logs, price);
                    kept += price[0];
                }
            }
            for (std::size_t i = 0; i < 2 * (subject.isolated ? subject.assets : 1); ++i) {
                kept += bridgeHits(bridges[step % 2], 0.0001, {distance, distance, hitAt, flags}) ? 1 : 0;
            }
        }
    }
    sink = sink + kept;
}

double arithmetic(const Case &subject, const TimeGrid &grid, std::uint64_t paths, unsigned threads)
{
    const std::uint64_t blocks = (paths + kLanes - 1) / kLanes;
    return seconds([&] {
        std::vector<std::jthread> workers;
        for (unsigned i = 0; i < threads; ++i) {
            workers.emplace_back(
                [&, i] { computeOnly(subject, grid, blocks * i / threads, blocks * (i + 1) / threads); });
        }
    });
}

// As one would write it first; fewer paths, scaled up.
double plainLoop(const Case &subject, const Book &book, const TimeGrid &grid, std::uint64_t paths)
{
    const std::uint64_t few = std::max<std::uint64_t>(paths / 20, 1);
    const double common = std::sqrt(kCorrelation);
    const double own = std::sqrt(1 - kCorrelation);
    std::mt19937_64 random(1);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    double hits = 0;
    const double took = seconds([&] {
        for (std::uint64_t path = 0; path < few; ++path) {
            std::vector<double> logs(subject.assets, 0.0);
            std::vector<double> before(book.accounts.size(), std::log(1000.0 / 750 / 1.1));
            for (std::size_t step = 0; step < grid.steps(); ++step) {
                const double years = grid.years(step);
                const double market = normal(random);
                for (double &x : logs) {
                    x += -kSigma * kSigma / 2 * years
                        + kSigma * std::sqrt(years) * (common * market + own * normal(random));
                }
                for (std::size_t i = 0; i < book.accounts.size(); ++i) {
                    double assets = 0;
                    double debt = 0;
                    for (const Exposure &exposure : book.accounts[i].exposures) {
                        const double price = exposure.asset ? std::exp(logs[*exposure.asset]) : 1;
                        assets += exposure.held * price;
                        debt += exposure.owed * price;
                    }
                    const double now = std::log(assets / debt / 1.1);
                    hits += now <= 0 || uniform(random) < std::exp(-2 * now * before[i] / (kSigma * kSigma * years))
                        ? 1
                        : 0;
                    before[i] = now;
                }
            }
        }
    });
    sink = sink + hits;
    return took * static_cast<double>(paths) / static_cast<double>(few);
}

void measure(const Case &subject, std::uint64_t paths)
{
    const Book book = bookOf(subject);
    const Dynamics dynamics = Dynamics::make(marketOf(book), Method::Gbm).value();
    const TimeGrid grid(30 * kDayMs);
    std::array<double, 5> best;
    best.fill(1e9);
    std::array<double, 2> cpu {1e9, 1e9}; // of the simulation on one thread and on two
    for (int turn = 0; turn < kTurns; ++turn) {
        best[0] = std::min(best[0], arithmetic(subject, grid, paths, 1));
        for (unsigned threads = 1; threads <= 2; ++threads) {
            const double before = cpuSeconds();
            best[threads] = std::min(best[threads], simulated(book, dynamics, paths, threads));
            cpu[threads - 1] = std::min(cpu[threads - 1], cpuSeconds() - before);
        }
        best[4] = std::min(best[4], arithmetic(subject, grid, paths, 2));
        if (turn < 2) {
            best[3] = std::min(best[3], plainLoop(subject, book, grid, paths));
        }
    }
    const double work = static_cast<double>(paths) * static_cast<double>(grid.steps())
        * static_cast<double>(subject.assets);
    std::printf("%-22s %9.1f %9.1f %9.1f %9.1f %9.2f %9.2f %9.2f %9.2f %9.1f\n", subject.name, work / best[0] / 1e6,
                work / best[1] / 1e6, work / best[2] / 1e6, work / best[3] / 1e6, best[0] / best[1], best[1] / best[2],
                best[0] / best[4], cpu[1] / cpu[0], best[3] / best[1]);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const std::uint64_t paths = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 20'000;
    std::printf("million path x step x asset a second, %llu paths of a month; %u cores\n%-22s %9s %9s %9s %9s %9s %9s "
                "%9s %9s %9s\n",
                static_cast<unsigned long long>(paths), std::thread::hardware_concurrency(), "", "limit", "1 thread",
                "2 threads", "plain", "of limit", "2 : 1", "of limit", "CPU 2 : 1", "x plain");
    for (const Case &subject : {Case {"1 coin, isolated", 1, true}, Case {"3 coins, isolated", 3, true},
                                Case {"3 coins, cross", 3, false}, Case {"9 coins, cross", 9, false}}) {
        measure(subject, paths);
    }
    return sink < 0 ? 1 : 0;
}
