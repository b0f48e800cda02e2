// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/alarmcommands.h"
#include "ports/clock.h"
#include "ports/commands.h"
#include "ports/snapshotrelay.h"
#include "ports/stores.h"
#include "viewmodels/common/displayformat.h"

namespace plimsoll::viewmodels {

/// What a view-model that books, changes or tells something needs from outside. All of it outlives them. One that only
/// shows takes what it reads one by one, so that its constructor says that it cannot do more.
struct Services {
    monitor::Commands &commands;
    monitor::AlarmCommands &alarms;
    monitor::Stores &stores;
    monitor::SnapshotRelay &relay;
    const monitor::Clock &clock;
    const DisplayFormat &format;
};

} // namespace plimsoll::viewmodels
