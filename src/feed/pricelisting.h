// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/pricelist.h"
#include "wire/tickerparser.h"

#include <memory>
#include <vector>

namespace plimsoll::feed {

/// The full list of an exchange as the program keeps it, for looking up what there is. Pure; any thread.
std::shared_ptr<const monitor::PriceList> listingOf(const std::vector<wire::TickerItem> &fullList, BootTime bootTime);

} // namespace plimsoll::feed
