// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace plimsoll::wire {

/// Times of an exchange lie below this, in ms since 1970: the year 5138. Above it stand microseconds, which are not
/// asked for, and numbers with which sums would leave their range.
constexpr std::int64_t kLastTime = 100'000'000'000'000;

} // namespace plimsoll::wire
