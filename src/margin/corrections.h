// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/booking.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::margin {

/// What puts a record right: the amounts as they are, or an earlier operation taken back. Pure. Sources:
/// docs/formulas.md#operations.

/// The rows that turn `from` into `to`, kind Correction; an asset that is in one of them only counts as 0 in the other.
std::vector<LedgerRow> correctionRows(const std::string &id, const std::vector<Balance> &from,
                                      const std::vector<Balance> &to);

/// Sets the amounts of a wallet to what the person says they are. Errors: those of validated().
Result<std::vector<LedgerRow>> bookWalletCorrection(const Wallet &wallet, const std::vector<Balance> &balances);

/// An operation as the journal holds it: its rows, of the account and of a wallet, and own money before and after.
struct BookedOperation {
    std::vector<LedgerRow> rows;
    std::optional<Decimal> contributedBefore;
    std::optional<Decimal> contributedAfter;
};

/// The rows of an operation with the other sign, kind Reversal. Own money is what it was without the operation; not
/// known any more where the operation made it known or unknown. No bar is asked: it puts the record right, and moves
/// nothing on the exchange. Errors: AccountClosed; NotEnough where what it brought has been used since.
Result<Booking> bookTakingBack(const Account &account, const BookedOperation &booked);

} // namespace plimsoll::margin
