// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::alarm {

/// An alarm test as text with a time axis: samples in, expected states and notices out. So a bug report becomes a test
/// file. Grammar and an example: docs/alarms.md#test-files. Pure.
struct ScriptReport {
    int checks = 0; ///< expectations looked at
    std::vector<std::string> failures; ///< "line 12: at 2m10s expected call active, is acknowledged"
    std::string log; ///< every change and notice with its time, for reading
};

/// Alarms that are looked at, over all ticks and samples: some seconds of work. A day of one account is 700,000.
inline constexpr std::int64_t kMostScriptWork = 100'000'000;

/// Errors: Malformed, with the line as place.
Result<ScriptReport> runScript(std::string_view text, std::int64_t mostWork = kMostScriptWork);

} // namespace plimsoll::alarm
