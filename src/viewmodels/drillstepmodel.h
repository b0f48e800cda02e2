// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/riskstate.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plimsoll::viewmodels {

/// One step of a fire drill, ready to be shown.
struct DrillStepView {
    QString at; ///< "3 min"
    QString channel;
    QString result;
    RiskState riskState = RiskState::NoDebt; ///< for its shape

    bool operator==(const DrillStepView &) const = default;
};

/// The steps in the order of time. GUI thread. Rows are added at the end; a shorter list is a new drill.
class DrillStepModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the drill")

public:
    enum Role : int { AtRole = Qt::UserRole + 1, ChannelRole, ResultRole, RiskStateRole };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<DrillStepView> rows);
    [[nodiscard]] const std::vector<DrillStepView> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<DrillStepView> m_rows;
};

} // namespace plimsoll::viewmodels
