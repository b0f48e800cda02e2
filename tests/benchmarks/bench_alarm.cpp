// SPDX-License-Identifier: GPL-3.0-or-later
// What an alarm machine costs per account and sample, and what it keeps after a week in which nothing rests.
#include "alarm/planner.h"

#include <benchmark/benchmark.h>

#include <malloc.h>

#include <random>
#include <string>
#include <vector>

using namespace plimsoll;

namespace {

margin::Decimal dec(const char *text)
{
    return margin::Decimal::parse(text).value();
}

// `level` in thousandths.
alarm::Sample sampleAt(BootTime now, int level)
{
    alarm::Sample sample;
    sample.time = now;
    sample.kind = alarm::Sample::Kind::Valid;
    sample.oldestPrice = now;
    sample.thresholds = {dec("1.25"), dec("1.1"), dec("1.05")};
    sample.level = {margin::Wide::product(margin::Decimal::fromInteger(level), margin::Decimal::fromInteger(1)),
                    margin::Wide::product(margin::Decimal::fromInteger(1000), margin::Decimal::fromInteger(1))};
    return sample;
}

std::vector<std::string> accounts(int count)
{
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i) {
        names.push_back("account-" + std::to_string(i));
    }
    return names;
}

// One answer of the exchange: every account gets a sample at about `level`, then the decision.
void answers(benchmark::State &state, int level, int width)
{
    const auto names = accounts(static_cast<int>(state.range(0)));
    alarm::Machine machine;
    alarm::Planner planner;
    std::minstd_rand random(7); // NOLINT(cert-msc51-cpp): the same walk in every run
    BootTime now;
    std::int64_t notices = 0;
    for (auto _ : state) {
        now += 10 * alarm::kSecond;
        for (const std::string &name : names) {
            machine.judge(name, sampleAt(now, level + static_cast<int>(random() % static_cast<unsigned>(width))));
        }
        machine.tick(now);
        notices += static_cast<std::int64_t>(planner.plan(machine, machine.takeChanges(), false, now).notices.size());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.counters["notices"] = static_cast<double>(notices);
}

void farFromEveryBar(benchmark::State &state)
{
    answers(state, 3000, 200);
}

void betweenTheBars(benchmark::State &state)
{
    answers(state, 1180, 20);
}

void inMarginCall(benchmark::State &state)
{
    answers(state, 1060, 10);
}

void flapping(benchmark::State &state)
{
    answers(state, 1080, 60);
}

// A week of samples every 10 s that cross the bar to and fro; what the machine and the planner hold on to afterwards.
void weekOfFlapping(benchmark::State &state)
{
    constexpr int kSamples = 7 * 24 * 3600 / 10;
    for (auto _ : state) {
        alarm::Machine machine;
        alarm::Planner planner;
        std::minstd_rand random(11); // NOLINT(cert-msc51-cpp)
        std::int64_t notices = 0;
        std::size_t afterAnHour = 0;
        for (int i = 0; i < kSamples; ++i) {
            const BootTime now = BootTime::ofMs((i + 1) * 10 * alarm::kSecond);
            machine.judge("a", sampleAt(now, 1080 + static_cast<int>(random() % 60U)));
            const auto plan = planner.plan(machine, machine.takeChanges(), false, now);
            for (const alarm::Notice &notice : plan.notices) {
                notices += notice.quiet ? 0 : 1;
            }
            if (i == 360) {
                afterAnHour = mallinfo2().uordblks;
            }
        }
        state.counters["bytes_grown_since_hour_1"] = static_cast<double>(mallinfo2().uordblks)
            - static_cast<double>(afterAnHour);
        state.counters["notices_per_day"] = static_cast<double>(notices) / 7.0;
    }
}

BENCHMARK(farFromEveryBar)->Arg(1)->Arg(1000);
BENCHMARK(betweenTheBars)->Arg(1)->Arg(1000);
BENCHMARK(inMarginCall)->Arg(1)->Arg(1000);
BENCHMARK(flapping)->Arg(1)->Arg(1000);
BENCHMARK(weekOfFlapping)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
