// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/condition.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::alarm {

using Words = std::vector<std::string_view>;

/// The words of one line of a test file, without its comment.
Words wordsOf(std::string_view line);

inline constexpr Ms kLongestTime = 400 * 24 * kHour;

/// A whole number from 1 to `most`.
std::optional<int> countOf(std::string_view text, int most);

/// "2m10s", "500ms", "1h"; nothing where it is no time, or longer than kLongestTime.
std::optional<Ms> timeOf(std::string_view text);

/// The other way: "2m10s".
std::string clockText(Ms time);

} // namespace plimsoll::alarm
