// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/assessment.h"
#include "margin/preparedplan.h"
#include "margin/quotes.h"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::analysis {

using margin::Way;
using margin::wayWord;

/// So much of an asset.
struct Quantity {
    std::string asset;
    margin::Decimal amount; ///< in units of the asset, rounded up at 18 decimals
};

/// One way to bring an account to a target level.
struct WayOut {
    Way way = Way::Deposit;
    std::string asset; ///< what `amount` is counted in
    margin::Decimal
        amount; ///< deposit, repay, sell: value in the quote asset; move: units of `asset`; 8 decimals, rounded up
    std::string from; ///< move: id of the giving account
    std::vector<Quantity> sell; ///< what is used up: free cash of the quote asset first, then the most valuable
    std::vector<Quantity> repay; ///< what is repaid: the quote asset first, then the largest debts
    margin::Account after; ///< the account as it would be
    margin::Assessment assessment; ///< of `after`
    std::optional<margin::Assessment> giver; ///< move: the giving account as it would be
    /// What `after` pays less interest a day, in the quote asset, rounded down; nothing where no daily rate is known
    /// for something that is borrowed.
    std::optional<margin::Decimal> interestSaved;
};

struct WaysOut {
    margin::Decimal target;
    std::vector<WayOut>
        ways; ///< a way that cannot get there is left out; all amounts are 0 where the level is there already
};

/// The ways out of docs/formulas.md#ways-out for the account with this id, amounts by margin::rescueTo(). A move is
/// only offered where the giving account holds it free and may transfer it out, by the rules of
/// margin::bookTransferOut(). Errors: NotFound; AccountClosed; PriceUnknown where its level is not known;
/// AmountNotPositive for the target; Overflow. Requires: validated accounts. Pure; any thread.
Result<WaysOut> waysOut(const std::vector<margin::Account> &accounts, const margin::Rates &rates, const std::string &id,
                        const std::optional<margin::Decimal> &target = std::nullopt);

} // namespace plimsoll::analysis
