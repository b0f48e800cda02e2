// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/alarmhistorymodel.h"

namespace plimsoll::viewmodels {

RowRoles<AlarmStepView> AlarmStepView::roles()
{
    return {
        {"riskState", &AlarmStepView::riskState}, {"time", &AlarmStepView::time},
        {"title", &AlarmStepView::title},         {"account", &AlarmStepView::account},
        {"what", &AlarmStepView::what},           {"levelText", &AlarmStepView::levelText},
        {"sentence", &AlarmStepView::sentence},
    };
}

QString AlarmStepView::sentence() const
{
    QStringList parts {time, title, account, what, levelText};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace plimsoll::viewmodels
