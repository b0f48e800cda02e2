// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/gapaccountmodel.h"

namespace plimsoll::desktop {

void GapAccountModel::setRows(std::vector<GapRow> rows)
{
    if (rows == m_rows) {
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
}

int GapAccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant GapAccountModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const GapRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case AccountRole: return row.account;
    case LowestTextRole: return row.lowestText;
    case FiredTextRole: return row.firedText;
    case WouldHaveFiredRole: return row.wouldHaveFired;
    case IsUnjudgedRole: return row.isUnjudged;
    }
    return {};
}

QHash<int, QByteArray> GapAccountModel::roleNames() const
{
    return {{AccountRole, "account"},
            {LowestTextRole, "lowestText"},
            {FiredTextRole, "firedText"},
            {WouldHaveFiredRole, "wouldHaveFired"},
            {IsUnjudgedRole, "isUnjudged"}};
}

} // namespace plimsoll::desktop
