// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "cli/bookinput.h"
#include "cli/pricemoveoption.h"

#include <string>
#include <vector>

namespace plimsoll::cli {

/// What the moves of `stress` are counted in.
enum class StressUnit { Percent, Money, Sigma };

std::string_view stressUnitWord(StressUnit unit); ///< "percent", "money", "sigma"

/// The moves of --from, --to and --step, and what each is in percent.
struct StressMoves {
    StressUnit unit = StressUnit::Percent;
    std::vector<margin::Decimal> moves; ///< ascending
    std::vector<margin::Decimal> shocks; ///< of each, in percent
    std::string quote; ///< of Money: what the price is in
    std::string sigmaOf; ///< of Sigma: whose
    margin::Decimal dailySigma; ///< of Sigma: in percent
};

/// --unit and the moves, whose shocks are not known yet. Errors, which are bad usage: Malformed, NotANumber.
Result<StressMoves> stressMoves(const Arguments &arguments);

/// Counts the shocks of `moves`: money by the price of --asset in the quote asset of the accounts that have it, sigmas
/// by the candles, of all assets together by those of the index. Returns an exit code, whose reason is on standard
/// error: kBadInput where there is no price, more than one quote asset, or no sigma.
int countShocks(const BookInput &book, const PriceMoveOption &option, StressMoves &moves);

} // namespace plimsoll::cli
