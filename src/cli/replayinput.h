// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "margin/account.h"
#include "scenario/samplewalk.h"

#include <vector>

namespace plimsoll::cli {

/// What is played: whose accounts, over which prices.
struct ReplayInput {
    std::vector<margin::Account> accounts;
    std::vector<scenario::BarSeries> prices;
};

/// --portfolio with --klines; or --history [--from T] [--to T], what the data directory recorded, over --portfolio or
/// else its own accounts. What is wrong is told, and the exit code returned; kOk where `input` was filled.
int readReplay(const Arguments &arguments, ReplayInput &input);

} // namespace plimsoll::cli
