// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/margincallmodel.h"

namespace plimsoll::viewmodels {

RowRoles<MarginCallView> MarginCallView::roles()
{
    return {
        {"accountId", &MarginCallView::accountId},
        {"riskState", &MarginCallView::state},
        {"active", &MarginCallView::active},
        {"headline", &MarginCallView::headline},
        {"sinceText", &MarginCallView::sinceText},
        {"sayText", &MarginCallView::sayText},
        {"lossText", &MarginCallView::lossText},
        {"depositText", &MarginCallView::depositText},
        {"depositResult", &MarginCallView::depositResult},
        {"repayText", &MarginCallView::repayText},
        {"repayResult", &MarginCallView::repayResult},
        {"sellText", &MarginCallView::sellText},
        {"sellResult", &MarginCallView::sellResult},
        {"way", &MarginCallView::way},
        {"wayText", &MarginCallView::wayText},
        {"expanded", &MarginCallView::expanded},
        {"title", &MarginCallView::title},
        {"levelText", &MarginCallView::levelText},
        {"canRecordLiquidation", &MarginCallView::canRecordLiquidation},
        {"position", &MarginCallView::position},
        {"liquidationPosition", &MarginCallView::liquidationPosition},
        {"callPosition", &MarginCallView::callPosition},
        {"initialPosition", &MarginCallView::initialPosition},
        {"liquidationText", &MarginCallView::liquidationText},
        {"callText", &MarginCallView::callText},
        {"initialText", &MarginCallView::initialText},
    };
}

} // namespace plimsoll::viewmodels
