// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/closeviewmodel.h"
#include "desktop/gapviewmodel.h"
#include "desktop/roleviewmodel.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace plimsoll::desktop {

/// What the main window binds to beside AppViewModel: all that concerns the desktop around it. GUI thread.
class DesktopViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::desktop::CloseViewModel *closing READ closing CONSTANT FINAL)
    Q_PROPERTY(plimsoll::desktop::GapViewModel *gap READ gap CONSTANT FINAL)
    Q_PROPERTY(plimsoll::desktop::RoleViewModel *role READ role CONSTANT FINAL)
    Q_PROPERTY(bool engineSilent READ engineSilent NOTIFY engineSilentChanged FINAL)

public:
    DesktopViewModel(monitor::AlarmCommands &alarms, monitor::SettingsPort &settings, monitor::SnapshotRelay &relay,
                     const viewmodels::DisplayFormat &format, bool example, QObject *parent = nullptr);

    [[nodiscard]] CloseViewModel *closing() const { return m_closing; }
    [[nodiscard]] GapViewModel *gap() const { return m_gap; }
    [[nodiscard]] RoleViewModel *role() const { return m_role; }
    [[nodiscard]] bool engineSilent() const { return m_engineSilent; }
    void setEngineSilent(bool silent);

    Q_INVOKABLE void restart();
    Q_INVOKABLE void goToMiniWindow(); ///< keyboard focus to the mini window, where it is shown

Q_SIGNALS:
    void engineSilentChanged();
    void restartRequested();
    void miniWindowWanted();

private:
    CloseViewModel *m_closing;
    GapViewModel *m_gap;
    RoleViewModel *m_role;
    bool m_engineSilent = false;
};

} // namespace plimsoll::desktop
