// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarmhistorymodel.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace plimsoll::viewmodels {

void AlarmHistoryModel::setRows(std::vector<AlarmStepView> rows)
{
    const auto added = static_cast<std::ptrdiff_t>(rows.size()) - static_cast<std::ptrdiff_t>(m_rows.size());
    const bool grew = !m_rows.empty() && added >= 0 && std::equal(m_rows.begin(), m_rows.end(), rows.begin() + added);
    if (!grew) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    } else if (added > 0) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_rows = std::move(rows);
        endInsertRows();
    }
    Q_EMIT countChanged();
}

int AlarmHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant AlarmHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const AlarmStepView &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case RiskStateRole: return static_cast<int>(row.riskState);
    case TimeRole: return row.time;
    case TitleRole: return row.title;
    case AccountRole: return row.account;
    case WhatRole: return row.what;
    case LevelTextRole: return row.levelText;
    case SentenceRole: {
        QStringList parts {row.time, row.title, row.account, row.what, row.levelText};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    }
    return {};
}

QHash<int, QByteArray> AlarmHistoryModel::roleNames() const
{
    return {{RiskStateRole, "riskState"}, {TimeRole, "time"}, {TitleRole, "title"},
            {AccountRole, "account"},     {WhatRole, "what"}, {LevelTextRole, "levelText"},
            {SentenceRole, "sentence"}};
}

} // namespace plimsoll::viewmodels
