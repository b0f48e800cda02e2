// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"
#include "margin/moment.h"

#include <string>
#include <unordered_map>

namespace plimsoll::monitor {

/// Every symbol that a price source lists, with its price at that moment: what a new account is checked against. An
/// hour old at most, and never what a status is decided on. Immutable once shared between threads.
struct PriceList {
    std::unordered_map<std::string, margin::Decimal> prices;
    BootTime asOf; ///< of receipt
};

} // namespace plimsoll::monitor
