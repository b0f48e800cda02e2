// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/level.h"
#include "margin/status.h"

namespace plimsoll::margin {

/// What an account may do at its level. Source: Binance FAQ 360030493931, bands of cross 3x and 5x
/// (docs/formulas.md#bands).
struct Permissions {
    bool trade = false; ///< level above the liquidation ratio
    bool borrow = false; ///< level above the initial ratio, or no debt
    bool transferOut = false; ///< level above transferOutBar(), or no debt

    bool operator==(const Permissions &) const = default;
};

/// The level that must remain after a transfer out: 2 for cross accounts (published), the initial ratio for isolated
/// ones (the exchange publishes none). Never below the initial ratio.
Decimal transferOutBar(const Account &account);

/// Nothing is allowed where the level is unknown or the account closed.
Permissions permissionsAt(const Account &account, Status status, const Level &level);

} // namespace plimsoll::margin
