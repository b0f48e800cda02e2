// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/simulation.h"

#include "chance/blockrun.h"
#include "chance/fan.h"
#include "chance/tally.h"

#include <algorithm>
#include <map>
#include <thread>

namespace plimsoll::chance {

namespace {

class Simulation
{
public:
    Simulation(const Book &book, const Dynamics &dynamics, const SimulationOptions &options, std::int64_t longest)
        : m_book(book)
        , m_dynamics(dynamics)
        , m_options(options)
        , m_grid(longest)
        , m_looks(m_grid.steps(), false)
        , m_blocks((options.paths + kLanes - 1) / kLanes)
    {
        const std::set<std::int64_t> horizons(options.horizons.begin(), options.horizons.end());
        for (const BookAccount &account : book.accounts) {
            auto &tallies = m_tallies.emplace_back();
            for (const std::int64_t horizon : horizons) {
                if (account.simulated) {
                    tallies[m_grid.stepEndingAt(horizon)] = std::make_unique<Tally>(account, horizon, options.paths);
                }
                m_looks[m_grid.stepEndingAt(horizon)] = true;
            }
            addFan(account);
        }
    }

    std::optional<Chances> run(const std::stop_token &stop, Progress &progress)
    {
        const unsigned cores = std::max(std::thread::hardware_concurrency(), 1U);
        const auto threads = std::min<std::uint64_t>(m_options.threads > 0 ? m_options.threads : cores, m_blocks);
        {
            std::vector<std::jthread> workers;
            for (std::uint64_t i = 0; i < threads; ++i) {
                workers.emplace_back([this, &stop, &progress] { work(stop, progress); });
            }
        }
        return m_finished == m_blocks ? std::optional(result()) : std::nullopt;
    }

private:
    void addFan(const BookAccount &account)
    {
        auto &fan = m_fans.emplace_back();
        if (!account.hasDebt() || !m_options.fans.contains(account.id)) {
            return;
        }
        fan = std::make_unique<Fan>(account, m_grid.fanTimes(), m_options.paths);
        for (std::size_t point = 0; point < fan->times().size(); ++point) {
            const std::size_t step = m_grid.stepEndingAt(fan->times()[point]);
            m_fanPoints[step] = point;
            m_looks[step] = true;
        }
    }

    // One thread: takes the next block until there is none.
    void work(const std::stop_token &stop, Progress &progress)
    {
        BlockRun run(m_book, m_dynamics, m_grid, m_options.seed, m_looks);
        for (std::uint64_t block = m_next++; block < m_blocks; block = m_next++) {
            const std::uint64_t firstPath = block * kLanes;
            const auto look = [this, &run, firstPath](std::size_t step) { count(run, firstPath, step); };
            if (!run.run(firstPath, stop, look)) {
                return;
            }
            progress.raise(static_cast<double>(++m_finished) / static_cast<double>(m_blocks));
        }
    }

    void count(const BlockRun &run, std::uint64_t firstPath, std::size_t step)
    {
        const double minutes = static_cast<double>(m_grid.end(step)) / static_cast<double>(kMinuteMs);
        const auto paths = static_cast<std::size_t>(std::min<std::uint64_t>(kLanes, m_options.paths - firstPath));
        const auto fanPoint = m_fanPoints.find(step);
        Lanes first;
        Lanes second;
        for (std::size_t i = 0; i < m_tallies.size(); ++i) {
            if (const auto tally = m_tallies[i].find(step); tally != m_tallies[i].end()) {
                run.walks()[i]->equity(run.block(), minutes, first);
                tally->second->add(*run.walks()[i], first, paths);
            }
            if (m_fans[i] && fanPoint != m_fanPoints.end()) {
                run.walks()[i]->values(run.block(), minutes, first, second);
                m_fans[i]->add(fanPoint->second, firstPath, *run.walks()[i], first, second);
            }
        }
    }

    [[nodiscard]] Chances result() const
    {
        Chances chances {m_options.paths, m_grid.steps(), {}};
        for (std::size_t i = 0; i < m_book.accounts.size(); ++i) {
            AccountChances account {m_book.accounts[i].id, m_book.accounts[i].status, {}, {}};
            for (const auto &[step, tally] : m_tallies[i]) {
                account.horizons.push_back(tally->result());
            }
            if (m_fans[i]) {
                account.fan = m_fans[i]->result();
            }
            chances.accounts.push_back(std::move(account));
        }
        return chances;
    }

    const Book &m_book;
    const Dynamics &m_dynamics;
    const SimulationOptions &m_options;
    TimeGrid m_grid;
    std::vector<bool> m_looks; ///< per step
    std::uint64_t m_blocks;
    std::vector<std::map<std::size_t, std::unique_ptr<Tally>>> m_tallies; ///< per account, by the step that ends there
    std::vector<std::unique_ptr<Fan>> m_fans; ///< per account
    std::map<std::size_t, std::size_t> m_fanPoints; ///< step to point
    std::atomic<std::uint64_t> m_next {0};
    std::atomic<std::uint64_t> m_finished {0};
};

} // namespace

Result<Done> validated(const SimulationOptions &options)
{
    if (options.paths < 1 || options.paths > SimulationOptions::kMostPaths) {
        return Error {ErrorCode::Malformed, "paths",
                      "must be a whole number from 1 to " + std::to_string(SimulationOptions::kMostPaths)};
    }
    if (options.horizons.empty() || options.horizons.size() > SimulationOptions::kMostHorizons) {
        return Error {ErrorCode::Malformed, "horizon",
                      "from 1 to " + std::to_string(SimulationOptions::kMostHorizons) + " are needed"};
    }
    if (!std::ranges::all_of(options.horizons, TimeGrid::isHorizon)) {
        return Error {ErrorCode::Malformed, "horizon", "must be whole steps, at most a year"};
    }
    return Done {};
}

std::optional<Chances> simulate(const Book &book, const Dynamics &dynamics, const SimulationOptions &options,
                                const std::stop_token &stop, Progress &progress)
{
    progress.begin();
    return Simulation(book, dynamics, options, *std::ranges::max_element(options.horizons)).run(stop, progress);
}

} // namespace plimsoll::chance
