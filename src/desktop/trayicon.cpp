// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/trayicon.h"

#include "desktop/traypainter.h"

#include <QtGui/QGuiApplication>

namespace plimsoll::desktop {

using viewmodels::DashboardViewModel;

TrayIcon::TrayIcon(const DashboardViewModel &dashboard, monitor::SnapshotRelay &relay, monitor::AlarmCommands &alarms,
                   monitor::Commands &commands, QObject *parent)
    : TrayIcon(dashboard, relay, alarms, commands, std::make_unique<BusTrayProbe>(),
               &QSystemTrayIcon::isSystemTrayAvailable, parent)
{
}

TrayIcon::TrayIcon(const DashboardViewModel &dashboard, monitor::SnapshotRelay &relay, monitor::AlarmCommands &alarms,
                   monitor::Commands &commands, std::unique_ptr<TrayProbe> probe, Availability available,
                   QObject *parent)
    : QObject(parent)
    , m_dashboard(dashboard)
    , m_relay(relay)
    , m_probe(std::move(probe))
    , m_available(std::move(available))
{
    makeMenu(alarms, commands);
    // The dashboard listens to the relay too, and was made before: it has taken the snapshot when this comes.
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &TrayIcon::refresh);
    connect(&dashboard, &DashboardViewModel::changed, this, &TrayIcon::refresh);
    connect(&m_timer, &QTimer::timeout, this, &TrayIcon::look);
    m_timer.start(kLookMs);
    connect(m_probe.get(), &TrayProbe::answered, this, &TrayIcon::onHost);
    connect(m_probe.get(), &TrayProbe::hostMoved, this, &TrayIcon::look);
    m_grace.setSingleShot(true);
    connect(&m_grace, &QTimer::timeout, this, [this] {
        m_graceOver = true;
        look();
    });
    m_grace.start(kGraceMs);
    refresh();
    look();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::makeMenu(monitor::AlarmCommands &alarms, monitor::Commands &commands)
{
    m_worst = m_menu.addAction(QString());
    m_worst->setObjectName(QStringLiteral("trayWorst"));
    m_worst->setEnabled(false);
    m_menu.addSeparator();
    const auto add = [this](const QString &text, const char *name, auto slot) {
        QAction *action = m_menu.addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_menu.setDefaultAction(add(tr("Open Plimsoll"), "trayOpen", [this] { Q_EMIT openRequested(); }));
    m_acknowledge = add(tr("Acknowledge all alarms"), "trayAcknowledge",
                        [&alarms] { alarms.acknowledgeAlarms("*", std::nullopt); });
    m_snooze = add(tr("Snooze 5 min"), "traySnooze", [&alarms] { alarms.snoozeAlarms("*", kSnooze); });
    add(tr("Refresh prices"), "trayPoll", [&commands] { commands.pollNow(); });
    m_menu.addSeparator();
    add(tr("Quit"), "trayQuit", [this] { Q_EMIT quitRequested(); });
}

void TrayIcon::setEngineSilent(bool silent)
{
    m_engineSilent = silent;
    refresh();
}

void TrayIcon::look()
{
    m_probe->ask();
}

// Qt is asked only where it will answer at once, and not before the last chance of a panel: its first answer is its
// last.
void TrayIcon::onHost(TrayProbe::Host host)
{
    if (host == TrayProbe::Host::Hangs) {
        return; // nothing is known; it stays as it was
    }
    const bool waits = host == TrayProbe::Host::Absent && !m_graceOver && absent();
    const bool hasOldKind = QGuiApplication::platformName() == QStringLiteral("xcb");
    const bool available = !waits && (host == TrayProbe::Host::Present || hasOldKind) && m_available();
    if (available == !absent()) {
        return;
    }
    if (available) {
        m_icon = std::make_unique<QSystemTrayIcon>();
        m_icon->setContextMenu(&m_menu);
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, &TrayIcon::onActivated);
        m_isPainted = false;
        showStatus();
        m_icon->show();
    } else {
        m_icon.reset();
    }
    Q_EMIT absentChanged(absent());
}

QRect TrayIcon::geometry() const
{
    return m_icon ? m_icon->geometry() : QRect();
}

void TrayIcon::onActivated(QSystemTrayIcon::ActivationReason reason)
{
    if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
        Q_EMIT openRequested();
    }
    look();
}

void TrayIcon::refresh()
{
    const monitor::SnapshotPtr snapshot = m_relay.current();
    const TrayStatus status = trayStatus(m_dashboard, snapshot ? snapshot->alarms.get() : nullptr, m_engineSilent);
    if (status == m_status && m_isPainted) {
        return;
    }
    m_status = status;
    m_worst->setText(status.worstLine.isEmpty() ? tr("No accounts") : status.worstLine);
    m_acknowledge->setEnabled(status.unacknowledged > 0);
    m_snooze->setEnabled(status.unacknowledged > 0);
    showStatus();
}

void TrayIcon::showStatus()
{
    if (!m_icon) {
        return;
    }
    const bool samePicture = m_isPainted && m_painted.state == m_status.state
        && m_painted.unacknowledged == m_status.unacknowledged;
    if (!samePicture) {
        m_icon->setIcon(trayIcon(m_status.state, m_status.unacknowledged));
        ++m_repaints;
    }
    if (!m_isPainted || m_painted.toolTip != m_status.toolTip) {
        m_icon->setToolTip(m_status.toolTip);
    }
    m_painted = m_status;
    m_isPainted = true;
}

} // namespace plimsoll::desktop
