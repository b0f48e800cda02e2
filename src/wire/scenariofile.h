// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/changes.h"

#include <string>
#include <string_view>

namespace plimsoll::wire {

/// The scenario file (interface contract, "Scenario file"), version 1: what a what-if changes. Pure; any thread.
/// Everything is checked: JSON, types (numbers are strings), decimal grammar, unknown or repeated fields, prices above
/// 0, shocks above -100 of at most 8 decimals, the order of bars. Whether its accounts are there is seen when it is
/// used. Errors carry the place, "book[2].amount". At most 1 MB and 10,000 bookings.
Result<analysis::Changes> parseScenario(std::string_view bytes);

/// The same changes as text: fixed field order, two-space indentation, one final newline; parse and write give the same
/// bytes again.
std::string writeScenario(const analysis::Changes &changes);

} // namespace plimsoll::wire
