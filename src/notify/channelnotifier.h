// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "notify/heartbeats.h"
#include "ports/alarmpreferences.h"
#include "ports/clock.h"
#include "ports/notifier.h"
#include "ports/threadhost.h"

#include <QtCore/QUrl>

#include <chrono>

namespace plimsoll::notify {

class DeliveryQueue;
class PingUrl;
class SecretStore;

/// Carries deliveries to the desktop, to a sound player, to a person's own program and to a phone. Needs a
/// QCoreApplication, no screen. Every public function may be called from any thread and returns at once; signals come
/// from the thread "notify" or "notify-bus". Nothing is lost to a service that hangs: whatever a channel does, its
/// report comes when the time of the port is over. Deliveries on their way at destruction are not reported. One
/// notifier per process: the keyring library keeps its queue on the thread of its first use.
class ChannelNotifier final : public monitor::Notifier
{
    Q_OBJECT

public:
    struct Options {
        QString sessionBus; ///< D-Bus address; empty = the one of this session
        QString systemBus; ///< likewise, for the news of sleep; empty = the one of this computer
        QUrl telegram {QStringLiteral("https://api.telegram.org")};
        std::chrono::milliseconds shortLimit {2000}; ///< of a report on Desktop and Sound
        std::chrono::milliseconds longLimit {10'000}; ///< of a report on Command and Webhook
        bool hasScreen = false; ///< screenBeats() is called: without it the ping falls silent
    };

    /// `clock` must outlive the notifier.
    explicit ChannelNotifier(const monitor::Clock &clock);
    ChannelNotifier(const monitor::Clock &clock, const Options &options);
    ~ChannelNotifier() override; ///< ends what it started; waits for its threads

    /// Desktop, Sound, Command and Webhook; others are reported as failed.
    void send(const monitor::Delivery &delivery) override;

    /// How loud, which program, which address. Which channels are on is the sender's business: a disabled one can still
    /// be tested.
    void setPreferences(const monitor::AlarmPreferences &preferences);

    /// The dead man's switch: while on, the ping URL of the preferences is asked as often as they say, as long as there
    /// are heartbeats (Heartbeats). Off at first.
    void setPinging(bool on);
    void engineBeats(BootTime pricesAt)
    {
        m_signs.engineBeats(pricesAt);
    } ///< on the engine's own thread; see Heartbeats
    void screenBeats() { m_signs.screenBeats(); } ///< on the thread of the screen

    /// Puts the token of the Telegram bot into the keyring; empty removes it. The result comes as
    /// telegramTokenChecked().
    void storeTelegramToken(const QString &token);
    void checkTelegramToken(); ///< is one there? A locked keyring may ask the person

Q_SIGNALS:
    void telegramTokenChecked(bool isThere,
                              const QString &error); ///< `error`: plain English, from outside; empty = none
    void pinged(bool answered, const QString &detail); ///< `detail` as in DeliveryReport
    void aboutToSleep(); ///< the computer goes to sleep now
    void woke(); ///< and is back

private:
    const monitor::Clock &m_clock;
    Heartbeats m_signs;
    DeliveryQueue *m_deliveries = nullptr; // on m_thread, and deleted there
    PingUrl *m_ping = nullptr; // likewise
    SecretStore *m_secrets = nullptr; // on m_busThread, and deleted there
    monitor::ThreadHost m_busThread; // connecting to a bus may block, so it has a thread of its own
    monitor::ThreadHost m_thread; // ends first: what lives there calls what lives on m_busThread
};

} // namespace plimsoll::notify
