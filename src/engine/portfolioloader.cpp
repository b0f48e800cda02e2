// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/portfolioloader.h"

#include <algorithm>

namespace plimsoll::monitor {

PortfolioLoader::PortfolioLoader(PortfolioPort &portfolio, QObject *parent)
    : QObject(parent)
    , m_portfolio(portfolio)
{
}

Future<Result<Done>> PortfolioLoader::reload()
{
    const auto revision = m_portfolio.dataVersion(); // asked first: what is committed in between shows as a change
    return m_portfolio.loadPortfolio().then(
        this, [this, revision](const Result<margin::Portfolio> &portfolio) -> Result<Done> {
            if (!portfolio && !m_failed) { // look() goes on trying
                Q_EMIT failed(QString::fromStdString(portfolio.error().message()));
            }
            m_failed = !portfolio;
            Q_EMIT reported("database", portfolio.hasValue());
            if (!portfolio) {
                return portfolio.error();
            }
            // answered before the load, as calls are served in order
            if (const auto now = revision.result()) {
                m_seen = std::max(m_seen, now->portfolio);
            }
            m_loaded = true;
            Q_EMIT loaded(*portfolio);
            return Done {};
        });
}

void PortfolioLoader::refresh()
{
    reload().then(this, [](const Result<Done> &) {});
}

void PortfolioLoader::look()
{
    if (m_failed) {
        refresh();
    }
    lookForOutsideChanges();
}

void PortfolioLoader::lookForOutsideChanges()
{
    if (std::exchange(m_looking, true)) {
        return;
    }
    m_portfolio.dataVersion().then(this, [this](const Result<Revision> &now) {
        m_looking = false;
        Q_EMIT reported("changes", now.hasValue());
        if (!now || !m_loaded) {
            return;
        }
        if (now->portfolio > m_seen && m_ownWrites == 0) {
            m_seen = now->portfolio;
            refresh();
        }
        Q_EMIT alarmsChanged(now->alarms);
    });
}

} // namespace plimsoll::monitor
