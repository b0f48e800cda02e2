// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "margin/account.h"
#include "scenario/samplewalk.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace plimsoll::cli {

/// What is played: whose accounts, over which prices.
struct ReplayInput {
    std::vector<margin::Account> accounts;
    std::vector<scenario::BarSeries> prices;
};

/// -o F.html of a replay: the page of it, with both margin modes; `acknowledgeAfter` as in AlarmReplayOptions. Returns
/// the exit code; kOk without -o.
int writeReplayPage(const Arguments &arguments, const ReplayInput &input, std::optional<std::int64_t> acknowledgeAfter);

/// --portfolio with --klines; or --history [--from T] [--to T], what the data directory recorded, over --portfolio or
/// else its own accounts. What is wrong is told, and the exit code returned; kOk where `input` was filled.
int readReplay(const Arguments &arguments, ReplayInput &input);

} // namespace plimsoll::cli
