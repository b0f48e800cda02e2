// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/gapreport.h"

#include "scenario/alarmreplay.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace plimsoll::scenario {

std::vector<GapFinding> gapReport(const std::vector<margin::Account> &accounts, std::vector<BarSeries> candles,
                                  WalkSpan gap, const std::function<bool()> &stopped)
{
    for (BarSeries &series : candles) {
        std::erase_if(series.bars, [&](const Bar &bar) {
            const std::int64_t length = bar.length > 0 ? bar.length : series.interval;
            return bar.openTime + length <= gap.from || bar.openTime > gap.to;
        });
    }
    std::vector<margin::Account> indebted;
    std::ranges::copy_if(accounts, std::back_inserter(indebted),
                         [](const margin::Account &a) { return a.hasDebt() && !a.liquidatedAt; });

    std::unordered_map<std::string, std::set<alarm::Condition, std::greater<>>>
        fired; // the four of the level rise with severity
    SampleWalk walk(std::move(candles), gap);
    AlarmReplayOptions options;
    options.counted = gap;
    options.stopped = stopped;
    options.tick = 24 * alarm::kHour; // reminders tell nothing new here
    const AlarmReplaySummary summary = replayAlarms(
        indebted, walk, options,
        [&fired](const alarm::Change &change) {
            if (change.cause == alarm::Cause::Raised && alarm::isLevel(change.key.condition)) {
                fired[change.key.account].insert(change.key.condition);
            }
        },
        [](const alarm::Notice &) {});

    std::vector<GapFinding> findings;
    for (const AlarmReplayAccount &account : summary.accounts) {
        const auto &conditions = fired[account.id];
        findings.push_back({account.id,
                            account.lowestLevel,
                            account.lowestAt ? std::clamp(*account.lowestAt, gap.from, gap.to) : 0,
                            {conditions.begin(), conditions.end()},
                            account.wasBlind});
    }
    return findings;
}

} // namespace plimsoll::scenario
