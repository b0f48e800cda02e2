// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"

namespace plimsoll::margin {

/// The price of one asset at which an account meets a bar, everything else fixed.
struct BarPrice {
    Decimal price; ///< in the quote asset; rounded so that the bar is met earlier
    bool below = true; ///< the bar is broken at or below this price (mostly held); else at or above (mostly owed)

    bool operator==(const BarPrice &) const = default;
};

} // namespace plimsoll::margin
