// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/permissions.h"

#include <algorithm>

namespace plimsoll::margin {

Decimal transferOutBar(const Account &account)
{
    const Decimal initial = account.thresholds.initial;
    return account.mode == MarginMode::Cross ? std::max(initial, Decimal::fromInteger(2)) : initial;
}

Permissions permissionsAt(const Account &account, Status status, const Level &level)
{
    switch (status) {
    case Status::Unknown:
    case Status::Liquidation:
    case Status::Liquidated: return {};
    case Status::NoDebt: return {true, true, true};
    case Status::Normal:
    case Status::MarginCall: break;
    }
    return {true, level > account.thresholds.initial, level > transferOutBar(account)};
}

} // namespace plimsoll::margin
