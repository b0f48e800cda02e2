// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/alarmboard.h"
#include "ports/alarmpreferences.h"
#include "viewmodels/alarms/channellistmodel.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QString>

#include <optional>
#include <vector>

namespace plimsoll::viewmodels {

/// One channel as a row. Pure.
ChannelView channelView(alarm::Channel channel, const monitor::AlarmPreferences &preferences,
                        const monitor::ChannelHealth &health, bool testing, const DisplayFormat &format);

/// Why an address cannot be used for a message or a ping, or "" where it can or is empty.
QString addressProblem(const QString &url);
/// The same for the field of a webhook, which holds a chat for Telegram.
QString webhookProblem(monitor::AlarmPreferences::WebhookKind kind, const QString &text);

QString priorityChoice(alarm::Priority priority); ///< "Margin calls and worse"
QString waitChoice(alarm::Ms wait, const DisplayFormat &format); ///< "at once", "after 1 min"
std::vector<alarm::Ms> waitChoices(alarm::Ms own); ///< of a step of the ladder, rising; `own` is one of them
std::vector<alarm::Ms> pingChoices(int ownMinutes); ///< likewise, of the time between two pings

QString minuteText(int minuteOfDay); ///< "22:00"
std::optional<int> minuteOf(const QString &text); ///< nothing where it is no time of day

} // namespace plimsoll::viewmodels
