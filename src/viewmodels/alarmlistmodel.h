// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/life.h"
#include "viewmodels/riskstate.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QString>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plimsoll::viewmodels {

/// One alarm that stands, ready to be shown.
struct AlarmView {
    QString rowId; ///< tells this alarm from all others
    alarm::Key key;
    std::uint32_t occurrence = 0;
    RiskState riskState = RiskState::Unknown; ///< for its shape
    QString title; ///< "Margin call"; or what is coming, or that it came and went
    QString outlook; ///< what is coming, where there is something
    QString account; ///< "BCH/USDT isolated"; "" of the program
    QString levelText;
    QString
        headline; ///< "Margin call: BCH/USDT isolated at 1.06", the same in the list and in the bar above the accounts
    QString stateText; ///< "acknowledged until 13:25"
    QString sinceText; ///< "since 13:05"
    QString remark; ///< "not confirmed", "unstable", "told by a worse one"; may be empty
    bool unacknowledged = false;
    bool canAcknowledge = false;
    bool canSnooze = false; ///< for 5 minutes
    bool canSnoozeLong = false; ///< for 15 minutes
    bool canHandle = false;

    bool operator==(const AlarmView &) const = default;
};

/// The alarms that stand, worst first. GUI thread.
class AlarmListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the alarms")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role : int {
        RowIdRole = Qt::UserRole + 1,
        RiskStateRole,
        HeadlineRole,
        StateTextRole,
        SinceTextRole,
        RemarkRole,
        UnacknowledgedRole,
        CanAcknowledgeRole,
        CanSnoozeRole,
        CanSnoozeLongRole,
        CanHandleRole,
        SentenceRole, ///< the whole row in words, for assistive tools
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<AlarmView> rows);
    [[nodiscard]] const std::vector<AlarmView> &rows() const { return m_rows; }
    [[nodiscard]] const AlarmView *find(const QString &rowId) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    std::vector<AlarmView> m_rows;
};

} // namespace plimsoll::viewmodels
