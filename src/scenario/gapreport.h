// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/condition.h"
#include "margin/account.h"
#include "margin/moment.h"
#include "scenario/samplewalk.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::scenario {

/// What happened to one account while nobody watched.
struct GapFinding {
    std::string account;
    std::optional<margin::Decimal> lowestLevel; ///< nothing where a needed price was never among the candles
    WallTime lowestAt;
    std::vector<alarm::Condition> wouldHaveFired; ///< of the level, worst first
    bool wasBlind = false; ///< at some moment its level could not be judged: other alarms may have been missed

    bool operator==(const GapFinding &) const = default;
};

/// What candles say about every account with debt between two times. A candle that reaches over an
/// end of the gap counts as a whole, with its times moved to that end: earlier and worse rather than missed. Takes long
/// for long gaps: `stopped` is asked again and again, and true gives up with what is known so far. Pure but for
/// `stopped`.
std::vector<GapFinding> gapReport(const std::vector<margin::Account> &accounts, std::vector<BarSeries> candles,
                                  WalkSpan gap, const std::function<bool()> &stopped = {});

} // namespace plimsoll::scenario
