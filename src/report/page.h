// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "report/period.h"
#include "wording/displayformat.h"

#include <QtCore/QString>

namespace plimsoll::report {

/// The period as one self-contained page of HTML: levels, status changes, prices, alarms, and what was booked, with
/// charts as SVG. It opens offline and can be printed: no script, nothing fetched, a policy that forbids both. Text
/// from outside is escaped. Times are UTC. `writtenAt`: now, ms since 1970 UTC. Pure; any thread.
QString pageOf(const monitor::Period &period, WallTime writtenAt, const wording::DisplayFormat &format);

} // namespace plimsoll::report
