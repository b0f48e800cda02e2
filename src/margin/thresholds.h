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

/// Halfway between the margin-call and the initial ratio, rounded up at the 18th digit: a normal account whose level is
/// not above it is warned about early, by the alarm `watch` and by the colour of its card. Requires: validated.
Decimal earlyWarningBar(const Thresholds &thresholds);

/// The same thresholds, or InvalidThresholds saying which two are in the wrong order.
Result<Thresholds> validated(const Thresholds &thresholds);

} // namespace plimsoll::margin
