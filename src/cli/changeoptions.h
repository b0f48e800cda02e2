// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"
#include "cli/arguments.h"

namespace plimsoll::cli {

/// What --set, --shock, --bars and --book change. Errors: Malformed, NotANumber, DuplicateEntry and those of the
/// values, with the option as place: bad usage.
Result<analysis::Changes> changesOf(const Arguments &arguments);

} // namespace plimsoll::cli
