// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "margin/riskbook.h"
#include "ports/stores.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::monitor {

/// Gathers what is worth remembering between two writes, so that the disk sees one transaction per period instead of
/// one per price: per account the lowest, the highest and the last level of the period, every change of status, and how
/// far the level was known; per symbol the last price. Engine thread.
///
/// A stretch of known level begins with a sample and grows only where a price confirms it, so that whatever ends it (an
/// outage, an unpriced asset, the end of the program by any means) leaves nothing behind that claims more.
class HistoryBuffer
{
public:
    static constexpr std::int64_t kPeriodMs = 5'000;

    explicit HistoryBuffer(std::int64_t periodMs = kPeriodMs)
        : m_periodMs(periodMs)
    {
    }

    void note(const margin::Verdict &verdict, WallTime wallTime, bool statusChanged);
    void notePrice(const std::string &symbol, margin::Decimal price, WallTime wallTime);

    /// The account's level still follows from prices, the oldest of which is of `wallTime`.
    void confirm(const std::string &account, WallTime wallTime);
    /// Nothing was watched until `wallTime`: a stretch begins anew with a price that is younger.
    void interrupt(WallTime wallTime);
    void forget(const std::string &account); ///< it is not watched any more
    void stopWatching() { m_watched.clear(); } ///< another process does; what is pending stays

    [[nodiscard]] bool due(BootTime bootTime) const { return bootTime - m_lastWrite >= m_periodMs; }
    [[nodiscard]] bool empty() const
    {
        return m_periods.empty() && m_changes.empty() && m_prices.empty() && m_spans.empty();
    }

    HistoryBatch take(BootTime bootTime);

private:
    struct Period {
        LevelRecord lowest;
        LevelRecord highest;
        LevelRecord last;
    };

    struct Watch {
        std::optional<std::int64_t> level; ///< now
        std::optional<LevelSpan> span; ///< that goes on
    };

    void follow(const LevelRecord &record);
    void grow(const std::string &account, const LevelSpan &span);

    std::int64_t m_periodMs;
    std::map<std::string, Period> m_periods;
    std::vector<LevelRecord> m_changes;
    std::map<std::string, PriceRecord> m_prices;
    std::map<std::string, Watch> m_watched;
    std::map<std::pair<std::string, WallTime>, LevelSpan> m_spans; ///< by account and beginning; not written yet
    WallTime m_interruptedAt = INT64_MIN;
    BootTime m_lastWrite;
};

/// The level of a verdict in units of 10^-8, rounded down; nothing where there is none (or it is beyond any chart).
std::optional<std::int64_t> levelUnits(const margin::Verdict &verdict);

} // namespace plimsoll::monitor
