// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/pricedrates.h"

#include <vector>

namespace plimsoll::viewmodels {

std::shared_ptr<const margin::Rates> pricedRates(const margin::Rates &rates, const margin::Account &account,
                                                 const std::string &base, const std::optional<margin::Decimal> &price)
{
    auto index = std::make_shared<margin::Rates::Index>();
    std::vector<margin::Rate> values;
    const auto add = [&](const std::string &asset) {
        const auto [place, isNew] = index->try_emplace({asset, account.quoteAsset},
                                                       static_cast<margin::RateId>(values.size()));
        if (isNew) {
            values.push_back(rates.find(asset, account.quoteAsset));
        }
        return place->second;
    };
    for (const margin::Balance &balance : account.balances) {
        add(balance.asset);
    }
    margin::Rate &own = values[add(base)];
    if (!own.known() && price && price->isPositive()) {
        own.down = own.up = *price;
        own.state = margin::PriceState::Known;
        own.asOf = INT64_MAX; // typed just now: it does not make anything old
    }
    return std::make_shared<const margin::Rates>(std::move(index), std::move(values));
}

} // namespace plimsoll::viewmodels
