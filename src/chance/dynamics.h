// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chance/blockhistory.h"
#include "chance/chances.h"
#include "chance/jumps.h"
#include "chance/pricedriver.h"
#include "chance/timegrid.h"

#include <memory>
#include <optional>

namespace plimsoll::chance {

/// A market with what one method needs to know of it. Read-only after it is made; shared between threads.
class Dynamics
{
public:
    /// Errors: NotFound where the method needs joint returns and there are none (hasJointHistory()).
    static Result<Dynamics> make(const MarketModel &market, Method method);

    /// A driver for one thread; this and `grid` must outlive it.
    [[nodiscard]] std::unique_ptr<PriceDriver> driver(const TimeGrid &grid, std::uint64_t seed) const;

    [[nodiscard]] const MarketModel &market() const { return m_market; }
    [[nodiscard]] Method method() const { return m_method; }
    [[nodiscard]] const std::optional<JumpModel> &jumps() const { return m_jumps; } ///< of Method::Jump
    [[nodiscard]] const std::optional<BlockHistory> &blocks() const { return m_blocks; } ///< of Method::Bootstrap

private:
    Dynamics(const MarketModel &market, Method method);

    MarketModel m_market;
    Method m_method;
    std::optional<JumpModel> m_jumps;
    std::optional<BlockHistory> m_blocks;
};

} // namespace plimsoll::chance
