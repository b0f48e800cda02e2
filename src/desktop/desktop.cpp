// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktop.h"

namespace plimsoll::desktop {

Desktop::Desktop(const Ports &ports, QObject *parent)
    : QObject(parent)
    , m_viewModel(new DesktopViewModel(ports.alarms, ports.stores, ports.relay, ports.app.format(),
                                       ports.app.isExample(), this))
    , m_mini(new MiniViewModel(ports.alarms, ports.relay, ports.clock, ports.app.format(), this))
    , m_tray(new TrayIcon(*ports.app.dashboard(), ports.relay, ports.alarms, ports.commands, this))
    , m_keeper(new WindowKeeper(ports.alarms, *m_mini, ports.clock, this))
    , m_guard(new EngineGuard(ports.relay, ports.clock, ports.app.format(), ports.notifier, this))
    , m_fileDialogs(new FileDialogs(*ports.app.paths(), this))
{
    follow();
    m_viewModel->closing()->load();
}

void Desktop::follow()
{
    CloseViewModel *closing = m_viewModel->closing();
    closing->setHasTray(!m_tray->absent());
    connect(m_tray, &TrayIcon::absentChanged, this, [this, closing](bool absent) {
        closing->setHasTray(!absent);
        if (absent) {
            m_keeper->bringBack(); // a hidden window without an icon could never be reached again
        }
    });
    connect(m_tray, &TrayIcon::openRequested, m_keeper, &WindowKeeper::raise);
    connect(m_tray, &TrayIcon::quitRequested, closing, &CloseViewModel::requestQuit);
    connect(closing, &CloseViewModel::windowWanted, m_keeper, &WindowKeeper::raise);
    connect(closing, &CloseViewModel::hideRequested, m_keeper, &WindowKeeper::hide);
    connect(closing, &CloseViewModel::minimiseRequested, m_keeper, &WindowKeeper::minimise);
    connect(closing, &CloseViewModel::quitRequested, this, &Desktop::quitRequested);
    connect(m_mini, &MiniViewModel::openRequested, m_keeper, &WindowKeeper::raise);
    connect(m_guard, &EngineGuard::silentChanged, m_viewModel, &DesktopViewModel::setEngineSilent);
    connect(m_guard, &EngineGuard::silentChanged, m_tray, &TrayIcon::setEngineSilent);
    connect(m_viewModel, &DesktopViewModel::restartRequested, this, &Desktop::restartRequested);
    connect(m_viewModel, &DesktopViewModel::miniWindowWanted, m_keeper, &WindowKeeper::goToMiniWindow);
}

void Desktop::attach(QQuickWindow &window, QQmlEngine &engine)
{
    m_fileDialogs->setWindow(&window);
    m_keeper->attach(window, engine);
}

void Desktop::deliver(const monitor::Delivery &delivery)
{
    m_keeper->deliver(delivery);
}

void Desktop::setPollPeriod(std::chrono::milliseconds period)
{
    m_guard->setPollPeriod(period);
}

void Desktop::setPreferences(const monitor::AlarmPreferences &preferences)
{
    m_guard->setPreferences(preferences);
}

void Desktop::setCloseAction(CloseAction action)
{
    m_viewModel->closing()->setRemembered(action);
}

void Desktop::sessionEnds()
{
    m_viewModel->closing()->sessionEnds();
}

void Desktop::raiseWindow()
{
    m_keeper->raise();
}

} // namespace plimsoll::desktop
