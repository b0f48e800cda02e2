// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/assessment.h"
#include "margin/preparedplan.h"
#include "margin/quotes.h"

#include <optional>
#include <string_view>

namespace plimsoll::analysis {

/// How a prepared plan stands against a book. The first that holds, in this order; of a closed account Refused.
enum class PlanStanding {
    Unknown, ///< the level of its account is not known
    NotNeeded, ///< the account is at its initial ratio or above it
    Refused, ///< cannot be done as things stand
    Enough, ///< leads to the initial ratio or beyond
    Short, ///< does not lead there
};

std::string_view planStandingWord(PlanStanding standing); ///< "unknown", "not_needed", "refused", "enough", "short"

struct PlanToday {
    PlanStanding standing = PlanStanding::Unknown;
    /// The amount that leads to the initial ratio today, in the plan's asset, rounded up at 8 decimals; 0 where it is
    /// there already; nothing where this way alone does not lead there, or the level is not known.
    std::optional<margin::Decimal> needed;
    std::optional<margin::Decimal> free; ///< what the source has of it; nothing where that is outside or not there
    std::optional<margin::Assessment> after; ///< of the account, by the rules of its bookings; nothing where `refusal`
    std::optional<Error> refusal; ///< why it cannot be done, whether it is needed or not
};

/// A plan computed anew: what it would do to the account as it is, and what would be needed. Amounts by
/// margin::rescueTo(), the rest by the rules that would judge its booking: docs/formulas.md#prepared-plans. Errors:
/// NotFound where its account is not there. Requires: validated plan and accounts. Pure; any thread.
Result<PlanToday> planToday(const margin::Portfolio &book, const margin::Rates &rates,
                            const margin::PreparedPlan &plan);

} // namespace plimsoll::analysis
