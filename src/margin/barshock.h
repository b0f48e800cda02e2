// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/quotes.h"

#include <optional>
#include <vector>

namespace plimsoll::margin {

/// How far prices must move together until an account meets a bar, in percent: the price of its balance number i
/// becomes price x (1 + weights[i] x percent / 100). Negative: a fall. 0 where the bar is met already. Nothing where no
/// such move of positive prices meets it. Solved, not searched: held and owed values are both linear in the percentage,
/// so that the bar is met on one side of a single point. 18 decimals, rounded towards 0: at the percentage returned the
/// bar is just met or not yet. Source: docs/formulas.md#domino. Requires: validated(account), one weight per balance,
/// known rates for all that is held or owed (Decision::partly is false), something owed.
std::optional<Decimal> shockAtBar(const Account &account, const Rates &rates, const std::vector<Decimal> &weights,
                                  Decimal bar);

} // namespace plimsoll::margin
