// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/period.h"

namespace plimsoll::report {

LevelSummary summaryOf(const monitor::AccountPeriod &account, WallTime from, WallTime to)
{
    LevelSummary summary;
    for (const auto &stretch : account.track.stretches(from, to)) {
        for (const monitor::LevelSample &sample : stretch) {
            if (!summary.lowest || sample.level < summary.lowest->level) {
                summary.lowest = sample;
            }
            summary.last = sample;
        }
    }
    return summary;
}

} // namespace plimsoll::report
