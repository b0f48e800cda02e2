// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accountview.h"
#include "viewmodels/assetlistmodel.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QHash>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plimsoll::viewmodels {

/// Accounts of one panel in the order given; text ready to be shown, the state as RiskState, places on the level bar as
/// 0..1. A row's asset table is a model of its own that lives as long as the row. Updates are single inserts, moves,
/// removals and changes of the roles that differ. GUI thread.
class AccountListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the dashboard")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role : int {
        AccountIdRole = Qt::UserRole + 1,
        TitleRole,
        NameRole,
        RiskStateRole,
        StateWordRole,
        LevelTextRole,
        HasLevelRole,
        LastLevelTextRole,
        LastLevelAgeRole,
        PositionRole,
        LiquidationPositionRole,
        CallPositionRole,
        InitialPositionRole,
        WorstPositionRole,
        BestPositionRole,
        LiquidationTextRole,
        CallTextRole,
        InitialTextRole,
        DistanceTextRole,
        PriceTextRole,
        AssetsTextRole,
        DebtTextRole,
        InterestTextRole,
        EquityTextRole,
        ProfitTextRole,
        ToInitialTextRole,
        TopUpTextRole,
        ReachesTextRole,
        PermissionsTextRole,
        AgeTextRole,
        IsStaleRole,
        UnknownReasonRole,
        RangeTextRole,
        IsCrossRole,
        AssetListRole,
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<AccountView> rows);
    [[nodiscard]] const std::vector<AccountView> &rows() const { return m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    [[nodiscard]] static QVariant textOf(const AccountView &row, Role role);
    void tellChanges(int row, const AccountView &before);
    AssetListModel *assetsOf(const QString &accountId);

    std::vector<AccountView> m_rows;
    QHash<QString, AssetListModel *> m_assets; ///< children
};

} // namespace plimsoll::viewmodels
