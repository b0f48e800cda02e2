// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/machine.h"
#include "alarm/notice.h"

namespace plimsoll::alarm {

/// The lines of notices, as Planner makes and orders them. Pure.

NoticeLine lineOf(const Machine &machine, const Key &key, const Alarm &alarm, Cause cause);

/// Worst first: by priority, within a priority what is not about to clear, then by severity and then by the lowest
/// level.
bool worse(const NoticeLine &a, const NoticeLine &b);

bool rings(const Notice &notice); ///< it makes itself noticed, so the limit counts it

} // namespace plimsoll::alarm
