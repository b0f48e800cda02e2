// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/common/riskstate.h"

#include <QtGui/QColor>
#include <QtGui/QIcon>
#include <QtGui/QImage>

namespace plimsoll::desktop {

/// Colour of a state on a panel of unknown brightness: the dark palette of qml/Theme, each with a dark edge.
QColor trayColor(viewmodels::RiskState state);

/// The icon at `size` px: the state's shape as in qml/Controls/StateShape.qml, so that it can be told without colour,
/// and the number of unacknowledged alarms as a badge ("9+" above 9). Pure.
QImage paintTray(viewmodels::RiskState state, int unacknowledged, int size);

/// The same for 22, 24, 32, 48 and 64 px.
QIcon trayIcon(viewmodels::RiskState state, int unacknowledged);

} // namespace plimsoll::desktop
