// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/barskeeper.h"

#include <utility>

namespace plimsoll::monitor {

BarsKeeper::BarsKeeper(PortfolioPort &portfolio, ExchangeTime &time, PortfolioLoader &loader, QObject *parent)
    : QObject(parent)
    , m_portfolio(portfolio)
    , m_time(time)
    , m_loader(loader)
{
}

void BarsKeeper::look(const margin::RiskBook &book)
{
    const auto now = m_time.now();
    if (m_asking || !now) {
        return;
    }
    bool isDue = false;
    for (std::size_t i = 0; i < book.verdicts().size() && !isDue; ++i) {
        const auto &account = book.verdicts()[i].account;
        isDue = account && !account->announced.empty() && account->announced.front().from <= *now;
    }
    if (!isDue) {
        if (std::exchange(m_failed, false)) { // somebody else did it
            Q_EMIT reported("bars", true);
        }
        return;
    }
    m_asking = true;
    m_loader.thenReload([&] { return m_portfolio.putBarsInForce(*now); })
        .then(this, [this](const Result<int> &changed) {
            m_asking = false;
            m_failed = !changed;
            Q_EMIT reported("bars", changed.hasValue());
        });
}

} // namespace plimsoll::monitor
