// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications.h"

#include "wording/noticetext.h"

namespace plimsoll::app {

namespace {

constexpr std::chrono::milliseconds kScreenBeat {2000};

} // namespace

Notifications::Notifications(const CommandLine &line, const monitor::Clock &clock,
                             const QHash<QString, QString> &settings)
    : m_line(line)
    , m_clock(clock)
    , m_preferences(monitor::AlarmPreferences::fromSettings(settings))
{
    if (line.screenshotFile.isEmpty()) {
        notify::ChannelNotifier::Options options;
        options.hasScreen = true;
        m_notifier = std::make_unique<notify::ChannelNotifier>(clock, options);
        m_notifier->setPreferences(m_preferences);
    }
}

Notifications::~Notifications() = default;

monitor::AlarmManager::Options Notifications::options() const
{
    monitor::AlarmManager::Options options;
    options.preferences = m_preferences;
    options.hasScreen = true;
    options.tellsGaps = !m_line.example; // its days are a story
    options.writer = [](const alarm::Notice &notice, const monitor::NoticeContext &context) {
        return wording::noticeText(notice, context, wording::DisplayFormat(QLocale()));
    };
    return options;
}

void Notifications::connectParts(const Parts &parts)
{
    m_desktop = std::make_unique<desktop::Desktop>(desktop::Desktop::Ports {
        parts.engine, parts.engine.alarms(), parts.stores, parts.relay, m_clock, parts.app, m_notifier.get()});
    connectEngine(parts);
    connectSettings(parts);
}

void Notifications::disconnectScreen()
{
    m_desktop.reset();
}

void Notifications::connectEngine(const Parts &parts)
{
    monitor::AlarmService *alarms = &parts.engine.alarms();
    viewmodels::AlarmsViewModel *screen = parts.app.alarms();
    connect(alarms, &monitor::AlarmService::noticed, m_desktop.get(),
            [this, screen](const monitor::Delivery &delivery) {
                delivery.channel == alarm::Channel::Screen ? screen->onNotice(delivery) : m_desktop->deliver(delivery);
            });
    connect(alarms, &monitor::AlarmService::openWanted, m_desktop.get(), &desktop::Desktop::raiseWindow);
    monitor::Monitor *engine = &parts.engine;
    connect(m_desktop->viewModel().role(), &desktop::RoleViewModel::takeOverRequested, m_desktop.get(),
            [engine] { engine->takeOver(); });
    if (!m_notifier) {
        return;
    }
    connect(&m_screenBeat, &QTimer::timeout, m_notifier.get(),
            [notifier = m_notifier.get()] { notifier->screenBeats(); });
    m_screenBeat.start(kScreenBeat);
}

void Notifications::connectSettings(const Parts &parts)
{
    viewmodels::ChannelsViewModel *channels = parts.app.channels();
    monitor::AlarmService *alarms = &parts.engine.alarms();
    connect(channels, &viewmodels::ChannelsViewModel::preferencesChanged, this,
            [this, alarms](const monitor::AlarmPreferences &preferences) {
                alarms->setPreferences(preferences);
                if (m_notifier) {
                    m_notifier->setPreferences(preferences);
                }
                m_desktop->setPreferences(preferences);
            });
    m_desktop->setPreferences(m_preferences);
    channels->setTokenKeeper([this](const QString &token) { return keepToken(token); });
    channels->load();
    m_desktop->setPollPeriod(parts.pollPeriod);
    connect(parts.app.settings(), &viewmodels::SettingsViewModel::intervalChanged, m_desktop.get(),
            [this](int ms) { m_desktop->setPollPeriod(std::chrono::milliseconds(ms)); });
}

Future<QString> Notifications::keepToken(const QString &token)
{
    const Promise<QString> promise;
    if (!m_notifier) {
        promise.finish(tr("There is no keyring here."));
        return promise.future();
    }
    connect(
        m_notifier.get(), &notify::ChannelNotifier::telegramTokenChecked, this,
        [promise](bool, const QString &error) { promise.finish(error); }, Qt::SingleShotConnection);
    m_notifier->storeTelegramToken(token);
    return promise.future();
}

} // namespace plimsoll::app
