// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/period.h"

#include <cstdint>
#include <optional>

namespace plimsoll::report {

/// What happened to the level of one account.
struct LevelSummary {
    std::optional<monitor::LevelSample> lowest; ///< the first of several; nothing where no level is known of the period
    std::optional<monitor::LevelSample> last;
};

/// Pure; any thread.
LevelSummary summaryOf(const monitor::AccountPeriod &account, WallTime from, WallTime to);

} // namespace plimsoll::report
