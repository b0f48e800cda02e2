// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "scenario/alarmreplay.h"
#include "scenario/replay.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::scenario {

/// One account over a slice of time. The levels are at most 8 digits, rounded down; nothing where none was known.
struct LevelSlice {
    std::optional<margin::Decimal> lowest;
    std::optional<margin::Decimal> highest;
    std::optional<margin::Decimal> last; ///< at the end of the slice
    margin::Status status = margin::Status::Unknown; ///< at the end of the slice
    bool early = false; ///< at the end of the slice; margin::Decision::early

    bool operator==(const LevelSlice &) const = default;
};

/// Everything that a replay did, to be looked at afterwards. Value type.
struct ReplayRecord {
    WallTime from; ///< the first moment
    WallTime to; ///< the last moment
    std::int64_t slice = 1; ///< ms; slice i is what happened in [from + i * slice, from + (i + 1) * slice)
    std::vector<std::vector<LevelSlice>> levels; ///< by account, in portfolio order, then by slice
    std::vector<StatusChange> statuses; ///< those of replay()
    std::vector<alarm::Change> alarms; ///< those of replayAlarms() that concern alarms which call for attention
    std::vector<alarm::Notice> notices; ///< those of replayAlarms() that make themselves noticed
    ReplaySummary summary;
    AlarmReplaySummary alarmSummary;
};

struct ReplayRecordOptions {
    int slices = 1000; ///< at most so many; above 0
    std::optional<alarm::Ms> acknowledgeAfter; ///< as in AlarmReplayOptions
    /// Told now and then how much is done, of 1000; false ends the run. Empty: nobody asks.
    std::function<bool(int)> goesOn;
};

/// replay() and replayAlarms() over the same walk, with the levels in slices. Nothing where it was ended or where there
/// is no candle. Deterministic; pure but for the callback; any thread.
std::optional<ReplayRecord> recordReplay(const std::vector<margin::Account> &accounts, std::vector<BarSeries> candles,
                                         const ReplayRecordOptions &options);

} // namespace plimsoll::scenario
