// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/drillstepmodel.h"

namespace plimsoll::viewmodels {

RowRoles<DrillStepView> DrillStepView::roles()
{
    return {
        {"at", &DrillStepView::at},
        {"channel", &DrillStepView::channel},
        {"result", &DrillStepView::result},
        {"riskState", &DrillStepView::riskState},
    };
}

} // namespace plimsoll::viewmodels
