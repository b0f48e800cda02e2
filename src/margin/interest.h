// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"
#include "margin/moment.h"

#include <cstdint>

namespace plimsoll::margin {

/// Hourly simple interest as Binance charges it: the first hour at the moment of borrowing, then one at every full
/// clock hour (UTC), on outstanding principal only, hourly rate = daily / 24. Source: Binance FAQ 360030157812;
/// docs/formulas.md#interest. Times in ms since 1970 UTC; pure; any thread.
inline constexpr std::int64_t kHourMs = 3'600'000;

/// Full-hour marks in (from, to]. 0 where to <= from.
std::int64_t hourMarksBetween(WallTime from, WallTime to);

/// Hours charged for a loan taken at `borrowedAt` and owed until `until`: 1 + hourMarksBetween(). Requires: until
/// >= borrowedAt.
std::int64_t hoursCharged(WallTime borrowedAt, WallTime until);

/// principal * dailyRate / 24 * hours, exact, then rounded up at the 18th digit (against the user). Errors: Overflow.
Result<Decimal> interestFor(Decimal principal, Decimal dailyRate, std::int64_t hours);

} // namespace plimsoll::margin
