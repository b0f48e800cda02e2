// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/ledger.h"
#include "margin/quotes.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::margin {

/// What one operation does: its rows (all or none are booked) and how own money put in changes.
/// `contributed`: the account's new value; nothing = not known any more (the money's value in the quote asset was not
/// known).
struct Booking {
    std::vector<LedgerRow> rows;
    std::optional<Decimal> contributed;
    bool closesAccount = false; ///< a liquidation
};

/// Rules of an account, checked before anything is booked. All functions are pure: the account given is not changed;
/// apply() shows the result. Shared errors: AmountNotPositive, AssetNotAccepted (isolated: only the pair's two assets),
/// AccountClosed, NotEnough, Overflow, PriceUnknown, NotAllowedNow. Sources: reference example (isolated rules),
/// Binance FAQ 360030493931 (bands), docs/formulas.md#operations.

/// Nothing is booked on an account that a liquidation has closed. Errors: AccountClosed.
Result<Done> stillOpen(const Account &account);

/// Collateral in, from `source` or (nullptr) from outside. `rate` values it for `contributed`; may be unknown.
Result<Booking> bookTopUp(const Account &account, const Wallet *source, const std::string &asset, Decimal amount,
                          const Rates &rates);

/// Collateral out, to `target` or (nullptr) to outside. The level must be above transferOutBar() before and not below
/// it after.
Result<Booking> bookTransferOut(const Account &account, const Wallet *target, const std::string &asset, Decimal amount,
                                const Rates &rates);

/// The level must be above the initial ratio before (or no debt) and not below it after. Where the daily rate of the
/// asset is known, the first hour's interest is charged in the same booking, and may leave the level below that ratio.
Result<Booking> bookBorrow(const Account &account, const std::string &asset, Decimal amount, const Rates &rates);

/// Pays interest first, then principal, out of the free amount of the same asset.
Result<Booking> bookRepay(const Account &account, const std::string &asset, Decimal amount);

/// A trade that was done: `amount` of `asset` against amount x price of `against`. A purchase costs that rounded up, a
/// sale brings it rounded down, at 18 decimals. Refused at or below the liquidation ratio, and where the level is not
/// known.
struct Trade {
    bool buy = true;
    std::string asset;
    std::string against;
    Decimal amount;
    Decimal price;
};
Result<Booking> bookTrade(const Account &account, const Trade &trade, const Rates &rates);

/// Interest charged on `asset`: added to the debt.
Result<Booking> bookInterest(const Account &account, const std::string &asset, Decimal amount);

/// The exchange closed the account: everything in it goes; isolated: this account only, cross: all of it.
Result<Booking> bookLiquidation(const Account &account);

/// Takes a liquidation back: `rows` are what it booked on the account, which is closed until then. Errors:
/// NotAllowedNow where it is not.
Result<Booking> bookReopening(const Account &account, const std::vector<LedgerRow> &rows);

/// Sets balances and own money to what the person (or the exchange) says they are.
Result<Booking> bookCorrection(const Account &account, const std::vector<Balance> &balances,
                               std::optional<Decimal> contributed);

/// The account as it stands after a booking; rows of other ids are ignored. Errors: NotEnough where an amount would go
/// below zero, Overflow.
Result<Account> apply(const Account &account, const Booking &booking);

} // namespace plimsoll::margin
