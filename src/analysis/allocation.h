// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/quotes.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::analysis {

/// What is done with a part of the sum.
enum class AllocateBy { Deposit, Repay };

std::string_view allocateByWord(AllocateBy by); ///< "deposit", "repay"
std::optional<AllocateBy> allocateByFromWord(std::string_view word);

/// Why an account takes no part.
enum class LeftOut {
    NotAccepted, ///< isolated, and the asset is not one of its pair's
    NoDebt, ///< there is no call to be away from
    Unknown, ///< its level is not known
    Liquidated, ///< closed
    NoPrice, ///< the asset has no price in its quote asset
    NotOwed, ///< repaying: nothing of the asset is owed
    NoAssets, ///< repaying: nothing is held, and a smaller debt changes no level of 0
};

/// "not_accepted", "no_debt", "unknown", "liquidated", "no_price", "not_owed", "no_assets"
std::string_view leftOutWord(LeftOut why);

struct AllocatedAmount {
    std::size_t account = 0; ///< its place in the list
    margin::Decimal amount; ///< above 0; in the asset, 8 decimals, rounded down
};

struct AccountLeftOut {
    std::size_t account = 0;
    LeftOut because = LeftOut::NoDebt;
};

/// How a sum is spread over accounts so that the smallest distance to a margin call becomes as large as it can.
struct Allocation {
    std::string asset;
    AllocateBy by = AllocateBy::Deposit;
    std::optional<margin::Decimal>
        before; ///< smallest distance, as Assessment::distanceToCall; nothing where there is none
    std::optional<margin::Decimal> after;
    std::vector<AllocatedAmount> amounts; ///< who gets something, in list order; their sum is at most the one to spread
    std::vector<AccountLeftOut> leftOut; ///< in list order
    std::vector<margin::Account> accounts; ///< all, as they would be
};

/// Water filling, solved exactly: the accounts that get something end at one distance, all others are farther away; of
/// those that repay, one that owes nothing of the asset any more may stay behind, and ends it. Distance is 1 - call
/// ratio / level, over accounts with debt and a known level. Repaid is at most what is owed of the asset: of a larger
/// sum the rest is left. Formula and why it is the best: docs/formulas.md#allocate. Errors: AmountNotPositive,
/// Overflow. Requires: validated accounts. Pure; any thread.
Result<Allocation> allocate(const std::vector<margin::Account> &accounts, const margin::Rates &rates,
                            const std::string &asset, margin::Decimal sum, AllocateBy by = AllocateBy::Deposit);

} // namespace plimsoll::analysis
