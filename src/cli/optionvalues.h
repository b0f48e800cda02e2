// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "margin/decimal.h"
#include "margin/moment.h"

#include <cstdint>
#include <string>
#include <utility>

namespace plimsoll::cli {

/// The whole number that an option carries, or `fallback` where it is not given. Errors: Malformed, outside
/// `least`..`most`.
Result<int> wholeNumber(const Arguments &arguments, const std::string &name, int fallback, int least, int most);

/// The decimal that an option carries, a leading minus allowed, or `fallback` where it is not given. Errors:
/// NotANumber.
Result<margin::Decimal> decimalOption(const Arguments &arguments, const std::string &name, margin::Decimal fallback);

inline constexpr WallTime kLatestTime = 4'102'444'800'000; ///< the year 2100

/// The time that an option carries, or `fallback` where it is not given. Errors: Malformed, outside 0 to kLatestTime.
Result<WallTime> timeOption(const Arguments &arguments, const std::string &name, WallTime fallback);

/// "NAME=VALUE" at its last "=". Errors: Malformed where one of them is missing.
Result<std::pair<std::string, std::string>> namedValue(const std::string &option, const std::string &word);

} // namespace plimsoll::cli
