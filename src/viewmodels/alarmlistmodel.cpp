// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarmlistmodel.h"

#include "viewmodels/keyeddiff.h"

#include <QtCore/QStringList>

#include <algorithm>

namespace plimsoll::viewmodels {

void AlarmListModel::setRows(std::vector<AlarmView> rows)
{
    struct Hooks {
        AlarmListModel &model;

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
        void changed(int row, const AlarmView &) { Q_EMIT model.dataChanged(model.index(row), model.index(row)); }
    };
    const int before = count();
    keyedDiff(
        m_rows, std::move(rows), [](const AlarmView &row) { return row.rowId; }, Hooks {*this});
    if (before != count()) {
        Q_EMIT countChanged();
    }
}

const AlarmView *AlarmListModel::find(const QString &rowId) const
{
    const auto found = std::ranges::find(m_rows, rowId, &AlarmView::rowId);
    return found == m_rows.end() ? nullptr : &*found;
}

int AlarmListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant AlarmListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const AlarmView &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case RowIdRole: return row.rowId;
    case RiskStateRole: return static_cast<int>(row.riskState);
    case HeadlineRole: return row.headline;
    case StateTextRole: return row.stateText;
    case SinceTextRole: return row.sinceText;
    case RemarkRole: return row.remark;
    case UnacknowledgedRole: return row.unacknowledged;
    case CanAcknowledgeRole: return row.canAcknowledge;
    case CanSnoozeRole: return row.canSnooze;
    case CanSnoozeLongRole: return row.canSnoozeLong;
    case CanHandleRole: return row.canHandle;
    case SentenceRole: {
        QStringList parts {row.headline, row.stateText, row.sinceText, row.remark};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    }
    return {};
}

QHash<int, QByteArray> AlarmListModel::roleNames() const
{
    return {{RowIdRole, "rowId"},
            {RiskStateRole, "riskState"},
            {HeadlineRole, "headline"},
            {StateTextRole, "stateText"},
            {SinceTextRole, "sinceText"},
            {RemarkRole, "remark"},
            {UnacknowledgedRole, "unacknowledged"},
            {CanAcknowledgeRole, "canAcknowledge"},
            {CanSnoozeRole, "canSnooze"},
            {CanSnoozeLongRole, "canSnoozeLong"},
            {CanHandleRole, "canHandle"},
            {SentenceRole, "sentence"}};
}

} // namespace plimsoll::viewmodels
