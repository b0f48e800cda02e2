// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/notice.h"

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace plimsoll::monitor {

/// How a person wants to be told. Kept as settings; a value type. Defaults: notification, sound, screen, attention and mini window are on.
struct AlarmPreferences {
    enum class WebhookKind { Json, Ntfy, Telegram };

    alarm::Channels enabled {alarm::Channel::Desktop, alarm::Channel::Sound, alarm::Channel::Screen, alarm::Channel::Attention,
                             alarm::Channel::MiniWindow};
    bool quietHours = false;
    int quietFrom = 22 * 60; ///< minutes after local midnight
    int quietTo = 7 * 60;
    int volume = 70; ///< 0 to 100
    QStringList command; ///< program and its fixed arguments; no shell
    WebhookKind webhookKind = WebhookKind::Ntfy;
    QString webhookUrl; ///< https only; for Telegram the chat id, its token is in the keyring
    QString pingUrl; ///< https only; empty = none
    bool selfTest = true; ///< once a day through the real channel
    bool hideAmounts = false; ///< no amounts in notifications and messages

    /// Unusable values fall back to their defaults.
    static AlarmPreferences fromSettings(const QHash<QString, QString> &settings);
    [[nodiscard]] QHash<QString, QString> toSettings() const;

    [[nodiscard]] bool isQuietAt(int minuteOfDay) const;

    bool operator==(const AlarmPreferences &) const = default;
};

} // namespace plimsoll::monitor
