// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/pricedoubts.h"

namespace plimsoll::feed {

namespace {

constexpr int kShare = 10; // of the older price: 10 %

bool isFar(margin::Decimal price, margin::Decimal from)
{
    const margin::Int128 difference = price.mantissa() > from.mantissa() ? price.mantissa() - from.mantissa()
                                                                         : from.mantissa() - price.mantissa();
    return difference > from.mantissa() / kShare;
}

} // namespace

bool PriceDoubts::note(const std::string &symbol, margin::Decimal price)
{
    const auto [place, isNew] = m_entries.try_emplace(symbol, Entry {price, std::nullopt});
    Entry &entry = place->second;
    if (isNew || !isFar(price, entry.believed)) {
        entry = {price, std::nullopt};
        return false;
    }
    entry.doubtful = price;
    return true;
}

bool PriceDoubts::agrees(const std::string &symbol, margin::Decimal again) const
{
    const auto found = m_entries.find(symbol);
    return found != m_entries.end() && found->second.doubtful && !isFar(again, *found->second.doubtful);
}

void PriceDoubts::confirm(const std::string &symbol)
{
    const auto found = m_entries.find(symbol);
    if (found != m_entries.end() && found->second.doubtful) {
        found->second = {*found->second.doubtful, std::nullopt};
    }
}

bool PriceDoubts::isDoubtful(const std::string &symbol) const
{
    const auto found = m_entries.find(symbol);
    return found != m_entries.end() && found->second.doubtful;
}

} // namespace plimsoll::feed
