// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/trayprobe.h"
#include "desktop/traystatus.h"
#include "ports/alarmcommands.h"
#include "ports/commands.h"
#include "ports/snapshotrelay.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSystemTrayIcon>

#include <functional>
#include <memory>

namespace plimsoll::desktop {

/// The icon in the tray: StatusNotifier where the desktop has it, XEmbed else. Shows the worst state and the number of
/// unacknowledged alarms and offers what can be done without a window. Repainted only when what it shows changed. Where
/// there is no tray it is absent, and looks for one every kLookMs. Notifications are not its business: it never shows a
/// message. GUI thread.
class TrayIcon : public QObject
{
    Q_OBJECT

public:
    static constexpr int kLookMs = 30'000;
    /// How long a panel may take to start after this program. Where it brings no StatusNotifier tray, one of the old
    /// kind is looked for.
    static constexpr int kGraceMs = 5000;
    static constexpr std::chrono::minutes kSnooze {5};

    /// Whether Qt finds a tray now.
    using Availability = std::function<bool()>;

    TrayIcon(const viewmodels::DashboardViewModel &dashboard, monitor::SnapshotRelay &relay,
             monitor::AlarmCommands &alarms, monitor::Commands &commands, QObject *parent = nullptr);
    TrayIcon(const viewmodels::DashboardViewModel &dashboard, monitor::SnapshotRelay &relay,
             monitor::AlarmCommands &alarms, monitor::Commands &commands, std::unique_ptr<TrayProbe> probe,
             Availability available, QObject *parent = nullptr);
    ~TrayIcon() override;

    [[nodiscard]] bool absent() const { return m_icon == nullptr; }
    void setEngineSilent(bool silent);
    void look(); ///< whether a tray came or went; never waits for an answer

    [[nodiscard]] const TrayStatus &status() const { return m_status; }
    [[nodiscard]] int repaints() const { return m_repaints; }
    [[nodiscard]] QMenu &menu() { return m_menu; }
    [[nodiscard]] QRect geometry() const; ///< on the screen, where the desktop tells it

Q_SIGNALS:
    void absentChanged(bool absent);
    void openRequested();
    void quitRequested();

private:
    void makeMenu(monitor::AlarmCommands &alarms, monitor::Commands &commands);
    void onHost(TrayProbe::Host host);
    void refresh();
    void showStatus();
    void onActivated(QSystemTrayIcon::ActivationReason reason);

    const viewmodels::DashboardViewModel &m_dashboard;
    monitor::SnapshotRelay &m_relay;
    const std::unique_ptr<TrayProbe> m_probe;
    const Availability m_available;
    QMenu m_menu;
    QAction *m_worst = nullptr;
    QAction *m_acknowledge = nullptr;
    QAction *m_snooze = nullptr;
    std::unique_ptr<QSystemTrayIcon> m_icon; // after the menu it shows
    TrayStatus m_status;
    TrayStatus m_painted;
    bool m_isPainted = false;
    int m_repaints = 0;
    bool m_engineSilent = false;
    bool m_graceOver = false;
    QTimer m_timer;
    QTimer m_grace;
};

} // namespace plimsoll::desktop
