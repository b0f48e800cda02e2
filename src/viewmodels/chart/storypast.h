// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/historyport.h"
#include "ports/snapshot.h"
#include "viewmodels/chart/pastamounts.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// What the accounts of the reference example held and owed, and its prices, by the clock of its story: the journal has
/// them by the clock on the wall, days later, and going back in the story takes back what came later. GUI thread.
class StoryPast
{
public:
    void take(const monitor::RiskSnapshot &snapshot);
    void append(const monitor::HistoryBatch &batch);

    [[nodiscard]] PastAmounts amountsOf(const std::string &account) const;
    [[nodiscard]] std::vector<monitor::KeptPrice> pricesOf(const std::string &symbol) const;

private:
    WallTime m_now; ///< in the story; before its first moment 0
    std::map<std::string, PastAmounts> m_amounts; ///< by account
    std::map<std::string, std::vector<monitor::KeptPrice>> m_prices; ///< by symbol, ascending
};

} // namespace plimsoll::viewmodels
