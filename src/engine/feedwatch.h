// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/snapshot.h"

#include <chrono>
#include <cstdint>

namespace plimsoll::monitor {

/// Judges how fresh the feed is from ages alone, because a silent source cannot report its silence. Pure state and
/// time; engine thread. Limits with poll period P: see FeedState. Source: docs/reliability.md#t1-how-fresh-prices-are.
class FeedWatch
{
public:
    explicit FeedWatch(std::chrono::milliseconds interval);

    void setInterval(std::chrono::milliseconds interval);

    /// A usable answer arrived.
    void answered(BootTime bootTime);
    void reported(const SourceReport &report, WallTime wallTime);
    /// Re-judges; true where the state or its detail changed.
    bool look(BootTime bootTime, WallTime wallTime);

    [[nodiscard]] const FeedStatus &status() const { return m_status; }

    /// Prices older than this are not believed any more: max(3 P, 30 s).
    [[nodiscard]] std::int64_t staleAfterMs() const;
    [[nodiscard]] std::int64_t offlineAfterMs() const; ///< max(6 P, 60 s)
    [[nodiscard]] std::int64_t lateAfterMs() const; ///< 1.5 P + 1 s

private:
    [[nodiscard]] FeedState judge(BootTime bootTime, WallTime wallTime) const;

    std::int64_t m_intervalMs;
    FeedStatus m_status;
    SourceReport m_lastReport;
    bool m_reported = false;
};

} // namespace plimsoll::monitor
