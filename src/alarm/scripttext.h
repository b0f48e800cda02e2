// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/alarm.h"
#include "alarm/rule.h"
#include "margin/thresholds.h"

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

std::string keyText(const Key &key); ///< "a call", "a custom:r1"

Error malformed(std::string detail); ///< without a place: whoever reads lines knows it
Error badTime(std::string_view word);

inline constexpr std::size_t kShown = 40; ///< characters of a word that is not understood

/// "bars INITIAL CALL LIQUIDATION". Requires: four words. Errors: as margin::validated().
Result<margin::Thresholds> barsFrom(const Words &words);

/// "rule ID KIND [SYMBOL] VALUE stage STAGE"; a price rule is of `account`, every other of all. Errors: Malformed, and
/// as validated().
Result<Rule> ruleOf(const Words &words, const std::string &account);

} // namespace plimsoll::alarm
