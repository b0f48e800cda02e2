// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/status.h"

namespace plimsoll::margin {

std::string_view statusWord(Status status)
{
    switch (status) {
    case Status::NoDebt:
        return "no_debt";
    case Status::Normal:
        return "normal";
    case Status::MarginCall:
        return "margin_call";
    case Status::Liquidation:
        return "liquidation";
    case Status::Unknown:
        return "unknown";
    case Status::Liquidated:
        return "liquidated";
    }
    return "unknown";
}

Status decide(const Wide &assets, const Wide &debt, const Thresholds &thresholds)
{
    if (debt.isZero()) {
        return Status::NoDebt;
    }
    if (compareLevel(assets, debt, thresholds.liquidation) <= 0) {
        return Status::Liquidation;
    }
    return compareLevel(assets, debt, thresholds.marginCall) <= 0 ? Status::MarginCall : Status::Normal;
}

} // namespace plimsoll::margin
