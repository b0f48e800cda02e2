// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "margin/verdict.h"

#include <cstdint>
#include <optional>

namespace plimsoll::scenario {

/// The lowest level of a walk, kept as its exact sums: printing, and so dividing, waits for the end.
class LowestLevel
{
public:
    void look(const margin::Verdict &verdict, WallTime time)
    {
        if (verdict.hasLevel() && (!m_lowest || verdict.exactLevel.isBelow(*m_lowest))) {
            m_lowest = verdict.exactLevel;
            m_time = time;
        }
    }

    [[nodiscard]] std::optional<margin::Decimal> level() const
    {
        return m_lowest ? std::optional(m_lowest->printed()) : std::nullopt;
    }

    /// When it was there first; nothing where there was never a level.
    [[nodiscard]] std::optional<WallTime> time() const { return m_lowest ? std::optional(m_time) : std::nullopt; }

private:
    std::optional<margin::Level> m_lowest;
    WallTime m_time;
};

} // namespace plimsoll::scenario
