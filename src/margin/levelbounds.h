// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/level.h"

#include <optional>

namespace plimsoll::margin {

/// Where a level lies while something held or owed has no price. Total assets over total debt is a mediant: at whatever
/// positive prices, it lies between the smallest and the largest ratio of its parts. The parts are what has prices,
/// summed up, and each unpriced asset by itself, held : owed. Source: docs/formulas.md#unknown. Compared exactly, by
/// products. Value type, any thread.
class LevelBounds
{
public:
    /// The sums of everything that has a price, in the quote asset.
    void addPriced(const Level &sums);
    /// What is held and owed of one asset without a price, in its own units.
    void addUnpriced(Decimal total, Decimal debt);

    /// The smallest ratio; its debt is above 0. Nothing where nothing is owed.
    [[nodiscard]] const std::optional<Level> &worst() const { return m_worst; }
    /// The largest ratio; nothing = no upper bound.
    [[nodiscard]] std::optional<Level> best() const { return m_unbounded ? std::nullopt : m_best; }

private:
    void add(const Level &part);

    std::optional<Level> m_worst;
    std::optional<Level> m_best;
    bool m_unbounded = false; ///< a part has assets and no debt
};

} // namespace plimsoll::margin
