// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "desktop/desktop.h"
#include "engine/monitor.h"
#include "notify/channelnotifier.h"
#include "ports/future.h"
#include "viewmodels/app/appviewmodel.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace plimsoll::app {

/// How a person is told: the notifier and the desktop around the window; connects them with the engine's alarms and the
/// view-models. Part of Composition. GUI thread. Order: made
/// before the engine (which sends through the notifier), connected once engine and view-models exist;
/// disconnectScreen() before the view-models go, destruction after the engine.
class Notifications : public QObject
{
    Q_OBJECT

public:
    Notifications(const CommandLine &line, const monitor::Clock &clock, const QHash<QString, QString> &settings);
    ~Notifications() override;

    /// For the engine, but for the notifier. The writer is called on its thread.
    [[nodiscard]] monitor::AlarmManager::Options options() const;

    struct Parts {
        monitor::Monitor &engine;
        monitor::Stores &stores;
        monitor::SnapshotRelay &relay;
        viewmodels::AppViewModel &app;
        std::chrono::milliseconds pollPeriod;
    };
    void connectParts(const Parts &parts);
    void disconnectScreen();

    [[nodiscard]] notify::ChannelNotifier *notifier() { return m_notifier.get(); } ///< nullptr for a screenshot
    [[nodiscard]] desktop::Desktop *desktop() { return m_desktop.get(); }

private:
    void connectEngine(const Parts &parts);
    void connectSettings(const Parts &parts);
    Future<QString> keepToken(const QString &token);

    const CommandLine m_line;
    const monitor::Clock &m_clock;
    const monitor::AlarmPreferences m_preferences;
    std::unique_ptr<notify::ChannelNotifier> m_notifier; ///< none for a screenshot
    std::unique_ptr<desktop::Desktop> m_desktop;
    QTimer m_screenBeat; ///< on the thread of the screen
};

} // namespace plimsoll::app
