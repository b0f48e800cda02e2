// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "cli/arguments.h"

#include <optional>

namespace plimsoll::cli {

/// What --set, --shock, --bars and --book change. Errors: Malformed, NotANumber, DuplicateEntry and those of the
/// values, with the option as place: bad usage.
Result<analysis::Changes> changesOf(const Arguments &arguments);

/// `--bars I/C/L` for every account; nothing where it is not given. Errors: as above.
Result<std::optional<margin::Thresholds>> barsOption(const Arguments &arguments);

} // namespace plimsoll::cli
