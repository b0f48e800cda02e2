// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/channellistmodel.h"

namespace plimsoll::viewmodels {

void ChannelListModel::setRows(std::vector<ChannelView> rows)
{
    if (m_rows.empty() && !rows.empty()) {
        beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
        m_rows = std::move(rows);
        endInsertRows();
        return;
    }
    for (std::size_t i = 0; i < rows.size() && i < m_rows.size(); ++i) {
        if (!(rows[i] == m_rows[i])) {
            m_rows[i] = std::move(rows[i]);
            const QModelIndex changed = index(static_cast<int>(i));
            Q_EMIT dataChanged(changed, changed);
        }
    }
}

int ChannelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ChannelListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ChannelView &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case WordRole: return QString::fromStdString(std::string(alarm::channelWord(row.channel)));
    case NameRole: return row.name;
    case AboutRole: return row.about;
    case StateTextRole: return row.stateText;
    case RiskStateRole: return static_cast<int>(row.riskState);
    case WaitNamesRole: return row.waitNames;
    case WaitIndexRole: return row.waitIndex;
    case PriorityIndexRole: return row.priorityIndex;
    case OnRole: return row.on;
    case CanSwitchRole: return row.canSwitch;
    case CanTestRole: return row.canTest;
    case TestingRole: return row.testing;
    }
    return {};
}

QHash<int, QByteArray> ChannelListModel::roleNames() const
{
    return {{WordRole, "word"},
            {NameRole, "name"},
            {AboutRole, "about"},
            {StateTextRole, "stateText"},
            {RiskStateRole, "riskState"},
            {WaitNamesRole, "waitNames"},
            {WaitIndexRole, "waitIndex"},
            {PriorityIndexRole, "priorityIndex"},
            {OnRole, "on"},
            {CanSwitchRole, "canSwitch"},
            {CanTestRole, "canTest"},
            {TestingRole, "testing"}};
}

} // namespace plimsoll::viewmodels
