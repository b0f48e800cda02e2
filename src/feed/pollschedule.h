// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/backoff.h"
#include "margin/moment.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace plimsoll::feed {

/// When the next poll may start. After a good one: one interval after its start, so that answers that take long neither
/// pile up nor drift; twice the interval while the exchange counts more than half of the allowed weight. After a
/// failure: the back-off, but at most 75 s after its start; 15 s while an account is close to its call. All times are
/// boot time, passed in. Pure; not thread-safe.
class PollSchedule
{
public:
    static constexpr std::chrono::milliseconds kShortest {100};
    static constexpr std::chrono::milliseconds kLongest {60'000};
    static constexpr std::int64_t kLongestGapMs = 75'000;
    static constexpr std::int64_t kUrgentGapMs = 15'000;
    static constexpr std::int64_t kShortestPauseMs = 1000; ///< between two polls that somebody asked for

    PollSchedule(std::chrono::milliseconds interval, Backoff backoff);

    /// Kept within kShortest .. kLongest.
    void setInterval(std::chrono::milliseconds interval);

    [[nodiscard]] std::chrono::milliseconds interval() const { return m_interval; }

    [[nodiscard]] BootTime dueAt() const { return m_due; }

    void startAt(BootTime now) { m_due = now; }

    void pollStarted(BootTime now) { m_started = now; }

    void pollSucceeded();
    /// Returns how many polls in a row have failed.
    int pollFailed(BootTime now);

    /// Somebody asked for a fresh answer: as soon as the shortest pause allows.
    void soon() { m_due = std::min(m_due, m_started + std::min<std::int64_t>(kShortestPauseMs, m_interval.count())); }

    /// Whether an account is close to its call: no more than kUrgentGapMs between two tries.
    void setUrgent(bool urgent);

    /// Request weight used in this minute, as the exchange counts it.
    void noteWeight(int used);

private:
    [[nodiscard]] std::int64_t spacing() const { return m_interval.count() * (m_slow ? 2 : 1); }

    [[nodiscard]] std::int64_t longestGap() const { return m_urgent ? kUrgentGapMs : kLongestGapMs; }

    std::chrono::milliseconds m_interval;
    Backoff m_backoff;
    BootTime m_due;
    BootTime m_started;
    int m_failures = 0; // in a row
    bool m_slow = false;
    bool m_urgent = false;
};

} // namespace plimsoll::feed
