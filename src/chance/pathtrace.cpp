// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance/pathtrace.h"

#include "chance/blockrun.h"

#include <cmath>

namespace plimsoll::chance {

PathTrace tracePath(const Book &book, const Dynamics &dynamics, std::int64_t longest, std::uint64_t seed,
                    std::uint64_t path)
{
    const TimeGrid grid(longest);
    BlockRun run(book, dynamics, grid, seed, std::vector<bool>(grid.steps(), true));
    PathTrace trace;
    const auto lane = static_cast<std::size_t>(path % kLanes);
    Lanes assets;
    Lanes debt;
    run.run(path - lane, {}, [&](std::size_t step) {
        trace.times.push_back(grid.end(step));
        auto &prices = trace.prices.emplace_back();
        for (const Lanes &price : run.block().prices) {
            prices.push_back(price[lane]);
        }
        auto &accounts = trace.accounts.emplace_back(book.accounts.size());
        for (std::size_t i = 0; i < accounts.size(); ++i) {
            if (AccountWalk *walk = run.walks()[i].get()) {
                walk->values(run.block(), static_cast<double>(grid.end(step)) / static_cast<double>(kMinuteMs), assets,
                             debt);
                accounts[i] = {assets[lane], debt[lane], std::isfinite(walk->callAt()[lane]),
                               std::isfinite(walk->liquidationAt()[lane])};
            }
        }
    });
    return trace;
}

} // namespace plimsoll::chance
