// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/quotes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace plimsoll::margin {

using PairId = std::uint32_t;

/// Rates by pair whose prices can be moved by factors, again and again from the same beginning: what hypothetical
/// prices are judged at. A moved rate keeps 18 decimals, rounded against the person: down for assets, up for debts. A
/// rate that is not known stays so. Value type; not thread-safe.
class RateTable
{
public:
    struct Pair {
        std::string asset;
        std::string quote;
    };

    explicit RateTable(Rates beginning);

    /// The place of a pair in pairs(). An asset in itself is a pair too, with the rate 1, which nothing moves.
    PairId intern(const std::string &asset, const std::string &quote);

    [[nodiscard]] const std::vector<Pair> &pairs() const { return m_pairs; }

    [[nodiscard]] const Rate &rate(PairId pair) const { return m_rates[pair]; }

    /// The price is what it was at the beginning times `factor`, whatever it was moved to before; beyond 18 digits
    /// before the point it is Invalid. Requires: factor > 0.
    void move(PairId pair, Decimal factor);

    /// All pairs as they stand now.
    [[nodiscard]] Rates rates() const;

private:
    Rates m_beginning;
    std::unordered_map<Rates::Key, PairId, Rates::KeyHash> m_ids;
    std::vector<Pair> m_pairs;
    std::vector<Rate> m_first;
    std::vector<Rate> m_rates;
};

} // namespace plimsoll::margin
