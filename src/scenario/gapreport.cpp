// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/alarmreplay.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace plimsoll::scenario {

std::vector<GapFinding> gapReport(const std::vector<margin::Account> &accounts, std::vector<BarSeries> candles, std::int64_t from,
                                  std::int64_t to)
{
    for (BarSeries &series : candles) {
        std::erase_if(series.bars, [&](const Bar &bar) { return bar.openTime + series.interval <= from || bar.openTime > to; });
    }
    std::vector<margin::Account> indebted;
    std::ranges::copy_if(accounts, std::back_inserter(indebted), [](const margin::Account &a) { return a.hasDebt() && !a.liquidatedAt; });

    std::unordered_map<std::string, std::set<alarm::Condition, std::greater<>>> fired; // the four of the level rise with severity
    SampleWalk walk(std::move(candles));
    const AlarmReplaySummary summary = replayAlarms(
        indebted, walk, {},
        [&fired](const alarm::Change &change) {
            if (change.cause == alarm::Cause::Raised && alarm::isLevel(change.key.condition)) {
                fired[change.key.account].insert(change.key.condition);
            }
        },
        [](const alarm::Notice &) {});

    std::vector<GapFinding> findings;
    for (const AlarmReplayAccount &account : summary.accounts) {
        const auto &conditions = fired[account.id];
        findings.push_back({account.id, account.lowestLevel, account.lowestAt ? std::clamp(*account.lowestAt, from, to) : 0,
                            {conditions.begin(), conditions.end()}});
    }
    return findings;
}

} // namespace plimsoll::scenario
