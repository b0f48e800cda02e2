// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"

#include <cstddef>
#include <string_view>

namespace plimsoll::margin {

inline constexpr std::size_t kLongestName = 64; ///< bytes of an id or of an asset's name

/// Whether a character of it is a control character (C0, DEL, C1 in UTF-8).
bool hasControls(std::string_view text);

/// Whether a text may be the id of an account or the name of an asset: 1 to kLongestName bytes without control
/// characters, as portfolio files take them. Whatever enters a ledger must pass: an export that no import takes is no
/// backup. Errors: Malformed without a place. Pure; any thread.
Result<Done> checkName(std::string_view text);

/// The same of an account's id and all assets that it names. `place` is relative to the account.
Result<Done> checkNames(const Account &account);

/// The same of the assets of balances: "balances[2].asset".
Result<Done> checkNames(const std::vector<Balance> &balances);

} // namespace plimsoll::margin
