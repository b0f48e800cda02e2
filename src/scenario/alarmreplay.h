// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/alarm.h"
#include "alarm/notice.h"
#include "margin/account.h"
#include "margin/moment.h"
#include "scenario/samplewalk.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::scenario {

/// Who is there while the alarms are replayed.
struct AlarmReplayOptions {
    std::optional<alarm::Ms>
        acknowledgeAfter; ///< somebody acknowledges what was unacknowledged for so long; nothing = nobody does
    std::optional<WalkSpan> counted; ///< moments that `wasBlind` is about; nothing = all
    std::function<bool()> stopped; ///< asked at every moment: true ends the walk there; empty = never
    alarm::Ms tick = 10 * alarm::kSecond; ///< how often time passes between moments; raises of levels need none
};

/// The first sample at or below a bar.
struct BarCrossing {
    WallTime time;
    margin::Decimal level; ///< at most 8 digits, rounded down

    bool operator==(const BarCrossing &) const = default;
};

/// Notices of each day, by its first millisecond (UTC); days without any are left out.
using NoticesPerDay = std::map<std::int64_t, int>;

struct AlarmReplayAccount {
    static constexpr std::size_t kBars = 4; ///< Watch, Call, Critical, Liquidation

    std::string id;
    std::array<std::optional<BarCrossing>, kBars> crossings;
    std::array<int, alarm::kConditions> raises {};
    NoticesPerDay notices; ///< that name this account
    std::optional<margin::Decimal> lowestLevel;
    std::optional<WallTime> lowestAt;
    bool wasBlind = false; ///< at some moment its level could not be judged
};

/// Notices are those that make themselves noticed; `replaced` counts the others, which only replace the text that is
/// shown.
struct AlarmReplaySummary {
    std::int64_t samples = 0; ///< single prices applied
    int replaced = 0;
    int mostInTenMinutes = 0;
    NoticesPerDay notices;
    std::vector<AlarmReplayAccount> accounts; ///< in portfolio order
};

/// What the alarms of docs/alarms.md would have done over historical prices: every open account is judged at every
/// moment of the walk, and in between time passes every 10 s, so that reminders and ends of acknowledgements come when
/// they would. A price is not missing but old before its first candle, as after a start, and old again where candles
/// are missing. The poll period is SampleWalk::pace(). One that reaches `liquidation` is closed at the next moment, as
/// in replay(). No quiet hours, no rules of a person. Callbacks come in time order, changes of a moment before its
/// notices; their times are replayClock() of the samples. Deterministic; pure but for the callbacks.
AlarmReplaySummary replayAlarms(const std::vector<margin::Account> &accounts, SampleWalk &walk,
                                const AlarmReplayOptions &options,
                                const std::function<void(const alarm::Change &)> &onChange,
                                const std::function<void(const alarm::Notice &)> &onNotice);

} // namespace plimsoll::scenario
