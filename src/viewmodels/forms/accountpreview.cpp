// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/forms/accountpreview.h"

#include "viewmodels/common/accounttext.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace plimsoll::viewmodels {

namespace {

const QString kDash = QStringLiteral("–");

// Each price with its asset, on a line of its own; of the asset in hand alone where it has one.
QString pricesText(const DisplayFormat &format, const std::vector<margin::NamedBarPrice> &prices,
                   const std::string &inHand)
{
    constexpr int kMost = 3;
    const auto own = std::ranges::find(prices, inHand, &margin::NamedBarPrice::asset);
    QStringList parts;
    for (const margin::NamedBarPrice &price : prices) {
        if (own == prices.end() || price.asset == inHand) {
            parts << plainName(price.asset, 20) + u' ' + barPriceText(format, price.bar);
        }
    }
    if (parts.size() > kMost) {
        const int more = static_cast<int>(parts.size()) - kMost;
        parts = parts.mid(0, kMost) << AccountPreview::tr("and %1 more").arg(more);
    }
    return parts.isEmpty() ? kDash : parts.join(u'\n');
}

} // namespace

void AccountPreview::set(const margin::Account &account, const margin::Assessment &assessment,
                         const DisplayFormat &format, const std::string &inHand)
{
    m_known = true;
    m_riskState = static_cast<int>(riskStateOf(assessment));
    m_level = levelOrDash(format, assessment);
    m_assets = format.money(assessment.totalAssets, account.quoteAsset, margin::Rounding::Down);
    m_debt = format.money(assessment.totalDebt, account.quoteAsset, margin::Rounding::Up);
    m_equity = format.money(assessment.equity, account.quoteAsset, margin::Rounding::Down);
    m_callPrice = pricesText(format, assessment.marginCallPrices, inHand);
    m_liquidationPrice = pricesText(format, assessment.liquidationPrices, inHand);
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
