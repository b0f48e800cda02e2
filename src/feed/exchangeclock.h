// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <cstdint>
#include <optional>

namespace plimsoll::feed {

/// What time it is at the exchange, from what it says itself: its server time, else the Date of its answers, and never
/// earlier than the newest time of a pair; but a pair's time that lies more than kLeadMs past the server time is its
/// own mistake. Each reading runs on with the boot-time clock for ten minutes. A Date that
/// lies more than a day past every pair's time is not of the clock that those were made by, and is not used. Times of
/// the exchange are ms since 1970. Pure; not thread-safe.
class ExchangeClock
{
public:
    static constexpr std::int64_t kReadingLastsMs = 600'000;
    static constexpr std::int64_t kLeadMs = 5 * 60'000; ///< less cannot make another pair look silent

    void onServerTime(BootTime bootTime, WallTime serverTime) { m_server = {serverTime, bootTime}; }

    void onDate(BootTime bootTime, WallTime date) { m_date = {date, bootTime}; }

    /// The newest time of a pair in one answer.
    void onCloseTime(BootTime bootTime, WallTime closeTime);

    [[nodiscard]] std::optional<WallTime> at(BootTime bootTime) const;

private:
    struct Reading {
        WallTime exchange;
        BootTime bootTime;

        [[nodiscard]] std::optional<WallTime> at(BootTime now) const;
    };

    std::optional<Reading> m_server;
    std::optional<Reading> m_date;
    std::optional<Reading> m_close;
};

} // namespace plimsoll::feed
