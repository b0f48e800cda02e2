// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/quotes.h"
#include "margin/verdict.h"
#include "margin/wide.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace plimsoll::margin {

/// What interest alone does to an account while every price stands still (docs/formulas.md#look-ahead). Pure; any
/// thread. Requires throughout: validated(account).

/// Value in the quote asset of the next hour's interest over all debts whose daily rate is known, each rounded up;
/// scale 36. Nothing where one that charges has no usable price. What the own alarm `interest_hours` is judged by.
std::optional<Wide> hourlyInterest(const Account &account, const Rates &rates);
std::optional<Wide> hourlyInterest(const Account &account, const QuoteBoard &quotes);

/// The account with the interest of so many further full-hour marks. Requires: hours >= 0. Errors: Overflow.
Result<Account> afterInterest(const Account &account, std::int64_t hours);

/// The number of full-hour marks until judge() meets the bar by interest alone: 0 where it is met now, else the level
/// is above the bar one mark earlier. Nothing where the level is not known, nothing is owed at a known rate above 0, or
/// it takes more than kFarthestHours.
std::optional<std::int64_t> hoursToBar(const Account &account, const Rates &rates, Decimal bar);

/// When a bar is met while every price stands still, by interest, by announced bars, or by both.
struct BarMet {
    std::int64_t hours = 0; ///< full-hour marks until then
    WallTime time; ///< now, such a mark, or when announced bars come into force
    bool byBars = false; ///< it is the moment of announced bars
};

/// The first moment from `now` on at which the account meets the bar that is in force then, with
/// the interest of the full hours up to it. Nothing where hoursToBar() says nothing of any bar in its time.
std::optional<BarMet> whenMet(const Account &account, const Rates &rates, Decimal Thresholds::*bar, WallTime now);

/// What announced bars would make of the account as it stands, each by itself, in their order.
struct BarsAhead {
    AnnouncedBars announced;
    Decision decision;
};

std::vector<BarsAhead> judgeAnnounced(const Account &account, const Rates &rates);

inline constexpr std::int64_t kFarthestHours = 1'000'000; ///< 114 years

/// Whether something is owed at a rate that is not known: then hoursToBar() is "at the latest".
bool owesAtUnknownRate(const Account &account);

} // namespace plimsoll::margin
