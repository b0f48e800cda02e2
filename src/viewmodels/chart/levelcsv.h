// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/historyport.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// An account whose levels are written, as finely as they are kept.
struct ExportedLine {
    std::string account;
    std::string name;
    monitor::LevelTrack track;
    std::vector<monitor::BarChange> barChanges {}; ///< oldest first
};

/// Levels within [from, to] (ms since 1970 UTC) as comma-separated values (docs/interface.md): one row per change, with
/// all eight decimals. `what` is "known" where a stretch of known level begins, "step" where the level changed,
/// "unknown" where it ends; in between the level holds. "bars" is a change of bars, with those before and after as
/// "initial/margin call/liquidation"; the rows of an account ascend in time. Pure; any thread.
std::string levelCsv(const std::vector<ExportedLine> &lines, std::int64_t from, std::int64_t to);

} // namespace plimsoll::viewmodels
