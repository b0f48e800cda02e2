// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/margincallmodel.h"

#include "viewmodels/keyeddiff.h"

namespace plimsoll::viewmodels {

void MarginCallModel::setRows(std::vector<MarginCallView> rows)
{
    struct Hooks {
        MarginCallModel &model;

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
        void changed(int row, const MarginCallView &) { Q_EMIT model.dataChanged(model.index(row), model.index(row)); }
    };
    const int before = count();
    keyedDiff(
        m_rows, std::move(rows), [](const MarginCallView &row) { return row.accountId; }, Hooks {*this});
    if (before != count()) {
        Q_EMIT countChanged();
    }
}

int MarginCallModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant MarginCallModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const MarginCallView &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (static_cast<Role>(role)) {
    case AccountIdRole: return row.accountId;
    case RiskStateRole: return static_cast<int>(row.state);
    case ActiveRole: return row.active;
    case HeadlineRole: return row.headline;
    case SinceTextRole: return row.sinceText;
    case SayTextRole: return row.sayText;
    case LossTextRole: return row.lossText;
    case DepositTextRole: return row.depositText;
    case DepositResultRole: return row.depositResult;
    case RepayTextRole: return row.repayText;
    case RepayResultRole: return row.repayResult;
    case SellTextRole: return row.sellText;
    case SellResultRole: return row.sellResult;
    case CanRecordLiquidationRole: return row.canRecordLiquidation;
    case PositionRole: return row.position;
    case LiquidationPositionRole: return row.liquidationPosition;
    case CallPositionRole: return row.callPosition;
    case InitialPositionRole: return row.initialPosition;
    case LiquidationTextRole: return row.liquidationText;
    case CallTextRole: return row.callText;
    case InitialTextRole: return row.initialText;
    }
    return {};
}

QHash<int, QByteArray> MarginCallModel::roleNames() const
{
    return {{AccountIdRole, "accountId"},
            {RiskStateRole, "riskState"},
            {ActiveRole, "active"},
            {HeadlineRole, "headline"},
            {SinceTextRole, "sinceText"},
            {SayTextRole, "sayText"},
            {LossTextRole, "lossText"},
            {DepositTextRole, "depositText"},
            {DepositResultRole, "depositResult"},
            {RepayTextRole, "repayText"},
            {RepayResultRole, "repayResult"},
            {SellTextRole, "sellText"},
            {SellResultRole, "sellResult"},
            {CanRecordLiquidationRole, "canRecordLiquidation"},
            {PositionRole, "position"},
            {LiquidationPositionRole, "liquidationPosition"},
            {CallPositionRole, "callPosition"},
            {InitialPositionRole, "initialPosition"},
            {LiquidationTextRole, "liquidationText"},
            {CallTextRole, "callText"},
            {InitialTextRole, "initialText"}};
}

} // namespace plimsoll::viewmodels
