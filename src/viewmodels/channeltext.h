// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/alarmboard.h"
#include "monitor/alarmpreferences.h"
#include "viewmodels/channellistmodel.h"
#include "viewmodels/displayformat.h"

#include <QtCore/QString>

#include <optional>

namespace plimsoll::viewmodels {

/// One channel as a row. Pure.
ChannelView channelView(alarm::Channel channel, const monitor::AlarmPreferences &preferences, const monitor::ChannelHealth &health, bool testing,
                        const DisplayFormat &format);

/// Why an address cannot be used for a message or a ping, or "" where it can or is empty: it must be https with a host.
QString addressProblem(const QString &url);
/// The same for the field of a webhook, which holds a chat for Telegram.
QString webhookProblem(monitor::AlarmPreferences::WebhookKind kind, const QString &text);

QString minuteText(int minuteOfDay); ///< "22:00"
std::optional<int> minuteOf(const QString &text); ///< nothing where it is no time of day

} // namespace plimsoll::viewmodels
