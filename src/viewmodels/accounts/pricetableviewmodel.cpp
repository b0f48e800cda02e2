// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/pricetableviewmodel.h"

namespace plimsoll::viewmodels {

PriceTableViewModel::PriceTableViewModel(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    connect(&m_services.relay, &monitor::SnapshotRelay::snapshotReady, this, &PriceTableViewModel::update);
    connect(&m_ages, &QTimer::timeout, this, &PriceTableViewModel::update);
    m_ages.start(kAgePaceMs);
    update();
}

void PriceTableViewModel::update()
{
    const auto now = m_services.relay.current();
    if (!now) {
        return;
    }
    m_rows.setRows(priceViews(*now, m_services.format, m_services.clock.bootTime()));
    const auto bad = std::ranges::count(m_rows.rows(), false, &PriceView::usable);
    m_source = now->source;
    const int count = m_rows.rowCount();
    if (bad == 0) {
        m_summary = count == 0 ? QString()
            : count == 1       ? tr("1 price, current")
                               : tr("%1 prices, all current").arg(count);
    } else {
        m_summary = bad == 1 ? tr("1 price cannot be used: the levels that need it are unknown")
                             : tr("%1 prices cannot be used: the levels that need them are unknown").arg(bad);
    }
    Q_EMIT changed();
}

void PriceTableViewModel::refreshNow()
{
    m_services.commands.pollNow();
}

} // namespace plimsoll::viewmodels
