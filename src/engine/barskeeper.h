// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/exchangetime.h"
#include "engine/portfolioloader.h"
#include "margin/riskbook.h"

namespace plimsoll::monitor {

/// Has announced bars put in force when their moment comes, also one that passed while nothing ran. The stores do it in
/// one transaction that takes them off the list, so that asking too often, or a kill, changes nothing twice, and a
/// clock that goes back brings nothing back (docs/formulas.md#announced-bars). Engine thread.
class BarsKeeper final : public QObject
{
    Q_OBJECT

public:
    BarsKeeper(PortfolioPort &portfolio, ExchangeTime &time, PortfolioLoader &loader, QObject *parent);

    /// Once a second, in the process that is the monitor.
    void look(const margin::RiskBook &book);

Q_SIGNALS:
    void reported(const char *what, bool ok); ///< whether they could be put in force

private:
    PortfolioPort &m_portfolio;
    ExchangeTime &m_time;
    PortfolioLoader &m_loader;
    bool m_asking = false;
    bool m_failed = false;
};

} // namespace plimsoll::monitor
