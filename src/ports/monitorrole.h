// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/monitorlock.h"

#include <QtCore/QMetaType>

namespace plimsoll::monitor {

/// The part this process plays for its data directory.
struct MonitorRole {
    enum class Part {
        Monitor, ///< decides alarms, records them, tells them
        StandBy, ///< shows what the monitor records, and takes its place when it ends
        Asking, ///< a stand-by that asked the monitor to hand over
    };

    Part part = Part::Monitor;
    MonitorLock::Holder holder; ///< the monitor, where this process is none
    bool refused = false; ///< it was asked to hand over, and did not in time

    bool operator==(const MonitorRole &) const = default;
};

} // namespace plimsoll::monitor

Q_DECLARE_METATYPE(plimsoll::monitor::MonitorRole)
