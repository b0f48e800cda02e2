// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/alarm.h"
#include "viewmodels/common/riskstate.h"
#include "viewmodels/common/rowlistmodel.h"

#include <QtCore/QString>

namespace plimsoll::viewmodels {

/// One alarm that stands, ready to be shown.
struct AlarmView {
    QString rowId; ///< tells this alarm from all others
    alarm::Key key;
    std::uint32_t occurrence = 0;
    RiskState riskState = RiskState::Unknown; ///< for its shape
    QString title; ///< "Margin call"; or what is coming, or that it came and went
    QString outlook; ///< what is coming, where there is something
    QString account; ///< "BCH/USDT isolated"; "" of the program
    QString levelText;
    QString
        headline; ///< "Margin call: BCH/USDT isolated at 1.06", the same in the list and in the bar above the accounts
    QString stateText; ///< "acknowledged until 13:25"
    QString sinceText; ///< "since 13:05"
    QString remark; ///< "not confirmed", "unstable", "told by a worse one"; may be empty
    bool unacknowledged = false;
    bool canAcknowledge = false;
    bool canSnooze = false; ///< for 5 minutes
    bool canSnoozeLong = false; ///< for 15 minutes
    bool canHandle = false;

    [[nodiscard]] const QString &rowKey() const { return rowId; }
    [[nodiscard]] QString sentence() const; ///< the whole row in words, for assistive tools
    static RowRoles<AlarmView> roles();
    bool operator==(const AlarmView &) const = default;
};

/// The alarms that stand, worst first.
using AlarmListModel = RowListModel<AlarmView>;

} // namespace plimsoll::viewmodels
