// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/interest.h"

#include "margin/exact.h"

#include <algorithm>

namespace plimsoll::margin {

std::int64_t hourMarksBetween(WallTime from, WallTime to)
{
    return std::max<std::int64_t>((floorTo(to, kHourMs) - floorTo(from, kHourMs)) / kHourMs, 0);
}

std::int64_t hoursCharged(WallTime borrowedAt, WallTime until)
{
    return 1 + hourMarksBetween(borrowedAt, until);
}

Result<Decimal> interestFor(Decimal principal, Decimal dailyRate, std::int64_t hours)
{
    constexpr int kHoursPerDay = 24;
    const exact::Integer product = exact::fromDecimal(principal) * exact::fromDecimal(dailyRate) * hours; // scale 36
    const exact::Integer interest = exact::quotient(product, exact::powerOfTen(Decimal::kFractionDigits) * kHoursPerDay,
                                                    Rounding::Up); // scale 18
    if (const auto amount = exact::toDecimal(interest, Decimal::kFractionDigits, Rounding::Up)) {
        return *amount;
    }
    return Error {ErrorCode::Overflow, "interest", "the interest has more than 18 digits before the point"};
}

} // namespace plimsoll::margin
