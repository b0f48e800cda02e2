// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/samplewalk.h"
#include "wire/candlefile.h"

#include <vector>

namespace plimsoll::scenario {

/// Candles as read, as a walk takes them.
std::vector<BarSeries> barsOf(const std::vector<wire::CandleSeries> &series);

} // namespace plimsoll::scenario
