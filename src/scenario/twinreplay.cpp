// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/twinreplay.h"

#include "margin/assessment.h"
#include "margin/quotes.h"
#include "scenario/replay.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace plimsoll::scenario {

namespace {

using margin::Account;
using margin::Decimal;
using margin::MarginMode;
using margin::Status;

constexpr int kAskEvery = 1000; // moments

std::shared_ptr<const margin::Rates> firstRates(const std::vector<Account> &accounts,
                                                const std::vector<BarSeries> &candles)
{
    margin::QuoteBoard board;
    for (const Account &account : accounts) {
        for (const margin::Balance &balance : account.balances) {
            board.internRate(balance.asset, account.quoteAsset);
        }
    }
    for (const BarSeries &series : candles) {
        if (!series.bars.empty()) {
            board.setPrice(board.internSymbol(series.symbol), series.bars.front().open, 0);
        }
    }
    board.evaluate();
    return board.freeze();
}

// All accounts of all comparisons on one walk: each is judged for itself, so that they do not know of one another.
class Walkers
{
public:
    Walkers(const std::vector<Account> &accounts, const analysis::Twins &twins, const margin::Rates &rates)
    {
        for (const analysis::Twin &twin : twins.twins) {
            TwinReplay replay {twin.of, twin.mode, twin.exact, {}, {}};
            for (const std::size_t place : twin.of) {
                replay.real.accounts.push_back(begin(accounts[place], rates));
            }
            for (const Account &account : twin.accounts) {
                replay.twin.accounts.push_back(begin(account, rates));
            }
            m_replays.push_back(std::move(replay));
        }
    }

    /// Their ids are their places: a twin's could be that of a real account.
    [[nodiscard]] std::vector<Account> accounts() const
    {
        std::vector<Account> all;
        for (const TwinReplay &replay : m_replays) {
            for (const TwinSideFate *side : {&replay.real, &replay.twin}) {
                for (const TwinFate &fate : side->accounts) {
                    all.push_back(fate.account);
                    all.back().id = std::to_string(all.size());
                }
            }
        }
        return all;
    }

    /// After each moment; `run` has accounts().
    void look(const ReplayRun &run, WallTime time)
    {
        std::size_t place = 0;
        for (TwinReplay &replay : m_replays) {
            const std::size_t real = std::exchange(place, place + replay.real.accounts.size());
            const std::size_t twin = std::exchange(place, place + replay.twin.accounts.size());
            const std::size_t cross = replay.mode == MarginMode::Cross ? twin : real;
            look(replay.real, run, real, cross, time);
            look(replay.twin, run, twin, cross, time);
        }
    }

    std::vector<TwinReplay> finish(const ReplaySummary &summary)
    {
        std::size_t place = 0;
        for (TwinReplay &replay : m_replays) {
            for (TwinSideFate *side : {&replay.real, &replay.twin}) {
                for (TwinFate &fate : side->accounts) {
                    fate.lowestLevel = summary.accounts[place].lowestLevel;
                    fate.lowestAt = summary.accounts[place++].lowestAt;
                }
            }
        }
        return std::move(m_replays);
    }

private:
    static TwinFate begin(const Account &account, const margin::Rates &rates)
    {
        return {account, margin::assess(account, rates).equity, {}, {}, {}, {}, {}};
    }

    static void look(TwinSideFate &side, const ReplayRun &run, std::size_t first, std::size_t cross, WallTime time)
    {
        for (std::size_t i = 0; i < side.accounts.size(); ++i) {
            TwinFate &fate = side.accounts[i];
            const Status status = run.status(first + i);
            const bool isLiquidated = status == Status::Liquidation;
            if ((isLiquidated || status == Status::MarginCall) && !fate.calledAt) {
                fate.calledAt = time;
                side.firstCalled = side.firstCalled.value_or(i);
            }
            if (isLiquidated && !fate.liquidatedAt) {
                fate.liquidatedAt = time;
                if (fate.equity && fate.equity->isPositive()) {
                    side.lost = side.lost.plus(*fate.equity).value_or(side.lost);
                }
                const auto level = run.level(cross);
                if (fate.account.mode == MarginMode::Isolated && level && run.status(cross) != Status::Liquidation) {
                    fate.carriedAt = level->printed();
                }
            }
        }
    }

    std::vector<TwinReplay> m_replays;
};

} // namespace

Result<std::optional<TwinReplays>> replayTwins(const std::vector<Account> &accounts,
                                               const std::vector<BarSeries> &candles,
                                               const std::optional<margin::Thresholds> &bars,
                                               const std::function<bool()> &goesOn)
{
    const auto rates = firstRates(accounts, candles);
    const auto twins = analysis::twinsOf(accounts, *rates, bars);
    if (!twins) {
        return twins.error();
    }
    Walkers walkers(accounts, *twins, *rates);
    ReplayRun run(walkers.accounts(), [](const StatusChange &) {});
    SampleWalk walk(candles);
    TwinReplays replays;
    std::int64_t moments = 0;
    while (const auto moment = walk.next()) {
        if (goesOn && moments % kAskEvery == 0 && !goesOn()) {
            return std::optional<TwinReplays>();
        }
        replays.from = moments++ == 0 ? moment->time : replays.from;
        replays.to = moment->time;
        run.step(*moment);
        walkers.look(run, moment->time);
    }
    if (moments == 0) {
        return std::optional<TwinReplays>();
    }
    replays.twins = walkers.finish(run.summary());
    replays.without = twins->without;
    return std::optional(std::move(replays));
}

} // namespace plimsoll::scenario
