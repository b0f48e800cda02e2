// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "margin/thresholds.h"

#include <optional>

namespace plimsoll::cli {

/// `twin` over candles or recorded prices: what would have become of the book and of its twin. Returns the exit code.
int twinReplayCommand(const Arguments &arguments, const std::optional<margin::Thresholds> &bars);

} // namespace plimsoll::cli
