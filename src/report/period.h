// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "ports/stores.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::report {

/// One account in a period.
struct AccountPeriod {
    margin::Account account; ///< as it is now
    monitor::LevelTrack track; ///< of the period, as it is kept
    std::vector<monitor::StatusRecord> statuses; ///< changes within the period, oldest first
};

/// The prices of one symbol that are kept of a period, oldest first.
struct PricePeriod {
    std::string symbol;
    std::vector<monitor::PriceRecord> prices;
};

/// Everything that is known of [from, to], ms since 1970 UTC.
struct Period {
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::int64_t writtenAt = 0;
    std::vector<AccountPeriod> accounts;
    std::vector<PricePeriod> prices; ///< symbols without any are not among them
    std::vector<monitor::AlarmEventRow> alarms; ///< oldest first
    std::vector<monitor::JournalRow> journal; ///< oldest first
};

/// What happened to the level of one account.
struct LevelSummary {
    std::optional<monitor::LevelSample> lowest; ///< the first of several; nothing where no level is known of the period
    std::optional<monitor::LevelSample> last;
};

/// Pure; any thread.
LevelSummary summaryOf(const AccountPeriod &account, std::int64_t from, std::int64_t to);

} // namespace plimsoll::report
