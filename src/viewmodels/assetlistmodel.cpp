// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/assetlistmodel.h"

#include "viewmodels/keyeddiff.h"

namespace plimsoll::viewmodels {

void AssetListModel::setRows(std::vector<AssetView> rows)
{
    struct Hooks {
        AssetListModel &model;

        void remove(int row, const std::function<void()> &edit)
        {
            model.beginRemoveRows({}, row, row), edit(), model.endRemoveRows();
        }
        void insert(int row, const std::function<void()> &edit)
        {
            model.beginInsertRows({}, row, row), edit(), model.endInsertRows();
        }
        void move(int from, int to, const std::function<void()> &edit)
        {
            model.beginMoveRows({}, from, from, {}, to), edit(), model.endMoveRows();
        }
        void changed(int row, const AssetView &) { Q_EMIT model.dataChanged(model.index(row), model.index(row)); }
    };
    keyedDiff(
        m_rows, std::move(rows), [](const AssetView &row) { return row.asset; }, Hooks {*this});
}

int AssetListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant AssetListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const AssetView &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case AssetRole: return row.asset;
    case TotalRole: return row.total;
    case PriceRole: return row.price;
    case ValueRole: return row.value;
    case DebtRole: return row.debt;
    case InterestRole: return row.interest;
    case ExactTextRole: return row.exactText;
    case StaleRole: return row.stale;
    }
    return {};
}

QHash<int, QByteArray> AssetListModel::roleNames() const
{
    return {{AssetRole, "asset"}, {TotalRole, "total"},       {PriceRole, "price"},         {ValueRole, "value"},
            {DebtRole, "debt"},   {InterestRole, "interest"}, {ExactTextRole, "exactText"}, {StaleRole, "stale"}};
}

} // namespace plimsoll::viewmodels
