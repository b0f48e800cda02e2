// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/ratetable.h"

#include <cassert>
#include <utility>

namespace plimsoll::margin {

RateTable::RateTable(Rates beginning)
    : m_beginning(std::move(beginning))
{
}

PairId RateTable::intern(const std::string &asset, const std::string &quote)
{
    const auto [place, isNew] = m_ids.try_emplace({asset, quote}, static_cast<PairId>(m_pairs.size()));
    if (isNew) {
        m_pairs.push_back({asset, quote});
        m_first.push_back(m_beginning.find(asset, quote));
        m_rates.push_back(m_first.back());
    }
    return place->second;
}

void RateTable::move(PairId pair, Decimal factor)
{
    assert(factor.isPositive());
    const Rate &first = m_first[pair];
    if (!first.known() || m_pairs[pair].asset == m_pairs[pair].quote) {
        return;
    }
    Rate &rate = m_rates[pair];
    const auto down = first.down.times(factor, Rounding::Down);
    const auto up = first.up.times(factor, Rounding::Up);
    rate.state = up ? PriceState::Known : PriceState::Invalid; // `up` is the larger of the two
    rate.down = up ? *down : Decimal();
    rate.up = up ? *up : Decimal();
}

Rates RateTable::rates() const
{
    return {std::make_shared<const Rates::Index>(m_ids.begin(), m_ids.end()), m_rates};
}

} // namespace plimsoll::margin
