// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "scenario/replayrecord.h"
#include "scenario/twinreplay.h"
#include "wording/displayformat.h"

#include <QtCore/QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace plimsoll::report {

/// What a replay was made from and what came out of it.
struct PlayedReplay {
    std::vector<margin::Account> accounts; ///< in the order of the record
    std::vector<scenario::BarSeries> prices;
    scenario::ReplayRecord record;
    std::optional<scenario::TwinReplays> twins; ///< of the same accounts and prices
};

/// A replay as one self-contained page of HTML, as pageOf() makes one of a period: levels, changes of status, what the
/// alarms would have done, prices, and both margin modes. It says that nothing of it is real. `writtenAt`: now, ms
/// since 1970 UTC. Pure; any thread.
QString replayPageOf(const PlayedReplay &replay, WallTime writtenAt, const wording::DisplayFormat &format);

} // namespace plimsoll::report
