// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/accountlistmodel.h"

#include "viewmodels/keyeddiff.h"

namespace plimsoll::viewmodels {

void AccountListModel::setRows(std::vector<AccountView> rows)
{
    struct Hooks {
        AccountListModel &model;

        void remove(int row, const std::function<void()> &edit)
        {
            AssetListModel *assets = model.m_assets.take(model.m_rows[static_cast<std::size_t>(row)].accountId);
            model.beginRemoveRows({}, row, row), edit(), model.endRemoveRows();
            assets->deleteLater(); // delegates may look at it until they are gone
        }
        void insert(int row, const std::function<void()> &edit)
        {
            model.beginInsertRows({}, row, row), edit(), model.endInsertRows();
        }
        void move(int from, int to, const std::function<void()> &edit)
        {
            model.beginMoveRows({}, from, from, {}, to), edit(), model.endMoveRows();
        }
        void changed(int row, const AccountView &before) { model.tellChanges(row, before); }
    };
    const int before = count();
    for (const AccountView &row : rows) {
        assetsOf(row.accountId)->setRows(row.assets);
    }
    keyedDiff(
        m_rows, std::move(rows), [](const AccountView &row) { return row.accountId; }, Hooks {*this});
    if (before != count()) {
        Q_EMIT countChanged();
    }
}

AssetListModel *AccountListModel::assetsOf(const QString &accountId)
{
    AssetListModel *&assets = m_assets[accountId];
    if (assets == nullptr) {
        assets = new AssetListModel(this);
    }
    return assets;
}

void AccountListModel::tellChanges(int row, const AccountView &before)
{
    const AccountView &now = m_rows[static_cast<std::size_t>(row)];
    QList<int> roles;
    for (int role = AccountIdRole; role < AssetListRole; ++role) {
        if (textOf(before, static_cast<Role>(role)) != textOf(now, static_cast<Role>(role))) {
            roles << role;
        }
    }
    if (!roles.isEmpty()) {
        Q_EMIT dataChanged(index(row), index(row), roles);
    }
}

int AccountListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant AccountListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const AccountView &row = m_rows[static_cast<std::size_t>(index.row())];
    return role == AssetListRole ? QVariant::fromValue(m_assets.value(row.accountId))
                                 : textOf(row, static_cast<Role>(role));
}

QVariant AccountListModel::textOf(const AccountView &row, Role role)
{
    switch (role) {
    case AccountIdRole: return row.accountId;
    case TitleRole: return row.title;
    case NameRole: return row.name;
    case RiskStateRole: return static_cast<int>(row.state);
    case StateWordRole: return row.stateWord;
    case LevelTextRole: return row.levelText;
    case HasLevelRole: return row.hasLevel;
    case LastLevelTextRole: return row.lastLevelText;
    case LastLevelAgeRole: return row.lastLevelAge;
    case PositionRole: return row.position;
    case LiquidationPositionRole: return row.liquidationPosition;
    case CallPositionRole: return row.callPosition;
    case InitialPositionRole: return row.initialPosition;
    case WorstPositionRole: return row.worstPosition;
    case BestPositionRole: return row.bestPosition;
    case LiquidationTextRole: return row.liquidationText;
    case CallTextRole: return row.callText;
    case InitialTextRole: return row.initialText;
    case DistanceTextRole: return row.distanceText;
    case PriceTextRole: return row.priceText;
    case AssetsTextRole: return row.assetsText;
    case DebtTextRole: return row.debtText;
    case InterestTextRole: return row.interestText;
    case EquityTextRole: return row.equityText;
    case ProfitTextRole: return row.profitText;
    case ToInitialTextRole: return row.toInitialText;
    case TopUpTextRole: return row.topUpText;
    case ReachesTextRole: return row.reachesText;
    case PermissionsTextRole: return row.permissionsText;
    case AgeTextRole: return row.ageText;
    case IsStaleRole: return row.isStale;
    case UnknownReasonRole: return row.unknownReason;
    case RangeTextRole: return row.rangeText;
    case IsCrossRole: return row.isCross;
    case AssetListRole: break;
    }
    return {};
}

QHash<int, QByteArray> AccountListModel::roleNames() const
{
    return {{AccountIdRole, "accountId"},
            {TitleRole, "title"},
            {NameRole, "name"},
            {RiskStateRole, "riskState"},
            {StateWordRole, "stateWord"},
            {LevelTextRole, "levelText"},
            {HasLevelRole, "hasLevel"},
            {LastLevelTextRole, "lastLevelText"},
            {LastLevelAgeRole, "lastLevelAge"},
            {PositionRole, "position"},
            {LiquidationPositionRole, "liquidationPosition"},
            {CallPositionRole, "callPosition"},
            {InitialPositionRole, "initialPosition"},
            {WorstPositionRole, "worstPosition"},
            {BestPositionRole, "bestPosition"},
            {LiquidationTextRole, "liquidationText"},
            {CallTextRole, "callText"},
            {InitialTextRole, "initialText"},
            {DistanceTextRole, "distanceText"},
            {PriceTextRole, "priceText"},
            {AssetsTextRole, "assetsText"},
            {DebtTextRole, "debtText"},
            {InterestTextRole, "interestText"},
            {EquityTextRole, "equityText"},
            {ProfitTextRole, "profitText"},
            {ToInitialTextRole, "toInitialText"},
            {TopUpTextRole, "topUpText"},
            {ReachesTextRole, "reachesText"},
            {PermissionsTextRole, "permissionsText"},
            {AgeTextRole, "ageText"},
            {IsStaleRole, "isStale"},
            {UnknownReasonRole, "unknownReason"},
            {RangeTextRole, "rangeText"},
            {IsCrossRole, "isCross"},
            {AssetListRole, "assetList"}};
}

} // namespace plimsoll::viewmodels
