// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/period.h"

#include "wording/displayformat.h"

#include <QtCore/QString>

#include <cstdint>
#include <vector>

namespace plimsoll::report {

/// Each symbol's first, lowest, highest and last price between two times (ms since 1970 UTC), and its line. HTML; pure;
/// any thread.
QString priceSection(const std::vector<monitor::PricePeriod> &prices, WallTime from, WallTime to,
                     const wording::DisplayFormat &format);

} // namespace plimsoll::report
