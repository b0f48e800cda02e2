// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/rulelistmodel.h"

#include "viewmodels/keyeddiff.h"

namespace plimsoll::viewmodels {

void RuleListModel::setRows(std::vector<RuleView> rows)
{
    struct Hooks {
        RuleListModel &model;

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
        void changed(int row, const RuleView &) { Q_EMIT model.dataChanged(model.index(row), model.index(row)); }
    };
    const int before = count();
    keyedDiff(
        m_rows, std::move(rows), [](const RuleView &row) { return row.ruleId; }, Hooks {*this});
    if (before != count()) {
        Q_EMIT countChanged();
    }
}

int RuleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RuleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const RuleView &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case RuleIdRole: return row.ruleId;
    case SentenceRole: return row.sentence;
    case StateTextRole: return row.stateText;
    case OnRole: return row.on;
    }
    return {};
}

QHash<int, QByteArray> RuleListModel::roleNames() const
{
    return {{RuleIdRole, "ruleId"}, {SentenceRole, "sentence"}, {StateTextRole, "stateText"}, {OnRole, "on"}};
}

} // namespace plimsoll::viewmodels
