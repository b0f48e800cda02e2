// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/snapshotrelay.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::desktop {

/// What the window says where another process is the monitor of these accounts, and the way to take its place. GUI
/// thread.
class RoleViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(bool standsBy READ standsBy NOTIFY changed FINAL)
    Q_PROPERTY(bool isWarning READ isWarning NOTIFY changed FINAL)
    Q_PROPERTY(bool canTakeOver READ canTakeOver NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)

public:
    explicit RoleViewModel(monitor::SnapshotRelay &relay, QObject *parent = nullptr);

    [[nodiscard]] bool standsBy() const { return m_role.part != monitor::MonitorRole::Part::Monitor; }
    [[nodiscard]] bool isWarning() const { return standsBy() && m_role.refused; }
    [[nodiscard]] bool canTakeOver() const { return m_role.part == monitor::MonitorRole::Part::StandBy; }
    [[nodiscard]] QString text() const; ///< "" for the monitor itself

    Q_INVOKABLE void takeOver();

Q_SIGNALS:
    void changed();
    void takeOverRequested();

private:
    void take(const monitor::SnapshotPtr &snapshot);

    monitor::MonitorRole m_role;
};

} // namespace plimsoll::desktop
