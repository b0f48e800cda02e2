// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"

namespace plimsoll::cli {

/// The whole number that an option carries, or `fallback` where it is not given. Errors: Malformed, outside
/// `least`..`most`.
Result<int> wholeNumber(const Arguments &arguments, const std::string &name, int fallback, int least, int most);

} // namespace plimsoll::cli
