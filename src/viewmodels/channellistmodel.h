// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/notice.h"
#include "viewmodels/riskstate.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace plimsoll::viewmodels {

/// One way to a person, ready to be shown.
struct ChannelView {
    alarm::Channel channel = alarm::Channel::Screen;
    QString name;
    QString about; ///< when it is used
    QString stateText; ///< "Works: accepted in 12 ms by dunst"
    RiskState riskState = RiskState::NoDebt; ///< for its shape: Normal works, MarginCall fails, NoDebt neither
    QStringList waitNames; ///< what may be chosen: "at once", "after 1 min", ...
    int waitIndex = 0;
    int priorityIndex = 0; ///< alarm::Priority
    bool on = false;
    bool canSwitch = true;
    bool canTest = false;
    bool testing = false;

    bool operator==(const ChannelView &) const = default;
};

/// The channels in their fixed order. GUI thread.
class ChannelListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the channels")

public:
    enum Role : int {
        WordRole = Qt::UserRole + 1, ///< "desktop": for names of controls
        NameRole,
        AboutRole,
        StateTextRole,
        RiskStateRole,
        WaitNamesRole,
        WaitIndexRole,
        PriorityIndexRole,
        OnRole,
        CanSwitchRole,
        CanTestRole,
        TestingRole,
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<ChannelView> rows); ///< Requires: as many as before, or none before
    [[nodiscard]] const std::vector<ChannelView> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<ChannelView> m_rows;
};

} // namespace plimsoll::viewmodels
