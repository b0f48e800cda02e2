// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accounts/accountlistmodel.h"

namespace plimsoll::viewmodels {

void AccountListModel::setRows(std::vector<AccountView> rows)
{
    for (AccountView &row : rows) {
        if (const AccountView *before = find(row.accountId)) {
            row.assetList = before->assetList;
        }
        if (row.asCard && row.assetList == nullptr) { // delegates may look at it until they are gone
            row.assetList = {new AssetListModel(this), [](AssetListModel *assets) { assets->deleteLater(); }};
        }
        if (row.assetList != nullptr) {
            row.assetList->setRows(row.assets);
        }
    }
    RowListModel::setRows(std::move(rows));
}

RowRoles<AccountView> AccountView::roles()
{
    return {
        {"accountId", &AccountView::accountId},
        {"title", &AccountView::title},
        {"name", &AccountView::name},
        {"riskState", &AccountView::state},
        {"stateWord", &AccountView::stateWord},
        {"leverageText", &AccountView::leverageText},
        {"levelText", &AccountView::levelText},
        {"hasLevel", &AccountView::hasLevel},
        {"lastLevelText", &AccountView::lastLevelText},
        {"lastLevelAge", &AccountView::lastLevelAge},
        {"position", &AccountView::position},
        {"liquidationPosition", &AccountView::liquidationPosition},
        {"callPosition", &AccountView::callPosition},
        {"initialPosition", &AccountView::initialPosition},
        {"worstPosition", &AccountView::worstPosition},
        {"bestPosition", &AccountView::bestPosition},
        {"liquidationText", &AccountView::liquidationText},
        {"callText", &AccountView::callText},
        {"initialText", &AccountView::initialText},
        {"distanceText", &AccountView::distanceText},
        {"sinceText", &AccountView::sinceText},
        {"priceText", &AccountView::priceText},
        {"assetsText", &AccountView::assetsText},
        {"debtText", &AccountView::debtText},
        {"interestText", &AccountView::interestText},
        {"interestOutlook", &AccountView::interestOutlook},
        {"barsAhead", &AccountView::barsAhead},
        {"barsAheadState", &AccountView::barsAheadState},
        {"equityText", &AccountView::equityText},
        {"profitText", &AccountView::profitText},
        {"toInitialText", &AccountView::toInitialText},
        {"topUpText", &AccountView::topUpText},
        {"repayText", &AccountView::repayText},
        {"sellText", &AccountView::sellText},
        {"reachesText", &AccountView::reachesText},
        {"permissionsText", &AccountView::permissionsText},
        {"ageText", &AccountView::ageText},
        {"isStale", &AccountView::isStale},
        {"unknownReason", &AccountView::unknownReason},
        {"rangeText", &AccountView::rangeText},
        {"isCross", &AccountView::isCross},
        {"shortDistance", &AccountView::shortDistance},
        {"callPrice", &AccountView::callPrice},
        {"toSafe", &AccountView::toSafe},
        {"rowPosition", &AccountView::rowPosition},
        {"rowWorstPosition", &AccountView::rowWorstPosition},
        {"rowBestPosition", &AccountView::rowBestPosition},
        {"asCard", &AccountView::asCard},
        {"isFirstRow", &AccountView::isFirstRow},
        {"assetList", [](const AccountView &row) -> RowModel * { return row.assetList.get(); }},
    };
}

RowRoles<AssetView> AssetView::roles()
{
    return {
        {"asset", &AssetView::asset},         {"total", &AssetView::total}, {"price", &AssetView::price},
        {"value", &AssetView::value},         {"debt", &AssetView::debt},   {"interest", &AssetView::interest},
        {"exactText", &AssetView::exactText}, {"stale", &AssetView::stale},
    };
}

} // namespace plimsoll::viewmodels
