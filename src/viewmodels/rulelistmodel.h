// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QString>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plimsoll::viewmodels {

/// One alarm of a person's own, ready to be shown.
struct RuleView {
    QString ruleId;
    QString sentence; ///< "Tell me when ..."
    QString stateText; ///< "met now"; may be empty
    bool on = true;

    bool operator==(const RuleView &) const = default;
};

/// A person's own alarms. GUI thread.
class RuleListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the alarms")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role : int { RuleIdRole = Qt::UserRole + 1, SentenceRole, StateTextRole, OnRole };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<RuleView> rows);
    [[nodiscard]] const std::vector<RuleView> &rows() const { return m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    std::vector<RuleView> m_rows;
};

} // namespace plimsoll::viewmodels
