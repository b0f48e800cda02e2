// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/quotes.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::margin {

/// What a ledger row is about; the words of the journal.
enum class EntryKind { Opening, TopUp, TransferOut, Borrow, Repay, Buy, Sell, Interest, Liquidation, Correction, Reversal };

/// Which of the four amounts of a balance a row changes.
enum class Field { Free, Locked, Borrowed, Interest };

std::string_view entryKindWord(EntryKind kind); ///< "top_up"
std::optional<EntryKind> entryKindFromWord(std::string_view word);
std::string_view fieldWord(Field field); ///< "free"
std::optional<Field> fieldFromWord(std::string_view word);

/// One change of one amount. `account` is the id of an account or of a wallet. The balance of a field is the sum of its rows.
struct LedgerRow {
    std::string account;
    EntryKind kind = EntryKind::Correction;
    std::string asset;
    Field field = Field::Free;
    Decimal change;

    bool operator==(const LedgerRow &) const = default;
};

/// What one operation does: its rows (all or none are booked) and how own money put in changes.
/// `contributed`: the account's new value; nothing = not known any more (the money's value in the quote asset was not known).
struct Booking {
    std::vector<LedgerRow> rows;
    std::optional<Decimal> contributed;
    bool closesAccount = false; ///< a liquidation
};

/// Rules of an account, checked before anything is booked. All functions are pure: the account given is not changed; apply() shows
/// the result. Shared errors: AmountNotPositive, AssetNotAccepted (isolated: only the pair's two assets), AccountClosed, NotEnough,
/// Overflow, PriceUnknown, NotAllowedNow. Sources: reference example (isolated rules), Binance FAQ 360030493931 (bands), docs/formulas.md#operations.

/// Collateral in, from `source` or (nullptr) from outside. `rate` values it for `contributed`; may be unknown.
Result<Booking> bookTopUp(const Account &account, const Wallet *source, const std::string &asset, Decimal amount, const Rates &rates);

/// Collateral out, to `target` or (nullptr) to outside. The level must be above transferOutBar() before and not below it after.
Result<Booking> bookTransferOut(const Account &account, const Wallet *target, const std::string &asset, Decimal amount, const Rates &rates);

/// The level must be above the initial ratio before (or no debt) and not below it after.
Result<Booking> bookBorrow(const Account &account, const std::string &asset, Decimal amount, const Rates &rates);

/// Pays interest first, then principal, out of the free amount of the same asset.
Result<Booking> bookRepay(const Account &account, const std::string &asset, Decimal amount);

/// A trade that was done: `amount` of `asset` against amount x price of `against`. A purchase costs that rounded up, a sale brings it
/// rounded down, at 18 decimals. Refused at or below the liquidation ratio.
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

/// Sets balances and own money to what the person (or the exchange) says they are.
Result<Booking> bookCorrection(const Account &account, const std::vector<Balance> &balances, std::optional<Decimal> contributed);

/// The first rows of an account or wallet: everything it holds and owes.
std::vector<LedgerRow> openingRows(const std::string &id, const std::vector<Balance> &balances);

/// The account as it stands after a booking; rows of other ids are ignored. Errors: NotEnough where an amount would go below zero,
/// Overflow.
Result<Account> apply(const Account &account, const Booking &booking);

/// Adds rows onto balances; an asset that is not there yet is appended.
Result<std::vector<Balance>> applyRows(std::vector<Balance> balances, const std::string &id, const std::vector<LedgerRow> &rows);

} // namespace plimsoll::margin
