// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/engineguard.h"

namespace plimsoll::desktop {

EngineGuard::EngineGuard(monitor::SnapshotRelay &relay, const monitor::Clock &clock, const viewmodels::DisplayFormat &format,
                         monitor::Notifier *notifier, QObject *parent)
    : QObject(parent)
    , m_format(format)
    , m_notifier(notifier)
    , m_watch(clock)
{
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, &EngineGuard::take);
    connect(&m_timer, &QTimer::timeout, this, &EngineGuard::look);
    m_timer.start(static_cast<int>(EngineWatch::kLookMs));
    if (relay.current()) {
        take(relay.current());
    }
}

void EngineGuard::take(const monitor::SnapshotPtr &snapshot)
{
    m_lastWall = snapshot->wallTime;
    m_standsBy = snapshot->role.part != monitor::MonitorRole::Part::Monitor;
    if (m_watch.heard(snapshot->bootTime)) {
        tellEnd(*snapshot);
        Q_EMIT silentChanged(false);
    }
}

void EngineGuard::look()
{
    if (m_watch.look()) {
        tellSilence();
        Q_EMIT silentChanged(true);
    }
}

void EngineGuard::tellSilence()
{
    ++m_notice;
    if (m_notifier == nullptr || m_standsBy) {
        return; // a window that only shows: the accounts are watched elsewhere
    }
    monitor::Delivery delivery;
    delivery.notice = m_notice;
    delivery.priority = alarm::Priority::Highest;
    delivery.worstCondition = static_cast<int>(alarm::Condition::ThreadDead);
    delivery.text.title = tr("Plimsoll's engine does not answer");
    delivery.text.body = m_lastWall > 0
        ? tr("Nothing is watched. The newest levels are of %1. Restart Plimsoll.").arg(m_format.time(m_lastWall))
        : tr("Nothing is watched. Restart Plimsoll.");
    delivery.text.line = delivery.text.title + QStringLiteral(". ") + delivery.text.body;
    for (const alarm::Channel channel : {alarm::Channel::Desktop, alarm::Channel::Sound}) {
        delivery.channel = channel;
        m_notifier->send(delivery);
    }
}

// The notification said that nothing is watched; that must not stay on the desktop. Where alarms stand, the engine tells them again itself.
void EngineGuard::tellEnd(const monitor::RiskSnapshot &snapshot)
{
    if (m_notifier == nullptr || m_standsBy) {
        return;
    }
    monitor::Delivery delivery;
    delivery.notice = m_notice;
    delivery.channel = alarm::Channel::Desktop;
    delivery.quiet = true;
    delivery.allOver = !snapshot.alarms || snapshot.alarms->unacknowledged == 0;
    delivery.worstCondition = static_cast<int>(alarm::Condition::ThreadDead);
    delivery.text.title = tr("Plimsoll's engine answers again");
    delivery.text.body = tr("Levels are watched.");
    delivery.text.line = delivery.text.title;
    m_notifier->send(delivery);
}

} // namespace plimsoll::desktop
