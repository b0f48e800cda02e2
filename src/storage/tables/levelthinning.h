// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/stores.h"

#include <cstdint>
#include <vector>

namespace plimsoll::storage {

/// The lowest point of each of `maxPoints` equal stretches of [from, to]; a stretch without any level keeps its first
/// point, so that a gap stays a gap. Points must be ordered by time; all are kept where there are no more than
/// maxPoints. Pure.
std::vector<monitor::LevelPoint> thinned(std::vector<monitor::LevelPoint> points, WallTime from, WallTime to,
                                         int maxPoints);

} // namespace plimsoll::storage
