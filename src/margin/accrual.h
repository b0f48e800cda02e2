// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/interest.h"
#include "margin/moment.h"

#include <cstdint>
#include <optional>
#include <span>

namespace plimsoll::margin {

/// Up to when the debt of one asset was charged, and the run it is in: the hours in a row that were charged on the same
/// principal at the same rate. A run is rounded as a whole (docs/formulas.md#interest), so that it does not matter how
/// often it was booked. Value type; pure; times in ms since 1970 UTC.
struct InterestRun {
    WallTime chargedUntil; ///< every full-hour mark up to here is charged
    Decimal principal; ///< that stands
    std::optional<Decimal> dailyRate; ///< of the hours charged; nothing where there were none
    std::int64_t hours = 0; ///< charged in this run

    bool operator==(const InterestRun &) const = default;
};

/// What a booking made of the principal, in the order of bookings.
struct PrincipalChange {
    enum class Kind {
        Moved, ///< borrowed or repaid
        FirstHour, ///< borrowed, and the first hour was charged with it
        Restated, ///< a person said what is owed at this moment: what was not booked until then is in it
    };

    WallTime time;
    Decimal principal; ///< after it
    Kind kind = Kind::Moved;
};

/// What is due, and the run as it stands once that is booked.
struct Accrual {
    InterestRun run;
    Decimal interest;
    std::int64_t hours = 0; ///< full-hour marks that were charged
    WallTime firstMark; ///< of these; where there are any
    WallTime lastMark;
};

/// Charges every full-hour mark in (run.chargedUntil, until] on the principal that stands at it, at `dailyRate`: a
/// change at the mark itself comes after it. Closed form per stretch of unchanged principal. An unknown rate charges
/// nothing and guesses nothing; the marks have passed then. Where `until` is not after run.chargedUntil (the clock went
/// back) no mark is charged and `chargedUntil` stays. Bookings happened in their order and not in the future: a time
/// after that of a later booking, or after `until`, is that. Errors: Overflow.
Result<Accrual> accrue(const InterestRun &run, std::optional<Decimal> dailyRate,
                       std::span<const PrincipalChange> changes, WallTime until);

} // namespace plimsoll::margin
