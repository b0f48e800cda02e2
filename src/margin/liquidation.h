// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/barprice.h"
#include "margin/exact.h"

#include <optional>

namespace plimsoll::margin {

/// One asset's part in an account: `total` held, `debt` owed, both in units of the asset, and the value of everything
/// else.
struct PriceExposure {
    Decimal total;
    Decimal debt;
    exact::Integer otherAssets; ///< scale 36, quote asset
    exact::Integer otherDebt; ///< scale 36, quote asset
};

/// P = (R * otherDebt - otherAssets) / (total - R * debt). Denominator > 0: broken from above; < 0: from below; none
/// where it is 0 or P <= 0. Source: Binance announcement f6b01058 "How to calculate margin liquidation price",
/// docs/formulas.md#bar-price.
std::optional<BarPrice> priceAtBar(const PriceExposure &exposure, Decimal ratio);

} // namespace plimsoll::margin
