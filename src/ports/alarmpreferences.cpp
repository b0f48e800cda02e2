// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/alarmpreferences.h"

#include <array>

using namespace Qt::StringLiterals;

namespace plimsoll::monitor {

namespace {

const QString kQuietHours = u"alarm_quiet_hours"_s;
const QString kQuietFrom = u"alarm_quiet_from"_s;
const QString kQuietTo = u"alarm_quiet_to"_s;
const QString kVolume = u"alarm_volume"_s;
const QString kCommand = u"alarm_command"_s;
const QString kWebhookKind = u"alarm_webhook_kind"_s;
const QString kWebhookUrl = u"alarm_webhook_url"_s;
const QString kPingUrl = u"alarm_ping_url"_s;
const QString kPingMinutesKey = u"alarm_ping_minutes"_s;
const QString kSelfTest = u"alarm_self_test"_s;
const QString kHideAmounts = u"alarm_hide_amounts"_s;
constexpr QChar kBetweenArguments = u'\x1f'; // arguments may hold anything a person can type
constexpr std::array kWebhookWords {"json"_L1, "ntfy"_L1, "telegram"_L1};
constexpr int kMinutesOfDay = 24 * 60;

QString keyOf(QLatin1String what, alarm::Channel channel)
{
    return u"alarm_"_s + what + u'_'
        + QLatin1String(alarm::channelWord(channel).data(), static_cast<qsizetype>(alarm::channelWord(channel).size()));
}

QString channelKey(alarm::Channel channel)
{
    return keyOf("channel"_L1, channel);
}

QString word(alarm::Priority priority)
{
    const std::string_view text = alarm::priorityWord(priority);
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString flag(bool value)
{
    return value ? u"1"_s : u"0"_s;
}

int whole(const QString &text, int least, int most, int fallback)
{
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    return isNumber && value >= least && value <= most ? value : fallback;
}

// The screen is used by everything, and at once.
void readStep(alarm::Channel channel, alarm::Ladder::Step &step, const QHash<QString, QString> &settings)
{
    if (channel == alarm::Channel::Screen) {
        return;
    }
    for (const auto priority :
         {alarm::Priority::Low, alarm::Priority::Medium, alarm::Priority::High, alarm::Priority::Highest}) {
        step.from = settings.value(keyOf("from"_L1, channel)) == word(priority) ? priority : step.from;
    }
    constexpr int kMost = static_cast<int>(AlarmPreferences::kLongestWait / alarm::kSecond);
    step.after = alarm::kSecond
        * whole(settings.value(keyOf("after"_L1, channel)), 0, kMost, static_cast<int>(step.after / alarm::kSecond));
}

} // namespace

AlarmPreferences AlarmPreferences::fromSettings(const QHash<QString, QString> &settings)
{
    AlarmPreferences preferences;
    for (int i = 0; i < alarm::kChannels; ++i) {
        const auto channel = static_cast<alarm::Channel>(i);
        const QString value = settings.value(channelKey(channel));
        if (value == u"1"_s) {
            preferences.enabled.add(channel);
        } else if (value == u"0"_s && channel != alarm::Channel::Screen) { // the screen always tells
            preferences.enabled.remove(channel);
        }
        readStep(channel, preferences.steps[static_cast<std::size_t>(i)], settings);
    }
    preferences.quietHours = settings.value(kQuietHours) == u"1"_s;
    preferences.quietFrom = whole(settings.value(kQuietFrom), 0, kMinutesOfDay - 1, preferences.quietFrom);
    preferences.quietTo = whole(settings.value(kQuietTo), 0, kMinutesOfDay - 1, preferences.quietTo);
    preferences.volume = whole(settings.value(kVolume), 0, 100, preferences.volume);
    const QString command = settings.value(kCommand);
    preferences.command = command.isEmpty() ? QStringList() : command.split(kBetweenArguments);
    for (std::size_t i = 0; i < kWebhookWords.size(); ++i) {
        if (settings.value(kWebhookKind) == kWebhookWords[i]) {
            preferences.webhookKind = static_cast<WebhookKind>(i);
        }
    }
    preferences.webhookUrl = settings.value(kWebhookUrl);
    preferences.pingUrl = settings.value(kPingUrl);
    preferences.pingMinutes = whole(settings.value(kPingMinutesKey), 1, kLongestPingMinutes, kPingMinutes);
    preferences.selfTest = settings.value(kSelfTest) != u"0"_s;
    preferences.hideAmounts = settings.value(kHideAmounts) == u"1"_s;
    return preferences;
}

QHash<QString, QString> AlarmPreferences::toSettings() const
{
    QHash<QString, QString> settings;
    for (int i = 0; i < alarm::kChannels; ++i) {
        const auto channel = static_cast<alarm::Channel>(i);
        const alarm::Ladder::Step &step = steps[static_cast<std::size_t>(i)];
        settings.insert(channelKey(channel), flag(enabled.has(channel)));
        if (channel != alarm::Channel::Screen) {
            settings.insert(keyOf("from"_L1, channel), word(step.from));
            settings.insert(keyOf("after"_L1, channel), QString::number(step.after / alarm::kSecond));
        }
    }
    settings.insert(kQuietHours, flag(quietHours));
    settings.insert(kQuietFrom, QString::number(quietFrom));
    settings.insert(kQuietTo, QString::number(quietTo));
    settings.insert(kVolume, QString::number(volume));
    settings.insert(kCommand, command.join(kBetweenArguments));
    settings.insert(kWebhookKind, QString(kWebhookWords[static_cast<std::size_t>(webhookKind)]));
    settings.insert(kWebhookUrl, webhookUrl);
    settings.insert(kPingUrl, pingUrl);
    settings.insert(kPingMinutesKey, QString::number(pingMinutes));
    settings.insert(kSelfTest, flag(selfTest));
    settings.insert(kHideAmounts, flag(hideAmounts));
    return settings;
}

bool AlarmPreferences::isQuietAt(int minuteOfDay) const
{
    if (!quietHours || quietFrom == quietTo) {
        return false;
    }
    return quietFrom < quietTo ? minuteOfDay >= quietFrom && minuteOfDay < quietTo
                               : minuteOfDay >= quietFrom || minuteOfDay < quietTo;
}

} // namespace plimsoll::monitor
