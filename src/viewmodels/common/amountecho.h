// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/quotes.h"
#include "viewmodels/common/displayformat.h"

#include <string>

namespace plimsoll::viewmodels {

/// What a field was understood to say, with asset and value: "= 1.5 BTC ≈ 91,518.66 USDT"; without the value where the
/// asset is the quote asset or has no price. All digits of the amount, since that is what will be booked. Pure; GUI
/// thread because of translations.
QString echoText(const DisplayFormat &format, margin::Decimal amount, const std::string &asset,
                 const margin::Rates &prices, const std::string &quote);

} // namespace plimsoll::viewmodels
