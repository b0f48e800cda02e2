// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/observation.h"
#include "alarm/sample.h"

#include <algorithm>

namespace plimsoll::alarm {

namespace {

using margin::Decimal;
using margin::Int128;

// Half of a difference of two bars, rounded up at the 18th digit: bars are far from the limits of a Decimal.
Decimal halfWay(Decimal low, Decimal high)
{
    const Int128 gap = high.mantissa() - low.mantissa();
    return Decimal::fromMantissa(low.mantissa() + (gap + 1) / 2);
}

Decimal plus(Decimal a, Decimal b)
{
    return Decimal::fromMantissa(a.mantissa() + b.mantissa());
}

Decimal deadBand(Decimal bar, Decimal above)
{
    constexpr int kShare = 2;
    const Decimal half = Decimal::fromMantissa((above.mantissa() - bar.mantissa() + 1) / 2);
    return std::min(share(bar, kShare), half);
}

bool isNarrow(Decimal band, Decimal bar)
{
    return band.mantissa() * 100 < bar.mantissa();
}

} // namespace

Bars barsOf(const margin::Thresholds &thresholds)
{
    constexpr int kNear = 125;
    Bars bars;
    bars.liquidation = thresholds.liquidation;
    bars.call = thresholds.marginCall;
    bars.watch = margin::earlyWarningBar(thresholds);
    bars.critical = halfWay(thresholds.liquidation, thresholds.marginCall);
    const Decimal callBand = deadBand(bars.call, thresholds.initial);
    const Decimal criticalBand = deadBand(bars.critical, bars.call);
    bars.watchClear = plus(bars.watch, share(bars.watch, 1));
    bars.callClear = plus(bars.call, callBand);
    bars.criticalClear = plus(bars.critical, criticalBand);
    bars.liquidationClear = plus(bars.liquidation, deadBand(bars.liquidation, bars.call));
    bars.nearCall = share(bars.call, kNear);
    bars.narrow = isNarrow(callBand, bars.call);
    bars.criticalNarrow = isNarrow(criticalBand, bars.critical);
    return bars;
}

} // namespace plimsoll::alarm
