// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accountpreview.h"

#include "viewmodels/accounttext.h"

#include <QtCore/QStringList>

namespace plimsoll::viewmodels {

namespace {

const QString kDash = QStringLiteral("–");

// One asset: its price alone; several: each with its name on a line of its own.
QString pricesText(const DisplayFormat &format, const std::vector<margin::NamedBarPrice> &prices)
{
    constexpr std::size_t kMost = 3;
    if (prices.empty()) {
        return kDash;
    }
    if (prices.size() == 1) {
        return barPriceText(format, prices.front().bar);
    }
    QStringList parts;
    for (std::size_t i = 0; i < prices.size() && i < kMost; ++i) {
        parts << plainName(prices[i].asset, 12) + u' ' + barPriceText(format, prices[i].bar);
    }
    if (prices.size() > kMost) {
        parts << QStringLiteral("…");
    }
    return parts.join(u'\n');
}

} // namespace

void AccountPreview::set(const margin::Account &account, const margin::Assessment &assessment, const DisplayFormat &format)
{
    m_known = true;
    m_riskState = static_cast<int>(riskStateOf(account, assessment));
    m_level = levelOrDash(format, assessment);
    m_assets = format.money(assessment.totalAssets);
    m_debt = format.money(assessment.totalDebt);
    m_equity = format.money(assessment.equity);
    m_callPrice = pricesText(format, assessment.marginCallPrices);
    m_liquidationPrice = pricesText(format, assessment.liquidationPrices);
    Q_EMIT changed();
}

void AccountPreview::clear()
{
    m_known = false;
    m_riskState = static_cast<int>(RiskState::Unknown);
    m_level = m_assets = m_debt = m_equity = m_callPrice = m_liquidationPrice = kDash;
    Q_EMIT changed();
}

} // namespace plimsoll::viewmodels
