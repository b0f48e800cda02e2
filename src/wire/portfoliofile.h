// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"

#include <span>
#include <string>
#include <string_view>

namespace plimsoll::wire {

/// The portfolio file (interface contract, "Portfolio file"), version 1. Pure; any thread. `own` are the person's
/// profiles beside the built-in ones. Everything is checked: JSON, types (amounts are strings), decimal grammar,
/// unknown or repeated fields (refused, never dropped), and margin::validated(). Errors carry the place,
/// "accounts[0].balances[1].free".
Result<margin::Portfolio> parsePortfolio(std::string_view bytes, std::span<const margin::Profile> own = {});

/// The same portfolio as text: fixed field order, two-space indentation, one final newline; parse and write give the
/// same bytes again.
std::string writePortfolio(const margin::Portfolio &portfolio);

} // namespace plimsoll::wire
