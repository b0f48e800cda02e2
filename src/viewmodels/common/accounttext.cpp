// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/accounttext.h"

#include "viewmodels/common/translated.h"
#include "wording/recordtext.h"

namespace plimsoll::viewmodels {

using margin::Assessment;
using margin::Decimal;

QString stateWord(RiskState state)
{
    switch (state) {
    case RiskState::NoDebt: return wording::statusText(margin::Status::NoDebt);
    case RiskState::Normal: return wording::statusText(margin::Status::Normal);
    case RiskState::EarlyWarning: return tr("Early warning");
    case RiskState::MarginCall: return wording::statusText(margin::Status::MarginCall);
    case RiskState::Liquidation: return wording::statusText(margin::Status::Liquidation);
    case RiskState::Liquidated: return wording::statusText(margin::Status::Liquidated);
    case RiskState::Unknown: break;
    }
    return wording::statusText(margin::Status::Unknown);
}

RiskState riskStateOf(const margin::Decision &decision)
{
    switch (decision.status) {
    case margin::Status::NoDebt: return RiskState::NoDebt;
    case margin::Status::Normal: return decision.early ? RiskState::EarlyWarning : RiskState::Normal;
    case margin::Status::MarginCall: return RiskState::MarginCall;
    case margin::Status::Liquidation: return RiskState::Liquidation;
    case margin::Status::Liquidated: return RiskState::Liquidated;
    case margin::Status::Unknown: break;
    }
    return RiskState::Unknown;
}

QString momentText(BootTime bootTime, const monitor::RiskSnapshot &snapshot, const DisplayFormat &format)
{
    return format.moment(snapshot.wallTime - (snapshot.bootTime - bootTime), snapshot.wallTime);
}

QString permissionsText(const margin::Permissions &permissions)
{
    if (!permissions.trade) {
        return tr("may not trade, borrow or transfer out");
    }
    if (permissions.borrow && permissions.transferOut) {
        return tr("may trade, borrow and transfer out");
    }
    if (permissions.borrow) {
        return tr("may trade and borrow, not transfer out");
    }
    return permissions.transferOut ? tr("may trade and transfer out, not borrow")
                                   : tr("may trade, not borrow or transfer out");
}

} // namespace plimsoll::viewmodels
