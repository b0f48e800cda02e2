// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::margin {

/// What a ledger row is about; the words of the journal. A removal moves no money: it has no rows.
enum class EntryKind {
    Opening,
    TopUp,
    TransferOut,
    Borrow,
    Repay,
    Buy,
    Sell,
    Interest,
    Liquidation,
    Correction,
    Reversal,
    Removal
};

/// Which of the four amounts of a balance a row changes.
enum class Field { Free, Locked, Borrowed, Interest };

std::string_view entryKindWord(EntryKind kind); ///< "top_up"
std::optional<EntryKind> entryKindFromWord(std::string_view word);
std::string_view fieldWord(Field field); ///< "free"
std::optional<Field> fieldFromWord(std::string_view word);

/// One change of one amount. `account` is the id of an account or of a wallet. The balance of a field is the sum of its
/// rows.
struct LedgerRow {
    std::string account;
    EntryKind kind = EntryKind::Correction;
    std::string asset;
    Field field = Field::Free;
    Decimal change;

    bool operator==(const LedgerRow &) const = default;
};

/// The four amounts in the order in which rows are written.
inline constexpr std::array kFields {Field::Free, Field::Locked, Field::Borrowed, Field::Interest};

/// The amount of a balance that a field names.
Decimal &amountOf(Balance &balance, Field field);

/// The first rows of an account or wallet: everything it holds and owes.
std::vector<LedgerRow> openingRows(const std::string &id, const std::vector<Balance> &balances);

/// Adds rows onto balances; an asset that is not there yet is appended.
Result<std::vector<Balance>> applyRows(std::vector<Balance> balances, const std::string &id,
                                       const std::vector<LedgerRow> &rows);

} // namespace plimsoll::margin
