// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "scenario/samplewalk.h"

#include <string>
#include <vector>

namespace plimsoll::scenario {

/// A price as the program kept it while it ran.
struct RecordedPrice {
    WallTime time;
    margin::Decimal price;
    std::int64_t step = 1; ///< ms: the first price of such a stretch of time is what is kept; 1: every sample is
};

/// Recorded prices as a walk takes them: each is one sample. With P its step (where every sample is kept, the usual
/// distance of two of them, at most a minute), a price that no other follows within max(3 P, 30 s) is stale, so that
/// what nobody recorded is a gap. `prices` ascend by time. Pure.
BarSeries recordedBars(std::string symbol, const std::vector<RecordedPrice> &prices);

} // namespace plimsoll::scenario
