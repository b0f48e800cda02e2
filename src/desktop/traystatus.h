// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/alarmboard.h"
#include "viewmodels/app/dashboardviewmodel.h"
#include "viewmodels/common/riskstate.h"

#include <QtCore/QString>

namespace plimsoll::desktop {

/// What the tray icon says, ready to be shown.
struct TrayStatus {
    viewmodels::RiskState state = viewmodels::RiskState::Unknown; ///< of the worst account
    int unacknowledged = 0;
    QString toolTip; ///< one line per account in call, "all normal", or since when prices are unknown
    QString worstLine; ///< "BCH/USDT isolated 1.06 Margin call"; "" without accounts

    bool operator==(const TrayStatus &) const = default;
};

/// The dashboard's words, so that the tray never says something else than the window. `board` may be null. Free of
/// characters that a desktop could take for markup. GUI thread.
TrayStatus trayStatus(const viewmodels::DashboardViewModel &dashboard, const monitor::AlarmBoard *board,
                      bool engineSilent);

} // namespace plimsoll::desktop
