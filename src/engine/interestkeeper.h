// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/portfolioloader.h"
#include "margin/moment.h"
#include "ports/clock.h"
#include "ports/journalport.h"

#include <optional>

namespace plimsoll::monitor {

/// Has the interest of the hours that passed booked: at every full hour, after a sleep and after the program was off.
/// What was booked the stores remember, so that asking too often, or by two processes, books nothing twice
/// (docs/formulas.md#interest). Hours are those of the wall clock, as the exchange's are, but never ahead of what the
/// price source's clock allows: it is waited for at the start, for kClockWaitMs at most. Engine thread.
class InterestKeeper final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::int64_t kClockWaitMs = 30'000;

    InterestKeeper(JournalPort &journal, const Clock &clock, PortfolioLoader &loader, QObject *parent);

    /// Once a second, in the process that is the monitor. Does something in a new hour.
    void look();
    /// PriceSource::clockCompared().
    void compareClock(std::int64_t leastErrorMs);

Q_SIGNALS:
    void reported(const char *what, bool ok); ///< whether it could be booked

private:
    [[nodiscard]] bool knowsTheTime();

    JournalPort &m_journal;
    const Clock &m_clock;
    PortfolioLoader &m_loader;
    std::optional<std::int64_t> m_aheadMs; ///< of the wall clock, at least; nothing: not compared yet
    std::optional<BootTime> m_firstLook;
    std::optional<std::int64_t> m_hour; ///< since 1970: booked up to its beginning
    bool m_asking = false;
};

} // namespace plimsoll::monitor
