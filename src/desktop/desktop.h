// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/desktopviewmodel.h"
#include "desktop/engineguard.h"
#include "desktop/filedialogs.h"
#include "desktop/miniviewmodel.h"
#include "desktop/trayicon.h"
#include "desktop/windowkeeper.h"
#include "ports/alarmcommands.h"
#include "ports/commands.h"
#include "ports/notifier.h"
#include "ports/snapshotrelay.h"
#include "ports/stores.h"
#include "viewmodels/app/appviewmodel.h"

#include <QtCore/QObject>

#include <chrono>

class QQmlEngine;
class QQuickWindow;

namespace plimsoll::desktop {

/// The program as a guest of the desktop: tray icon, the window that comes when it is needed, the mini window, the
/// question at closing, the report about time not watched, and the watch over the engine. Made after the view-models,
/// gone before them; one per composition. GUI thread.
///
/// attach() once the window exists. viewModel() goes to the window as its property `desktop`. deliver() takes Attention
/// and MiniWindow and ignores every other channel. The program must not end with its last window
/// (QGuiApplication::setQuitOnLastWindowClosed(false)): it ends where quitRequested() says so, and nothing asks again
/// after that signal.
class Desktop : public QObject
{
    Q_OBJECT

public:
    struct Ports {
        monitor::Commands &commands;
        monitor::AlarmCommands &alarms;
        monitor::Stores &stores;
        monitor::SnapshotRelay &relay;
        const monitor::Clock &clock;
        viewmodels::AppViewModel &app;
        monitor::Notifier *notifier = nullptr; ///< nullptr: the engine's silence is told in the window only
    };

    explicit Desktop(const Ports &ports, QObject *parent = nullptr);

    /// `window` may go before this does. `engine` makes the mini window.
    void attach(QQuickWindow &window, QQmlEngine &engine);

    [[nodiscard]] DesktopViewModel &viewModel() { return *m_viewModel; }
    [[nodiscard]] TrayIcon &tray() { return *m_tray; }

    void deliver(const monitor::Delivery &delivery);
    void setPollPeriod(std::chrono::milliseconds period); ///< how long the engine may be silent depends on it
    void setPreferences(
        const monitor::AlarmPreferences &preferences); ///< how a person is told that the engine does not answer
    void setCloseAction(CloseAction action); ///< a person changed it in the settings
    void sessionEnds(); ///< the question at closing is not asked
    void raiseWindow(); ///< a second start, or an action of a notification

Q_SIGNALS:
    void quitRequested();
    void restartRequested(); ///< the engine does not answer: end and start again

private:
    void follow();

    DesktopViewModel *m_viewModel;
    MiniViewModel *m_mini;
    TrayIcon *m_tray;
    WindowKeeper *m_keeper;
    EngineGuard *m_guard;
    FileDialogs *m_fileDialogs;
};

} // namespace plimsoll::desktop
