// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopviewmodel.h"

namespace plimsoll::desktop {

DesktopViewModel::DesktopViewModel(monitor::AlarmCommands &alarms, monitor::SettingsPort &settings,
                                   monitor::SnapshotRelay &relay, const viewmodels::DisplayFormat &format, bool example,
                                   QObject *parent)
    : QObject(parent)
    , m_closing(new CloseViewModel(settings, relay, example, this))
    , m_gap(new GapViewModel(alarms, relay, format, this))
    , m_role(new RoleViewModel(relay, this))
{
}

void DesktopViewModel::setEngineSilent(bool silent)
{
    if (m_engineSilent != silent) {
        m_engineSilent = silent;
        Q_EMIT engineSilentChanged();
    }
}

void DesktopViewModel::restart()
{
    Q_EMIT restartRequested();
}

void DesktopViewModel::goToMiniWindow()
{
    Q_EMIT miniWindowWanted();
}

} // namespace plimsoll::desktop
