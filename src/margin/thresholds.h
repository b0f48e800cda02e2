// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/decimal.h"

namespace plimsoll::margin {

/// The three bars of an account as ratios of assets / debt; compared with "level <= bar".
/// Invariant (checked by validated()): initial >= marginCall > liquidation > 0. A bar below 1 is allowed for teaching
/// profiles. Source: Binance FAQ "Margin Level and Risk Control" (bands are inclusive), docs/formulas.md#bars.
struct Thresholds {
    Decimal initial;
    Decimal marginCall;
    Decimal liquidation;

    bool operator==(const Thresholds &) const = default;
};

/// The same thresholds, or InvalidThresholds saying which two are in the wrong order.
Result<Thresholds> validated(const Thresholds &thresholds);

} // namespace plimsoll::margin
