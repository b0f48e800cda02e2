// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchangetime.h"
#include "engine/portfolioloader.h"
#include "ports/journalport.h"

#include <optional>

namespace plimsoll::monitor {

/// Has the interest of the hours that passed booked: at every full hour, after a sleep and after the program was off.
/// What was booked the stores remember, so that asking too often, or by two processes, books nothing twice
/// (docs/formulas.md#interest). Hours are those of ExchangeTime. Engine thread.
class InterestKeeper final : public QObject
{
    Q_OBJECT

public:
    InterestKeeper(JournalPort &journal, ExchangeTime &time, PortfolioLoader &loader, QObject *parent);

    /// Once a second, in the process that is the monitor. Does something in a new hour.
    void look();

Q_SIGNALS:
    void reported(const char *what, bool ok); ///< whether it could be booked

private:
    JournalPort &m_journal;
    ExchangeTime &m_time;
    PortfolioLoader &m_loader;
    std::optional<std::int64_t> m_hour; ///< since 1970: booked up to its beginning
    bool m_asking = false;
};

} // namespace plimsoll::monitor
