// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/drillstepmodel.h"

namespace plimsoll::viewmodels {

void DrillStepModel::setRows(std::vector<DrillStepView> rows)
{
    if (rows.size() < m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    const std::size_t known = m_rows.size();
    for (std::size_t i = 0; i < known; ++i) {
        if (!(m_rows[i] == rows[i])) {
            m_rows[i] = rows[i];
            const QModelIndex changed = index(static_cast<int>(i));
            Q_EMIT dataChanged(changed, changed);
        }
    }
    if (rows.size() > known) {
        beginInsertRows({}, static_cast<int>(known), static_cast<int>(rows.size()) - 1);
        m_rows = std::move(rows);
        endInsertRows();
    }
}

int DrillStepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DrillStepModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const DrillStepView &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case AtRole: return row.at;
    case ChannelRole: return row.channel;
    case ResultRole: return row.result;
    case RiskStateRole: return static_cast<int>(row.riskState);
    }
    return {};
}

QHash<int, QByteArray> DrillStepModel::roleNames() const
{
    return {{AtRole, "at"}, {ChannelRole, "channel"}, {ResultRole, "result"}, {RiskStateRole, "riskState"}};
}

} // namespace plimsoll::viewmodels
