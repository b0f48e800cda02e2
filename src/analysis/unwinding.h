// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/waysout.h"

#include <optional>
#include <vector>

namespace plimsoll::analysis {

/// A value of the quote asset in units of an asset at `price`, rounded up at 8 decimals: no fewer than needed. Nothing
/// where the price is not above 0, or beyond the range.
std::optional<margin::Decimal> unitsFor(margin::Decimal value, margin::Decimal price);

/// Repays debts worth `value`, in the quote asset, with money from elsewhere: the quote asset first, then the largest
/// debt; of each interest first. Quantities are rounded up, so that at least `value` is repaid where so much is owed.
/// Requires: known rates.
std::vector<Quantity> repayDebts(margin::Account &account, const margin::Rates &rates, margin::Decimal value);

/// Takes assets worth `value`, in the quote asset, out of the account: cash of the quote asset first, then the most
/// valuable holding; of each what is free first, then what open orders bind. Quantities are rounded up; what a sale
/// brings beyond `value` stays as cash. Requires: known rates.
std::vector<Quantity> sellAssets(margin::Account &account, const margin::Rates &rates, margin::Decimal value);

} // namespace plimsoll::analysis
