// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/historylinemodel.h"

#include "viewmodels/keyeddiff.h"

namespace plimsoll::viewmodels {

void HistoryLineModel::setRows(std::vector<HistoryLine> rows)
{
    struct Hooks {
        HistoryLineModel &model;

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
        void changed(int row, const HistoryLine &) { Q_EMIT model.dataChanged(model.index(row), model.index(row)); }
    };
    keyedDiff(
        m_rows, std::move(rows), [](const HistoryLine &row) { return row.lineId; }, Hooks {*this});
}

int HistoryLineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HistoryLineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const HistoryLine &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case LineIdRole: return row.lineId;
    case NameRole: return row.name;
    case KindRole: return row.kind;
    case RiskStateRole: return row.riskState;
    case ShadeRole: return row.shade;
    case IsCrossRole: return row.isCross;
    }
    return {};
}

QHash<int, QByteArray> HistoryLineModel::roleNames() const
{
    return {{LineIdRole, "lineId"},       {NameRole, "name"},   {KindRole, "kind"},
            {RiskStateRole, "riskState"}, {ShadeRole, "shade"}, {IsCrossRole, "isCross"}};
}

} // namespace plimsoll::viewmodels
