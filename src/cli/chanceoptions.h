// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/market.h"
#include "chance/simulation.h"
#include "cli/arguments.h"

#include <vector>

namespace plimsoll::cli {

/// What `chance` is asked for.
struct ChanceOptions {
    chance::SimulationOptions simulation;
    std::vector<chance::Method> methods; ///< in the order given
    chance::MarketWishes wishes;
};

/// Errors: Malformed with the option; all of them are bad usage.
Result<ChanceOptions> chanceOptions(const Arguments &arguments);

/// "gbm", "bootstrap", "jump", and "1h", "1d", "7d", "30d": the words of options and documents.
std::string methodWord(chance::Method method);
std::string horizonWord(std::int64_t horizon);

} // namespace plimsoll::cli
