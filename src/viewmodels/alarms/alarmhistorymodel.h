// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/alarmrecords.h"
#include "viewmodels/common/riskstate.h"
#include "viewmodels/common/rowlistmodel.h"

#include <cstdint>

namespace plimsoll::viewmodels {

/// One step of an alarm, ready to be shown.
struct AlarmStepView {
    monitor::AlarmEventRow event;
    RiskState riskState = RiskState::Unknown;
    QString time;
    QString title;
    QString account;
    QString what; ///< "raised"
    QString levelText;

    [[nodiscard]] QString sentence() const; ///< the whole row in words, for assistive tools
    static RowRoles<AlarmStepView> roles();
    bool operator==(const AlarmStepView &) const = default;
};

/// Steps of alarms, newest first.
using AlarmHistoryModel = RowListModel<AlarmStepView>;

} // namespace plimsoll::viewmodels
