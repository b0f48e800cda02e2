// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/channeltext.h"

#include "ports/calladdress.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/translated.h"
#include "wording/alarmtext.h"
#include "wording/reasontext.h"

#include <QtCore/QTime>
#include <QtCore/QUrl>

#include <algorithm>

namespace plimsoll::viewmodels {

using alarm::Channel;
using monitor::ChannelHealth;

namespace {

QString about(Channel channel)
{
    switch (channel) {
    case Channel::Desktop: return tr("With what saves the account, and buttons to answer");
    case Channel::Sound: return tr("Again until acknowledged");
    case Channel::Screen: return tr("Always on: bar, dialog and list");
    case Channel::Attention: return tr("The window asks to be looked at");
    case Channel::MiniWindow: return tr("A small window above all others");
    case Channel::Command: return tr("Starts a program of yours");
    case Channel::Webhook: break;
    }
    return tr("By ntfy, Telegram or an address of yours");
}

QString stateText(const ChannelHealth &health, bool isOn, bool isSetUp, bool testing, const DisplayFormat &format)
{
    if (testing) {
        return tr("Testing…");
    }
    if (!isOn) {
        return tr("Off");
    }
    if (!isSetUp) {
        return tr("Not set up yet");
    }
    const QString detail = wording::reasonText(plainName(health.detail.toStdString(), 160));
    const QString took = format.locale().toString(static_cast<qlonglong>(health.tookMs));
    switch (health.state) {
    case ChannelHealth::State::Working:
        return detail.isEmpty()
            ? tr("Works: accepted in %1 ms, at %2").arg(took, format.dateTime(health.since))
            : tr("Works: accepted in %1 ms by %2, at %3").arg(took, detail, format.dateTime(health.since));
    case ChannelHealth::State::Failing:
        return detail.isEmpty() ? tr("Failed at %1").arg(format.dateTime(health.since))
                                : tr("Failed: %1, at %2").arg(detail, format.dateTime(health.since));
    case ChannelHealth::State::Off: return detail.isEmpty() ? tr("Off") : tr("Off: %1").arg(detail);
    case ChannelHealth::State::Unproven: break;
    }
    return tr("Not tried yet");
}

// A value that was stored and is none of ours stays a choice.
std::vector<alarm::Ms> withOwn(std::vector<alarm::Ms> choices, alarm::Ms own)
{
    const auto place = std::ranges::lower_bound(choices, own);
    if (place == choices.end() || *place != own) {
        choices.insert(place, own);
    }
    return choices;
}

bool isSetUp(Channel channel, const monitor::AlarmPreferences &preferences)
{
    if (channel == Channel::Command) {
        return !preferences.command.value(0).isEmpty();
    }
    return channel != Channel::Webhook || !preferences.webhookUrl.isEmpty();
}

} // namespace

ChannelView channelView(Channel channel, const monitor::AlarmPreferences &preferences, const ChannelHealth &health,
                        bool testing, const DisplayFormat &format)
{
    ChannelView view;
    const bool ready = isSetUp(channel, preferences);
    view.channel = channel;
    view.name = wording::channelName(channel);
    view.about = about(channel);
    view.on = preferences.enabled.has(channel);
    const alarm::Ladder::Step &step = preferences.steps[static_cast<std::size_t>(channel)];
    const std::vector<alarm::Ms> waits = waitChoices(step.after);
    for (const alarm::Ms wait : waits) {
        view.waitNames << waitChoice(wait, format);
    }
    view.waitIndex = static_cast<int>(std::ranges::find(waits, step.after) - waits.begin());
    view.priorityIndex = static_cast<int>(step.from);
    view.canSwitch = channel != Channel::Screen; // the screen always tells
    view.canTest = view.on && ready && !testing;
    view.testing = testing;
    view.stateText = stateText(health, view.on, ready, testing, format);
    if (view.on && ready && !testing) {
        view.riskState = health.state == ChannelHealth::State::Working ? RiskState::Normal
            : health.state == ChannelHealth::State::Failing            ? RiskState::MarginCall
                                                                       : RiskState::NoDebt;
    }
    return view;
}

QString addressProblem(const QString &url)
{
    const QString typed = url.trimmed();
    if (typed.isEmpty()) {
        return {};
    }
    switch (monitor::problemOf(QUrl(typed, QUrl::StrictMode))) {
    case monitor::AddressProblem::None: break;
    case monitor::AddressProblem::NotAnAddress: return tr("This is not an address.");
    case monitor::AddressProblem::NotHttps:
        return tr(
            "Only https addresses are used, and http on this computer itself: what is sent is nobody else's business.");
    case monitor::AddressProblem::NamesUser: return tr("A name or password must not stand in the address.");
    }
    return {};
}

QString priorityChoice(alarm::Priority priority)
{
    switch (priority) {
    case alarm::Priority::Low: return tr("Early warnings and worse");
    case alarm::Priority::Medium: return tr("Warnings and worse");
    case alarm::Priority::High: return tr("Margin calls and worse");
    case alarm::Priority::Highest: break;
    }
    return tr("Liquidations only");
}

QString waitChoice(alarm::Ms wait, const DisplayFormat &format)
{
    return wait == 0 ? tr("at once") : tr("after %1").arg(format.age(wait));
}

std::vector<alarm::Ms> waitChoices(alarm::Ms own)
{
    using alarm::kMinute;
    using alarm::kSecond;
    return withOwn({0, 30 * kSecond, kMinute, 2 * kMinute, 3 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute,
                    30 * kMinute, 60 * kMinute},
                   own);
}

std::vector<alarm::Ms> pingChoices(int ownMinutes)
{
    using alarm::kMinute;
    return withOwn({kMinute, 2 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute, 60 * kMinute},
                   ownMinutes * kMinute);
}

QString webhookProblem(monitor::AlarmPreferences::WebhookKind kind, const QString &text)
{
    if (kind != monitor::AlarmPreferences::WebhookKind::Telegram) {
        return addressProblem(text);
    }
    const QString chat = text.trimmed();
    const QString digits = chat.startsWith(u'-') ? chat.mid(1) : chat;
    const bool isNumber = std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; })
        && !digits.isEmpty();
    const bool isName = chat.size() > 1 && chat.startsWith(u'@') && std::ranges::all_of(chat.mid(1), [](QChar c) {
                            return c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber());
                        });
    return chat.isEmpty() || isNumber || isName ? QString() : tr("A chat is a number, or a name that begins with @.");
}

QString minuteText(int minuteOfDay)
{
    return QTime(minuteOfDay / 60, minuteOfDay % 60).toString(QStringLiteral("HH:mm"));
}

std::optional<int> minuteOf(const QString &text)
{
    const QTime time = QTime::fromString(text.trimmed(), QStringLiteral("H:mm"));
    return time.isValid() ? std::optional(time.hour() * 60 + time.minute()) : std::nullopt;
}

} // namespace plimsoll::viewmodels
