// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QString>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plimsoll::viewmodels {

/// One line of the chart: an account's level, or a bar that one or more accounts share.
struct HistoryLine {
    QString lineId;
    QString name;
    int kind = 0; ///< HistoryLineModel::Kind
    int riskState = 0;
    int shade = 0; ///< rank among the lines of one colour
    bool isCross = false;
    double value = 0; ///< of a bar

    bool operator==(const HistoryLine &) const = default;
};

/// The lines of the level chart; GUI thread.
class HistoryLineModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the history")

public:
    enum Kind { Level, CallBar, LiquidationBar };
    Q_ENUM(Kind)
    enum Role : int { LineIdRole = Qt::UserRole + 1, NameRole, KindRole, RiskStateRole, ShadeRole, IsCrossRole };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<HistoryLine> rows);
    [[nodiscard]] const std::vector<HistoryLine> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<HistoryLine> m_rows;
};

} // namespace plimsoll::viewmodels
