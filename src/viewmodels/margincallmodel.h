// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/riskstate.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QString>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plimsoll::viewmodels {

/// One account of the margin-call dialog, ready to be shown.
struct MarginCallView {
    QString accountId;
    RiskState state = RiskState::MarginCall;
    bool active = true; ///< false: recovered or liquidated meanwhile; only `headline` and `sinceText` matter then
    QString headline;
    QString sinceText;
    QString sayText;
    QString lossText;
    QString depositText;
    QString depositResult;
    QString repayText;
    QString repayResult;
    QString sellText;
    QString sellResult;
    bool canRecordLiquidation = false;
    double position = -1;
    double liquidationPosition = -1;
    double callPosition = -1;
    double initialPosition = -1;
    QString liquidationText;
    QString callText;
    QString initialText;

    bool operator==(const MarginCallView &) const = default;
};

/// The accounts of the margin-call dialog, most urgent first, the recovered ones last. GUI thread.
class MarginCallModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the margin-call dialog")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role : int {
        AccountIdRole = Qt::UserRole + 1,
        RiskStateRole,
        ActiveRole,
        HeadlineRole,
        SinceTextRole,
        SayTextRole,
        LossTextRole,
        DepositTextRole,
        DepositResultRole,
        RepayTextRole,
        RepayResultRole,
        SellTextRole,
        SellResultRole,
        CanRecordLiquidationRole,
        PositionRole,
        LiquidationPositionRole,
        CallPositionRole,
        InitialPositionRole,
        LiquidationTextRole,
        CallTextRole,
        InitialTextRole,
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<MarginCallView> rows);
    [[nodiscard]] const std::vector<MarginCallView> &rows() const { return m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    std::vector<MarginCallView> m_rows;
};

} // namespace plimsoll::viewmodels
