// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/pricemove.h"
#include "chance/returns.h"
#include "cli/arguments.h"
#include "cli/bookinput.h"

#include <map>
#include <optional>
#include <string>

namespace plimsoll::cli {

/// What --asset moves: "all" (default), "beta" or one asset.
struct PriceMoveOption {
    std::string name; ///< as it was written
    analysis::PriceMove move = analysis::PriceMove::everything();
    std::map<std::string, margin::Decimal> betas; ///< of --asset beta
    std::optional<chance::ReturnStatistics> statistics; ///< of --klines
};

/// Reads --asset, the candles of --klines, and for "beta" the betas by them, whose index is BTC, with those of --beta,
/// and then those that the person keeps in the own book, in their place. Returns an exit code, whose reason is on
/// standard error: kUsage for malformed options, kBadInput for an asset that no account holds or owes and for one
/// without a beta.
int readPriceMove(const Arguments &arguments, const BookInput &input, PriceMoveOption &option);

} // namespace plimsoll::cli
