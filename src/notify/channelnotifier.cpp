// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/channelnotifier.h"

#include "notify/commandchannel.h"
#include "notify/deliveryqueue.h"
#include "notify/desktopchannel.h"
#include "notify/pingurl.h"
#include "notify/secretstore.h"
#include "notify/sleepwatch.h"
#include "notify/soundchannel.h"
#include "notify/webhookchannel.h"

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

ChannelNotifier::ChannelNotifier(const monitor::Clock &clock)
    : ChannelNotifier(clock, Options())
{
}

ChannelNotifier::ChannelNotifier(const monitor::Clock &clock, const Options &options)
    : m_clock(clock)
    , m_signs(clock, options.hasScreen)
    , m_deliveries(new DeliveryQueue(clock))
    , m_secrets(new SecretStore(u"plimsoll/telegram-token"_s))
    , m_busThread(u"notify-bus"_s)
    , m_thread(u"notify"_s)
{
    auto *desktop = new DesktopChannel(options.sessionBus);
    auto *sleep = new SleepWatch(options.systemBus);
    auto *sound = new SoundChannel(m_deliveries);
    auto *command = new CommandChannel(m_deliveries);
    auto *webhook = new WebhookChannel(options.telegram, m_deliveries);
    m_ping = new PingUrl(
        std::chrono::minutes(monitor::AlarmPreferences::kPingMinutes), [this] { return m_signs.alive(); },
        m_deliveries);
    m_deliveries->addChannel(alarm::Channel::Desktop, desktop, options.shortLimit);
    m_deliveries->addChannel(alarm::Channel::Sound, sound, options.shortLimit);
    m_deliveries->addChannel(alarm::Channel::Command, command, options.longLimit);
    m_deliveries->addChannel(alarm::Channel::Webhook, webhook, options.longLimit);

    // Signals of ours are emitted on the thread where the matter happened.
    connect(m_deliveries, &DeliveryQueue::reported, this, &ChannelNotifier::reported, Qt::DirectConnection);
    connect(desktop, &DesktopChannel::actionChosen, this, &ChannelNotifier::actionChosen, Qt::DirectConnection);
    connect(desktop, &DesktopChannel::restarted, this, &ChannelNotifier::desktopRestarted, Qt::DirectConnection);
    connect(m_ping, &PingUrl::pinged, this, &ChannelNotifier::pinged, Qt::DirectConnection);
    connect(sleep, &SleepWatch::aboutToSleep, this, &ChannelNotifier::aboutToSleep, Qt::DirectConnection);
    connect(sleep, &SleepWatch::woke, this, &ChannelNotifier::woke, Qt::DirectConnection);
    connect(
        m_secrets, &SecretStore::known, this,
        [this](const QString &secret, const QString &error) { Q_EMIT telegramTokenChecked(!secret.isEmpty(), error); },
        Qt::DirectConnection);

    // These go from thread to thread.
    connect(webhook, &WebhookChannel::tokenWanted, m_secrets, &SecretStore::read);
    connect(m_secrets, &SecretStore::known, webhook, &WebhookChannel::setToken);
    connect(sleep, &SleepWatch::woke, m_ping, &PingUrl::pingNow);
    connect(m_deliveries, &DeliveryQueue::preferencesChanged, m_ping,
            [ping = m_ping](const monitor::AlarmPreferences &preferences) {
                ping->setEvery(std::chrono::minutes(preferences.pingMinutes));
                ping->setUrl(QUrl(preferences.pingUrl, QUrl::StrictMode));
            });

    m_busThread.adopt(desktop);
    m_busThread.adopt(sleep);
    m_busThread.adopt(m_secrets);
    m_thread.adopt(m_deliveries);
    QMetaObject::invokeMethod(sleep, &SleepWatch::start);
}

ChannelNotifier::~ChannelNotifier() = default;

void ChannelNotifier::send(const monitor::Delivery &delivery)
{
    QMetaObject::invokeMethod(
        m_deliveries,
        [queue = m_deliveries, delivery, sentAt = m_clock.bootTime()] { queue->accept(delivery, sentAt); },
        Qt::QueuedConnection);
}

void ChannelNotifier::setPreferences(const monitor::AlarmPreferences &preferences)
{
    QMetaObject::invokeMethod(
        m_deliveries, [queue = m_deliveries, preferences] { queue->setPreferences(preferences); },
        Qt::QueuedConnection);
}

void ChannelNotifier::setPinging(bool on)
{
    QMetaObject::invokeMethod(
        m_ping, [ping = m_ping, on] { ping->setRunning(on); }, Qt::QueuedConnection);
}

void ChannelNotifier::storeTelegramToken(const QString &token)
{
    QMetaObject::invokeMethod(
        m_secrets, [secrets = m_secrets, token] { secrets->write(token); }, Qt::QueuedConnection);
}

void ChannelNotifier::checkTelegramToken()
{
    QMetaObject::invokeMethod(
        m_secrets, [secrets = m_secrets] { secrets->read(); }, Qt::QueuedConnection);
}

} // namespace plimsoll::notify
