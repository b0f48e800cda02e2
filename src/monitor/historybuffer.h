// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/riskbook.h"
#include "monitor/ports/stores.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// Gathers what is worth remembering between two writes, so that the disk sees one transaction per period instead of one per price: per
/// account the lowest level of the period, per symbol the last price. Changes of status are kept one by one. Engine thread.
class HistoryBuffer
{
public:
    static constexpr std::int64_t kPeriodMs = 5'000;

    void note(const margin::Verdict &verdict, std::int64_t wallMs, bool statusChanged);
    void notePrice(const std::string &symbol, margin::Decimal price, std::int64_t wallMs);

    [[nodiscard]] bool due(std::int64_t bootMs) const;
    [[nodiscard]] bool empty() const { return m_lowest.empty() && m_changes.empty() && m_prices.empty(); }

    struct Batch {
        std::vector<LevelRecord> levels;
        std::vector<PriceRecord> prices;
    };
    Batch take(std::int64_t bootMs);

private:
    std::map<std::string, LevelRecord> m_lowest;
    std::vector<LevelRecord> m_changes;
    std::map<std::string, PriceRecord> m_prices;
    std::int64_t m_lastWrite = 0;
};

/// The level of a verdict in units of 10^-8, rounded down; nothing where there is none (or it is beyond any chart).
std::optional<std::int64_t> levelUnits(const margin::Verdict &verdict);

/// The level of a verdict with at most 8 decimals, rounded down; nothing where there is none.
std::optional<margin::Decimal> levelOf(const margin::Verdict &verdict);

} // namespace plimsoll::monitor
