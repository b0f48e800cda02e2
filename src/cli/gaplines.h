// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/alarmboard.h"

#include <cstdint>
#include <string>

namespace plimsoll::cli {

/// What happened while nobody watched, as an NDJSON line (docs/interface.md, `watch`) and as lines for people. `time`:
/// wall ms.
std::string gapJson(const monitor::GapReport &report, WallTime time);
std::string gapText(const monitor::GapReport &report);

} // namespace plimsoll::cli
