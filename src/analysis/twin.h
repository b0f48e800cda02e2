// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/quotes.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace plimsoll::analysis {

/// The same book in the other margin mode: one cross account from isolated ones, or isolated ones from a cross account.
struct Twin {
    std::vector<std::size_t> of; ///< places of the accounts it is made from
    margin::MarginMode mode = margin::MarginMode::Cross; ///< of the twin
    bool exact = true; ///< false: the cash did not suffice for all that is owed; the levels are what results
    std::vector<margin::Account> accounts; ///< one cross account, or one isolated account per asset
};

/// Why an account has no twin.
enum class NoTwin {
    NoDebt, ///< nothing is owed: there is no level to keep
    Unknown, ///< a price is missing: the level to keep is not known
    Liquidated, ///< closed
    NoPair, ///< a cross account that holds and owes nothing but its quote asset
};

std::string_view noTwinWord(NoTwin why); ///< "no_debt", "unknown", "liquidated", "no_pair"

struct WithoutTwin {
    std::size_t account = 0;
    NoTwin because = NoTwin::NoDebt;
};

struct Twins {
    std::vector<Twin> twins; ///< in the order of their first accounts
    std::vector<WithoutTwin> without; ///< in list order
};

/// Isolated accounts of one owner and quote asset become one cross account that holds and owes the sums. A cross
/// account with level L becomes one isolated account per asset other than the quote asset, all of which start at L: an
/// asset held of value V gets cash c and quote debt d with (V + c) / d = L, one owed of value S gets cash L x S; the
/// cash goes to what is owed first, the rest to what is held in proportion to V. Totals are kept to the last digit of
/// every amount; what rounding leaves goes to the largest. Formulas: docs/formulas.md#twin. The bars of a twin are
/// `bars` where given, else those of the accounts it is made from, of several the highest of each. Own money is split
/// by debt, or summed. Ids: the first account's with "-cross" or "-ethusdt" behind it. Errors: Overflow. Requires:
/// validated accounts. Pure; any thread.
Result<Twins> twinsOf(const std::vector<margin::Account> &accounts, const margin::Rates &rates,
                      const std::optional<margin::Thresholds> &bars = std::nullopt);

} // namespace plimsoll::analysis
