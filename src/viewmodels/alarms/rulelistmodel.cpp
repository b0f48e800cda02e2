// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/rulelistmodel.h"

namespace plimsoll::viewmodels {

RowRoles<RuleView> RuleView::roles()
{
    return {
        {"ruleId", &RuleView::ruleId},
        {"sentence", &RuleView::sentence},
        {"stateText", &RuleView::stateText},
        {"on", &RuleView::on},
    };
}

} // namespace plimsoll::viewmodels
