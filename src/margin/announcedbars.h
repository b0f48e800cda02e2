// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "margin/thresholds.h"

#include <vector>

namespace plimsoll::margin {

/// Bars that the exchange announced for an account, and from when on they are in force.
struct AnnouncedBars {
    WallTime from;
    Thresholds bars;

    bool operator==(const AnnouncedBars &) const = default;
};

/// Checks those of one account: each by the rule of bars, no moment before 1970, the earliest first, no moment twice.
/// Errors: InvalidThresholds, Malformed, DuplicateEntry, with `place` relative to the list ("[1].marginCall").
Result<Done> validated(const std::vector<AnnouncedBars> &announced);

} // namespace plimsoll::margin
