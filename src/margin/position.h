// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/booking.h"

namespace plimsoll::margin {

/// Opening a leveraged position in one pair: own money in, loan, trade, as one booking. With own money E (quote asset)
/// and leverage L: long borrows E*(L-1) of the quote asset and buys the base asset with E*L; short borrows base worth
/// E*(L-1) and sells it. Either way the account's own part starts at level L/(L-1). Amounts that the price makes
/// endless are rounded down at `kQuantityDigits`.
struct PositionPlan {
    std::string base;
    std::string quote;
    bool isLong = true;
    Decimal ownMoney; ///< quote asset
    Decimal leverage; ///< > 1, at most initial / (initial - 1)
    Decimal price; ///< base in quote
};

/// What is owed of an asset, with interest; 0 where nothing is.
Decimal owedOf(const Account &account, const std::string &asset);

inline constexpr int kQuantityDigits = 8; ///< exchanges trade at most 8 decimals

/// initial / (initial - 1), rounded down to 2 decimals; the most a profile allows. 0 where initial <= 1 (no published
/// meaning).
Decimal largestLeverage(const Thresholds &thresholds);

/// Errors as in booking.h, and NotAllowedNow where leverage is not in (1, initial / (initial - 1)] or a cross account's
/// level would be below the initial ratio after the loan. `source` is the wallet of the own money, or nullptr for
/// outside.
Result<Booking> bookOpenPosition(const Account &account, const Wallet *source, const PositionPlan &plan,
                                 const Rates &rates);

/// Closes what is held and owed of `base` against `quote` at `price`: sells the free base, repays quote debt; or buys
/// back owed base with free quote, repays it. Interest first, then principal. What is left stays in the account.
Result<Booking> bookClosePosition(const Account &account, const std::string &base, const std::string &quote,
                                  Decimal price, const Rates &rates);

/// Closes `quantity` of it: sells that much of what is held beyond what is owed and repays quote debt with what it
/// brings, or buys back that much of what is owed beyond what is held and repays it. Errors: NotEnough at "amount"
/// where there is less.
Result<Booking> bookPartOfPosition(const Account &account, const std::string &base, const std::string &quote,
                                   Decimal quantity, Decimal price, const Rates &rates);

/// New money that repays: a top-up of `asset` with which what is owed of it is repaid at once, interest first; what is
/// more than owed stays free. Errors: those of bookTopUp(), and NotEnough where nothing of it is owed.
Result<Booking> bookTopUpThatRepays(const Account &account, const Wallet *source, const std::string &asset,
                                    Decimal amount, const Rates &rates);

} // namespace plimsoll::margin
