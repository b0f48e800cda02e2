// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/pricelisting.h"

namespace plimsoll::feed {

std::shared_ptr<const monitor::PriceList> listingOf(const std::vector<wire::TickerItem> &fullList, BootTime bootTime)
{
    auto list = std::make_shared<monitor::PriceList>();
    list->asOf = bootTime;
    list->prices.reserve(fullList.size());
    for (const wire::TickerItem &item : fullList) {
        list->prices.emplace(item.symbol, item.price);
    }
    return list;
}

} // namespace plimsoll::feed
