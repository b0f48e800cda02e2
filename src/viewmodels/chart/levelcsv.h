// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/historyport.h"
#include "viewmodels/chart/moneycurve.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// The further curve of an account: of what, in which asset (of a price: of which asset), and its values.
struct ExportedCurve {
    std::string what; ///< "equity", "debt", "interest", "price"
    std::string asset;
    CurveValues values;
};

/// An account whose levels are written, as finely as they are kept.
struct ExportedLine {
    std::string account;
    std::string name;
    monitor::LevelTrack track;
    std::vector<monitor::BarChange> barChanges {}; ///< oldest first
    std::optional<ExportedCurve> curve {};
};

/// Levels within [from, to] (ms since 1970 UTC) as comma-separated values (docs/interface.md): one row per change, with
/// all eight decimals. `what` is "known" where a stretch of known level begins, "step" where the level changed,
/// "unknown" where it ends; in between the level holds. "bars" is a change of bars, with those before and after as
/// "initial/margin call/liquidation". The rows of a further curve say in `what` which it is; their `value` holds until
/// the next, and is empty from where it is not known. The rows of an account ascend in time. Pure; any thread.
std::string levelCsv(const std::vector<ExportedLine> &lines, WallTime from, WallTime to);

} // namespace plimsoll::viewmodels
