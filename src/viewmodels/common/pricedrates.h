// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "margin/quotes.h"

#include <memory>
#include <optional>

namespace plimsoll::viewmodels {

/// The rates that judging `account` needs, with `price` standing in for base in quote where no price of it is known
/// yet: a pair that nobody watched before has none. A known price is never replaced. Pure.
std::shared_ptr<const margin::Rates> pricedRates(const margin::Rates &rates, const margin::Account &account,
                                                 const std::string &base, const std::optional<margin::Decimal> &price);

} // namespace plimsoll::viewmodels
