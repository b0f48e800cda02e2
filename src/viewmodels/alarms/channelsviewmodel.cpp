// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/channelsviewmodel.h"

#include "ports/promise.h"
#include "viewmodels/alarms/alarmviews.h"
#include "viewmodels/alarms/channeltext.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/portfoliofiles.h"
#include "viewmodels/common/refusaltext.h"
#include "wording/reasontext.h"

#include <QtCore/QFileInfo>

#include <algorithm>

namespace plimsoll::viewmodels {

using alarm::Channel;
using monitor::AlarmPreferences;

namespace {

constexpr int kLongest = 2048; // of a path, an argument or an address

enum class Startable { Yes, NotAbsolute, NotThere, NoProgram };
using ProgramSeen = std::pair<QString, Startable>;

Startable startable(const QString &path)
{
    const QFileInfo info(path);
    if (path.isEmpty()) {
        return Startable::Yes;
    }
    if (!info.isAbsolute()) {
        return Startable::NotAbsolute;
    }
    return !info.isFile() ? Startable::NotThere : info.isExecutable() ? Startable::Yes : Startable::NoProgram;
}

} // namespace

ChannelsViewModel::ChannelsViewModel(monitor::AlarmCommands &alarmCommands, monitor::SettingsPort &settings,
                                     monitor::SnapshotRelay &relay, const DisplayFormat &format, QObject *parent)
    : QObject(parent)
    , m_commands(alarmCommands)
    , m_settings(settings)
    , m_format(format)
    , m_rows(new ChannelListModel(this))
    , m_snapshot(relay.current())
{
    connect(&relay, &monitor::SnapshotRelay::snapshotReady, this, [this](const monitor::SnapshotPtr &snapshot) {
        m_snapshot = snapshot;
        show();
    });
    take(m_preferences);
}

void ChannelsViewModel::load()
{
    m_settings.settings().then(this, [this](const Result<QHash<QString, QString>> &settings) {
        if (settings) {
            take(AlarmPreferences::fromSettings(*settings));
            Q_EMIT preferencesChanged(m_preferences);
        } else {
            m_failure = failureText(settings.error());
        }
        Q_EMIT changed();
    });
}

void ChannelsViewModel::take(const AlarmPreferences &preferences)
{
    m_preferences = preferences;
    m_typedFrom = minuteText(preferences.quietFrom);
    m_typedTo = minuteText(preferences.quietTo);
    m_typedWebhook = preferences.webhookUrl;
    m_typedPing = preferences.pingUrl;
    checkProgram();
    show();
}

void ChannelsViewModel::show()
{
    const monitor::AlarmBoard &board = boardOf(m_snapshot);
    std::vector<ChannelView> views;
    for (std::size_t i = 0; i < m_testing.size(); ++i) {
        if (m_testing[i] && board.channels[i].since != *m_testing[i]) {
            m_testing[i].reset(); // a new report is there
        }
        views.push_back(
            channelView(static_cast<Channel>(i), m_preferences, board.channels[i], m_testing[i].has_value(), m_format));
    }
    m_rows->setRows(std::move(views));
}

void ChannelsViewModel::change(const AlarmPreferences &next)
{
    const QHash<QString, QString> before = m_preferences.toSettings();
    const QHash<QString, QString> after = next.toSettings();
    const bool isNew = !(next == m_preferences);
    m_preferences = next;
    for (auto it = after.cbegin(); it != after.cend(); ++it) {
        if (before.value(it.key()) != it.value()) {
            m_settings.setSetting(it.key(), it.value()).then(this, [this](const Result<Done> &stored) {
                m_failure = stored ? QString() : tr("This holds until you quit, but it could not be saved.");
                Q_EMIT changed();
            });
        }
    }
    show();
    Q_EMIT changed();
    if (isNew) {
        Q_EMIT preferencesChanged(m_preferences);
    }
}

void ChannelsViewModel::setOn(int row, bool on)
{
    if (row < 0 || row >= alarm::kChannels || static_cast<Channel>(row) == Channel::Screen) {
        return;
    }
    AlarmPreferences next = m_preferences;
    on ? next.enabled.add(static_cast<Channel>(row)) : next.enabled.remove(static_cast<Channel>(row));
    change(next);
}

QStringList ChannelsViewModel::priorityNames() const
{
    QStringList names;
    for (const auto priority :
         {alarm::Priority::Low, alarm::Priority::Medium, alarm::Priority::High, alarm::Priority::Highest}) {
        names << priorityChoice(priority);
    }
    return names;
}

void ChannelsViewModel::setPriority(int row, int priorityIndex)
{
    const bool isPriority = priorityIndex >= 0 && priorityIndex <= static_cast<int>(alarm::Priority::Highest);
    if (row >= 0 && row < alarm::kChannels && isPriority && static_cast<Channel>(row) != Channel::Screen) {
        AlarmPreferences next = m_preferences;
        next.steps[static_cast<std::size_t>(row)].from = static_cast<alarm::Priority>(priorityIndex);
        change(next);
    }
}

void ChannelsViewModel::setWait(int row, int waitIndex)
{
    if (row < 0 || row >= alarm::kChannels || static_cast<Channel>(row) == Channel::Screen) {
        return;
    }
    AlarmPreferences next = m_preferences;
    alarm::Ms &after = next.steps[static_cast<std::size_t>(row)].after;
    const std::vector<alarm::Ms> waits = waitChoices(after);
    if (waitIndex >= 0 && waitIndex < static_cast<int>(waits.size())) {
        after = waits[static_cast<std::size_t>(waitIndex)];
        change(next);
    }
}

QStringList ChannelsViewModel::pingNames() const
{
    QStringList names;
    for (const alarm::Ms wait : pingChoices(m_preferences.pingMinutes)) {
        names << tr("every %1").arg(m_format.age(wait));
    }
    return names;
}

int ChannelsViewModel::pingIndex() const
{
    const std::vector<alarm::Ms> waits = pingChoices(m_preferences.pingMinutes);
    return static_cast<int>(std::ranges::find(waits, m_preferences.pingMinutes * alarm::kMinute) - waits.begin());
}

void ChannelsViewModel::setPingIndex(int index)
{
    const std::vector<alarm::Ms> waits = pingChoices(m_preferences.pingMinutes);
    if (index >= 0 && index < static_cast<int>(waits.size())) {
        AlarmPreferences next = m_preferences;
        next.pingMinutes = static_cast<int>(waits[static_cast<std::size_t>(index)] / alarm::kMinute);
        change(next);
    }
}

void ChannelsViewModel::test(int row)
{
    if (row < 0 || row >= alarm::kChannels || !m_rows->rows()[static_cast<std::size_t>(row)].canTest) {
        return;
    }
    m_testing[static_cast<std::size_t>(row)] = boardOf(m_snapshot).channels[static_cast<std::size_t>(row)].since;
    m_commands.testChannel(static_cast<Channel>(row));
    show();
}

void ChannelsViewModel::setVolume(int volume)
{
    AlarmPreferences next = m_preferences;
    next.volume = std::clamp(volume, 0, 100);
    change(next);
}

void ChannelsViewModel::setQuietHours(bool quiet)
{
    AlarmPreferences next = m_preferences;
    next.quietHours = quiet;
    change(next);
}

void ChannelsViewModel::setQuietFrom(const QString &text)
{
    m_typedFrom = text.left(8);
    changeQuiet();
}

void ChannelsViewModel::setQuietTo(const QString &text)
{
    m_typedTo = text.left(8);
    changeQuiet();
}

void ChannelsViewModel::changeQuiet()
{
    const auto from = minuteOf(m_typedFrom);
    const auto to = minuteOf(m_typedTo);
    AlarmPreferences next = m_preferences;
    m_quietError = from && to ? QString() : tr("A time of day, like 22:00.");
    if (from && to && *from == *to) {
        m_quietError = tr("From and to are the same: this would be no time at all.");
    }
    if (m_quietError.isEmpty()) {
        next.quietFrom = *from;
        next.quietTo = *to;
    }
    change(next);
}

void ChannelsViewModel::setProgram(const QString &path)
{
    AlarmPreferences next = m_preferences;
    const QString program = expandedPath(path).left(kLongest);
    if (program.isEmpty()) {
        next.command.clear();
    } else if (next.command.isEmpty()) {
        next.command << program;
    } else {
        next.command[0] = program;
    }
    change(next);
    checkProgram();
}

// It is kept all the same: a disk may be missing now and there when the alarm comes.
void ChannelsViewModel::checkProgram()
{
    inBackground([path = program()] {
        return ProgramSeen(path, startable(path));
    }).then(this, [this](const ProgramSeen &seen) {
        if (seen.first != program()) {
            return;
        }
        switch (seen.second) {
        case Startable::Yes: m_programError.clear(); break;
        case Startable::NotAbsolute: m_programError = tr("The full path, which begins with a slash."); break;
        case Startable::NotThere: m_programError = tr("There is no such file."); break;
        case Startable::NoProgram: m_programError = tr("This file may not be executed."); break;
        }
        Q_EMIT changed();
    });
}

void ChannelsViewModel::setArgument(int index, const QString &text)
{
    if (index >= 0 && index + 1 < m_preferences.command.size()) {
        AlarmPreferences next = m_preferences;
        QString argument = text.left(kLongest);
        argument.removeIf(
            [](QChar c) { return c.category() == QChar::Other_Control; }); // one of them separates the stored arguments
        next.command[index + 1] = argument;
        change(next);
    }
}

void ChannelsViewModel::addArgument()
{
    if (!m_preferences.command.isEmpty()) {
        AlarmPreferences next = m_preferences;
        next.command << QString();
        change(next);
    }
}

void ChannelsViewModel::removeArgument(int index)
{
    if (index >= 0 && index + 1 < m_preferences.command.size()) {
        AlarmPreferences next = m_preferences;
        next.command.removeAt(index + 1);
        change(next);
    }
}

void ChannelsViewModel::setWebhookKind(WebhookKind kind)
{
    if (kind >= Json && kind <= Telegram && kind != webhookKind()) {
        AlarmPreferences next = m_preferences;
        next.webhookKind = static_cast<AlarmPreferences::WebhookKind>(kind);
        next.webhookUrl.clear(); // an address of one kind means nothing to the other
        m_typedWebhook.clear();
        m_webhookError.clear();
        change(next);
    }
}

void ChannelsViewModel::setWebhookUrl(const QString &url)
{
    m_typedWebhook = url.left(kLongest);
    changeUrls();
}

void ChannelsViewModel::setPingUrl(const QString &url)
{
    m_typedPing = url.left(kLongest);
    changeUrls();
}

void ChannelsViewModel::changeUrls()
{
    AlarmPreferences next = m_preferences;
    m_webhookError = webhookProblem(next.webhookKind, m_typedWebhook);
    m_pingError = addressProblem(m_typedPing);
    if (m_webhookError.isEmpty()) {
        next.webhookUrl = m_typedWebhook.trimmed();
    }
    if (m_pingError.isEmpty()) {
        next.pingUrl = m_typedPing.trimmed();
    }
    change(next);
}

void ChannelsViewModel::keepToken(const QString &token)
{
    if (!m_keeper) {
        m_tokenText = tr("There is no keyring on this computer: the token was not kept.");
        Q_EMIT changed();
        return;
    }
    m_keeper(token.trimmed()).then(this, [this, removed = token.trimmed().isEmpty()](const QString &problem) {
        m_tokenText = !problem.isEmpty() ? wording::reasonText(plainName(problem.toStdString(), 200))
            : removed                    ? tr("The token was removed from the keyring.")
                                         : tr("The token is in the keyring.");
        Q_EMIT changed();
    });
}

void ChannelsViewModel::setSelfTest(bool daily)
{
    AlarmPreferences next = m_preferences;
    next.selfTest = daily;
    change(next);
}

void ChannelsViewModel::setHideAmounts(bool hide)
{
    AlarmPreferences next = m_preferences;
    next.hideAmounts = hide;
    change(next);
}

} // namespace plimsoll::viewmodels
