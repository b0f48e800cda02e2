// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/engineguard.h"

namespace plimsoll::desktop {

EngineGuard::EngineGuard(monitor::SnapshotRelay &relay, const monitor::Clock &clock,
                         const viewmodels::DisplayFormat &format, monitor::Notifier *notifier, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_format(format)
    , m_notifier(notifier)
    , m_watch(clock)
{
    setPreferences({});
    if (notifier != nullptr) {
        connect(notifier, &monitor::Notifier::reported, this, &EngineGuard::onReport);
    }
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

// What is on the screen shows it by itself.
void EngineGuard::setPreferences(const monitor::AlarmPreferences &preferences)
{
    m_ladder.steps = preferences.steps;
    m_ladder.usable = preferences.enabled;
    m_ladder.usable.remove({alarm::Channel::Screen, alarm::Channel::Attention, alarm::Channel::MiniWindow});
}

void EngineGuard::look()
{
    if (m_watch.look()) {
        m_notice = m_notice.next();
        m_silentSince = m_clock.bootTime();
        m_reached = alarm::Ladder::kNothing;
        m_ladder.failed = {};
        Q_EMIT silentChanged(true);
    }
    if (m_watch.silent()) {
        climb();
    }
}

void EngineGuard::onReport(const monitor::DeliveryReport &report)
{
    if (report.notice == m_notice && !report.delivered && m_watch.silent()) {
        m_ladder.failed.add(report.channel);
        climb();
    }
}

void EngineGuard::climb()
{
    constexpr auto kPriority = alarm::Priority::High;
    const alarm::Ms before = m_reached;
    m_reached = m_ladder.reach(kPriority, m_clock.bootTime() - m_silentSince, before);
    alarm::Channels channels = m_ladder.upTo(kPriority, m_reached);
    channels.remove(m_ladder.upTo(kPriority, before));
    if (m_notifier != nullptr && !m_standsBy
        && !channels.empty()) { // a window that only shows: the accounts are watched elsewhere
        tellSilence(channels);
    }
}

void EngineGuard::tellSilence(alarm::Channels channels)
{
    monitor::Delivery delivery;
    delivery.notice = m_notice;
    delivery.priority = alarm::Priority::Highest;
    delivery.worstCondition = static_cast<int>(alarm::Condition::ThreadDead);
    delivery.text.title = tr("Plimsoll's engine does not answer");
    delivery.text.body = m_lastWall > 0 ? tr("Nothing is watched. The newest levels are of %1. Restart Plimsoll.")
                                              .arg(m_format.moment(m_lastWall, m_clock.wallTime()))
                                        : tr("Nothing is watched. Restart Plimsoll.");
    delivery.text.line = delivery.text.title + QStringLiteral(". ") + delivery.text.body;
    for (const auto channel :
         {alarm::Channel::Desktop, alarm::Channel::Sound, alarm::Channel::Command, alarm::Channel::Webhook}) {
        if (channels.has(channel)) {
            delivery.channel = channel;
            m_notifier->send(delivery);
        }
    }
}

// The notification said that nothing is watched; that must not stay on the desktop. Where alarms stand, the engine
// tells them again itself.
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
