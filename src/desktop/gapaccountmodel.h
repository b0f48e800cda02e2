// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QString>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plimsoll::desktop {

/// What happened to one account while nobody watched, ready to be shown.
struct GapRow {
    QString account;
    QString lowestText; ///< "lowest level 1.07 at 03:12"
    QString firedText; ///< "Missed: Critical, Margin call"; "Could not be judged all the time"; "No alarm"
    bool wouldHaveFired = false;
    bool isUnjudged = false; ///< for some of the time, or all of it

    bool operator==(const GapRow &) const = default;
};

/// The accounts of a gap report. GUI thread.
class GapAccountModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the report about time not watched")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role : int {
        AccountRole = Qt::UserRole + 1,
        LowestTextRole,
        FiredTextRole,
        WouldHaveFiredRole,
        IsUnjudgedRole
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<GapRow> rows);
    [[nodiscard]] const std::vector<GapRow> &rows() const { return m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    std::vector<GapRow> m_rows;
};

} // namespace plimsoll::desktop
