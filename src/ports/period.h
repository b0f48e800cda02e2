// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/moment.h"
#include "ports/stores.h"

#include <string>
#include <vector>

namespace plimsoll::monitor {

/// One account in a period.
struct AccountPeriod {
    margin::Account account; ///< as it is now
    LevelTrack track; ///< of the period, as it is kept
    std::vector<StatusRecord> statuses; ///< changes within the period, oldest first
    std::vector<BarChange> barChanges {}; ///< within the period, oldest first
};

/// The prices of one symbol that are kept of a period, oldest first.
struct PricePeriod {
    std::string symbol;
    std::vector<PriceRecord> prices;
};

/// Everything that is kept of [from, to].
struct Period {
    WallTime from;
    WallTime to;
    std::vector<AccountPeriod> accounts;
    std::vector<PricePeriod> prices; ///< symbols without any are not among them
    std::vector<AlarmEventRow> alarms; ///< oldest first
    std::vector<JournalRow> journal; ///< oldest first
};

} // namespace plimsoll::monitor
