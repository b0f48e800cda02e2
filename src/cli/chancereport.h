// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/book.h"
#include "chance/chances.h"
#include "chance/market.h"
#include "chance/study.h"

#include <string>
#include <vector>

namespace plimsoll::cli {

/// Everything that `chance` prints.
struct ChanceReport {
    const chance::Book &book;
    const chance::MarketModel &market;
    const chance::SimulationOptions &options;
    std::vector<chance::MethodChances> methods; ///< at least one
};

/// The document `plimsoll-chance`, version 1 (docs/interface.md).
std::string chanceJson(const ChanceReport &report);

/// The same for people.
std::string chanceTable(const ChanceReport &report);

} // namespace plimsoll::cli
