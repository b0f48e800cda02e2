// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/ports/alarmstores.h"
#include "viewmodels/riskstate.h"

#include <QtCore/QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <cstdint>
#include <vector>

namespace plimsoll::viewmodels {

/// One step of an alarm, ready to be shown.
struct AlarmStepView {
    monitor::AlarmEventRow event;
    RiskState riskState = RiskState::Unknown;
    QString time;
    QString title;
    QString account;
    QString what; ///< "raised"
    QString levelText;

    bool operator==(const AlarmStepView &) const = default;
};

/// Steps of alarms, newest first. GUI thread.
class AlarmHistoryModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the alarms")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role : int {
        RiskStateRole = Qt::UserRole + 1,
        TimeRole,
        TitleRole,
        AccountRole,
        WhatRole,
        LevelTextRole,
        SentenceRole, ///< the whole row in words, for assistive tools
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    /// Newest first. Rows that are there already stay; rows in front are inserted; anything else is a reset.
    void setRows(std::vector<AlarmStepView> rows);
    [[nodiscard]] const std::vector<AlarmStepView> &rows() const { return m_rows; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    std::vector<AlarmStepView> m_rows;
};

} // namespace plimsoll::viewmodels
