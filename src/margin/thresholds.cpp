// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/thresholds.h"

namespace plimsoll::margin {

Result<Thresholds> validated(const Thresholds &thresholds)
{
    const auto refuse = [](const std::string &place, const std::string &detail) {
        return Error {ErrorCode::InvalidThresholds, place, detail};
    };
    if (!thresholds.liquidation.isPositive()) {
        return refuse("liquidation", "the liquidation ratio must be above 0");
    }
    if (thresholds.marginCall <= thresholds.liquidation) {
        return refuse("marginCall",
                      "the margin-call ratio " + thresholds.marginCall.toString()
                          + " must be above the liquidation ratio " + thresholds.liquidation.toString());
    }
    if (thresholds.initial < thresholds.marginCall) {
        return refuse("initial",
                      "the initial ratio " + thresholds.initial.toString() + " must not be below the margin-call ratio "
                          + thresholds.marginCall.toString());
    }
    return thresholds;
}

Decimal earlyWarningBar(const Thresholds &thresholds)
{
    const Int128 low = thresholds.marginCall.mantissa();
    const Int128 gap = thresholds.initial.mantissa() - low;
    return Decimal::fromMantissa(low + (gap + 1) / 2);
}

} // namespace plimsoll::margin
