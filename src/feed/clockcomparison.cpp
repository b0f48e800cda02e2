// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/clockcomparison.h"

#include "feed/exchangeclock.h"

#include <algorithm>

namespace plimsoll::feed {

namespace {

constexpr std::int64_t kDateResolutionMs = 999; // the part of a second that a Date leaves out

} // namespace

std::optional<std::int64_t> leastClockError(WallTime sent, WallTime received, std::optional<WallTime> date,
                                            WallTime newestClose)
{
    if (!date && newestClose == 0) {
        return std::nullopt;
    }
    // The error lies between the two: the exchange wrote its time after `sent` and before `received`.
    std::int64_t lowest = date ? sent - (*date + kDateResolutionMs) : INT64_MIN;
    std::int64_t highest = date ? received - *date : INT64_MAX;
    const bool isPossible = !date || newestClose - *date <= ExchangeClock::kLeadMs; // else that pair's time is wrong
    if (newestClose != 0 && isPossible && received - newestClose < highest) {
        highest = received - newestClose;
        lowest = std::min(lowest, highest);
    }
    if (lowest > 0) {
        return lowest;
    }
    return std::min<std::int64_t>(highest, 0);
}

} // namespace plimsoll::feed
