// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/accountview.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plimsoll::viewmodels {

/// The asset table of one account; every role is text ready to be shown. GUI thread.
class AssetListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to an account")

public:
    enum Role : int {
        AssetRole = Qt::UserRole + 1,
        TotalRole,
        PriceRole,
        ValueRole,
        DebtRole,
        InterestRole,
        ExactTextRole,
        StaleRole
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<AssetView> rows);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<AssetView> m_rows;
};

} // namespace plimsoll::viewmodels
