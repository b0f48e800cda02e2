// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/alarmlistmodel.h"

namespace plimsoll::viewmodels {

RowRoles<AlarmView> AlarmView::roles()
{
    return {
        {"rowId", &AlarmView::rowId},
        {"riskState", &AlarmView::riskState},
        {"headline", &AlarmView::headline},
        {"stateText", &AlarmView::stateText},
        {"sinceText", &AlarmView::sinceText},
        {"remark", &AlarmView::remark},
        {"unacknowledged", &AlarmView::unacknowledged},
        {"canAcknowledge", &AlarmView::canAcknowledge},
        {"canSnooze", &AlarmView::canSnooze},
        {"canSnoozeLong", &AlarmView::canSnoozeLong},
        {"canHandle", &AlarmView::canHandle},
        {"sentence", &AlarmView::sentence},
    };
}

QString AlarmView::sentence() const
{
    QStringList parts {headline, stateText, sinceText, remark};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace plimsoll::viewmodels
