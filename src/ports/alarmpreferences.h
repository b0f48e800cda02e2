// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/ladder.h"

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace plimsoll::monitor {

/// How a person wants to be told. Kept as settings; a value type. Defaults: notification, sound, screen, attention and
/// mini window are on.
struct AlarmPreferences {
    enum class WebhookKind { Json, Ntfy, Telegram };
    static constexpr alarm::Ms kLongestWait = alarm::kHour; ///< of a step of the ladder
    static constexpr int kPingMinutes = 5;
    static constexpr int kLongestPingMinutes = 60;

    alarm::Channels enabled {alarm::Channel::Desktop, alarm::Channel::Sound, alarm::Channel::Screen,
                             alarm::Channel::Attention, alarm::Channel::MiniWindow};
    alarm::Ladder::Steps steps =
        alarm::Ladder::kUsual; ///< from which priority and after how long each way is used; the screen always
    bool quietHours = false;
    int quietFrom = 22 * 60; ///< minutes after local midnight
    int quietTo = 7 * 60;
    int volume = 70; ///< 0 to 100
    QStringList command; ///< program and its fixed arguments; no shell
    WebhookKind webhookKind = WebhookKind::Ntfy;
    QString webhookUrl; ///< https only; for Telegram the chat id, its token is in the keyring
    QString pingUrl; ///< https only; empty = none
    int pingMinutes = kPingMinutes; ///< how often it is asked
    bool selfTest = true; ///< once a day through the real channel
    bool hideAmounts = false; ///< no amounts in notifications and messages

    /// Unusable values fall back to their defaults.
    static AlarmPreferences fromSettings(const QHash<QString, QString> &settings);
    [[nodiscard]] QHash<QString, QString> toSettings() const;

    [[nodiscard]] bool isQuietAt(int minuteOfDay) const;

    bool operator==(const AlarmPreferences &) const = default;
};

} // namespace plimsoll::monitor
