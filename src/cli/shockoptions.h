// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "margin/decimal.h"

#include <vector>

namespace plimsoll::cli {

/// The shocks of --from, --to and --step, default -`widest` to `widest` by 1; at most 10,001. Errors, which are bad
/// usage: NotANumber, and Malformed where they make no list.
Result<std::vector<margin::Decimal>> stressShocks(const Arguments &arguments, int widest = 50);

/// The shocks of --from, --to and --cells on either axis, default 41 from -50 to 50. Errors as above.
Result<std::vector<margin::Decimal>> heatMapShocks(const Arguments &arguments);

} // namespace plimsoll::cli
