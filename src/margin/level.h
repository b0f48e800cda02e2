// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/wide.h"

namespace plimsoll::margin {

/// A margin level as it is judged: all that an account holds and all that it owes, in its quote asset, exact. Compared
/// with a bar or with another level by products, never by a rounded quotient: `level <= bars.marginCall` is the margin
/// call. Default constructed: nothing held, nothing owed, and so no level. Value type, any thread.
class Level
{
public:
    constexpr Level() = default;

    constexpr Level(const Wide &assets, const Wide &debt)
        : m_assets(assets)
        , m_debt(debt)
    {
    }

    /// The level that a ratio names, such as a recorded one. Requires: ratio >= 0.
    static constexpr Level fromRatio(Decimal ratio)
    {
        const Decimal one = Decimal::fromInteger(1);
        return {Wide::product(ratio, one), Wide::product(one, one)};
    }

    [[nodiscard]] constexpr const Wide &assets() const { return m_assets; } ///< scale 36
    [[nodiscard]] constexpr const Wide &debt() const { return m_debt; } ///< scale 36

    /// Whether there is a level. All that follows requires it.
    [[nodiscard]] constexpr bool hasDebt() const { return !m_debt.isZero(); }

    /// Requires: bar >= 0.
    friend constexpr std::strong_ordering operator<=>(const Level &level, Decimal bar)
    {
        return level.m_assets.times(Decimal::fromInteger(1)) <=> level.m_debt.times(bar);
    }

    [[nodiscard]] bool isBelow(const Level &other) const;

    /// At most 8 digits after the point, rounded down; saturates at 18 digits before it.
    [[nodiscard]] Decimal printed() const;

private:
    Wide m_assets;
    Wide m_debt;
};

} // namespace plimsoll::margin
