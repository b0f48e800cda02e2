// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/assessment.h"

#include <optional>
#include <string>

namespace plimsoll::viewmodels {

/// What buttons name and forms are filled with, to bring an account to its initial ratio. Pure; any thread.

/// In the quote asset, rounded as it is shown; nothing where it is there, or so near that nobody need be pushed.
std::optional<margin::Decimal> suggestedTopUp(const margin::Account &account, const margin::Assessment &assessment);

/// What is sold for it: of the largest free holding beside the quote asset.
struct Sale {
    std::string asset;
    std::optional<margin::Decimal> amount; ///< rounded up as it is shown; nothing where all of it would not suffice
};

/// Nothing where selling cannot get there, or nothing need be sold.
std::optional<Sale> suggestedSale(const margin::Account &account, const margin::Assessment &assessment);

} // namespace plimsoll::viewmodels
