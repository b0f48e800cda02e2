// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/thresholds.h"
#include "report/html.h"
#include "report/svgchart.h"
#include "wording/displayformat.h"

namespace plimsoll::report {

/// What the page of a period and that of a replay say of an account alike. Pure; any thread.

ChartBars barsOf(const margin::Thresholds &thresholds, const wording::DisplayFormat &format);
QList<Column> statusColumns(); ///< when, from, to, at which level, at which prices

} // namespace plimsoll::report
