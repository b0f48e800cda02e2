// SPDX-License-Identifier: GPL-3.0-or-later
// A simulation on several threads, one that is stopped half-way while somebody watches its progress, and two at a time
// on the same book: the results are those of one thread.
#include "chance/simulation.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace plimsoll;
using namespace plimsoll::chance;

namespace {

void require(bool holds, const char *what)
{
    if (!holds) {
        std::fprintf(stderr, "thread_chance: %s\n", what);
        std::abort();
    }
}

BookAccount account(const char *id, std::vector<Exposure> exposures)
{
    BookAccount made;
    made.id = id;
    made.status = margin::Status::Normal;
    made.simulated = true;
    made.exposures = std::move(exposures);
    made.callBar = 1.1;
    made.liquidationBar = 1.05;
    made.equity = 200;
    return made;
}

Book book()
{
    return {"USDT",
            {"ETH", "BCH"},
            {account("cross", {{0, 500, 0, 0}, {1, 500, 0, 0}, {{}, 0, 800, 0}}),
             account("long", {{0, 1000, 0, 0}, {{}, 0, 800, 0}})}};
}

MarketModel market()
{
    return {"USDT", {{"ETH", 0.9, 0, false}, {"BCH", 1.1, 0, false}}, SquareMatrix::identity(2), {0, {{}, {}}}};
}

double signature(const Chances &chances)
{
    double sum = 0;
    for (const AccountChances &one : chances.accounts) {
        const HorizonChance &chance = one.horizons.at(0);
        sum += chance.call.p + 3 * chance.liquidation.p + 7 * chance.loss.es95 + 11 * one.fan.back().levels[3];
    }
    return sum;
}

} // namespace

int main()
{
    const Book people = book();
    const Dynamics dynamics = Dynamics::make(market(), Method::Gbm).value();
    SimulationOptions options {{7 * kDayMs}, 1000, 3, 1, {"cross", "long"}};
    Progress progress;
    const double one = signature(*simulate(people, dynamics, options, {}, progress));
    options.threads = 4;
    Progress other;
    double beside = 0;
    {
        const std::jthread second([&] { beside = signature(*simulate(people, dynamics, options, {}, other)); });
        require(signature(*simulate(people, dynamics, options, {}, progress)) == one, "four threads are not one");
    }
    require(beside == one && other.done() == 1, "two at a time are not one");

    options.paths = SimulationOptions::kMostPaths;
    std::stop_source stop;
    Progress watched;
    std::atomic<bool> ended {false};
    {
        const std::jthread person([&] {
            while (watched.done() == 0 && !ended) {
                std::this_thread::yield();
            }
            stop.request_stop();
        });
        require(!simulate(people, dynamics, options, stop.get_token(), watched), "it went on");
        ended = true;
    }
    require(watched.done() > 0 && watched.done() < 1, "it stopped before it began");
    return 0;
}
