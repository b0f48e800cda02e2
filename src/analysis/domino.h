// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/pricemove.h"
#include "margin/account.h"
#include "margin/quotes.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace plimsoll::analysis {

enum class DominoBar { MarginCall, Liquidation };

std::string_view dominoBarWord(DominoBar bar); ///< "marginCall", "liquidation"

/// The move at which an account meets one of its bars.
struct DominoFall {
    std::size_t account = 0; ///< its place in the list
    DominoBar bar = DominoBar::MarginCall;
    margin::Decimal shock; ///< percent, 18 decimals, rounded towards 0; negative: a fall; 0: met already
};

/// Why an account, or one of its bars, is not among the falls.
enum class DominoSafety {
    NotReached, ///< no such move of positive prices meets the bar
    NoDebt, ///< nothing is owed
    Unknown, ///< a price is missing
    NoBeta, ///< of something that is held or owed; by beta only
    Liquidated, ///< closed
};

std::string_view dominoSafetyWord(
    DominoSafety safety); ///< "not_reached", "no_debt", "unknown", "no_beta", "liquidated"

struct DominoRest {
    std::size_t account = 0;
    DominoBar bar = DominoBar::MarginCall;
    DominoSafety because = DominoSafety::NotReached;
};

/// Who falls when: for every account with debt the smallest fall at which each of its bars is met while prices move
/// together, or, where no fall meets it, the smallest rise.
struct Domino {
    std::vector<DominoFall> falls; ///< the smallest fall first, then rises, the smallest first; ties in list order
    std::vector<DominoRest> rest; ///< in list order
};

/// Solved exactly with margin::shockAtBar(). Requires: validated accounts. Pure; any thread.
Domino dominoFalls(const std::vector<margin::Account> &accounts, const margin::Rates &rates, const PriceMove &move);

} // namespace plimsoll::analysis
