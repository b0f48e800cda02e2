// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/commandchannel.h"

#include "notify/childprocess.h"
#include "ports/outsidetext.h"

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

namespace {

constexpr int kLongestTitle = 200;
constexpr int kLongestText = 4000;

} // namespace

QProcessEnvironment commandEnvironment(const monitor::Delivery &delivery, const QProcessEnvironment &own)
{
    QProcessEnvironment environment;
    for (const QString &name : {u"PATH"_s, u"HOME"_s, u"LANG"_s, u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s,
                                u"DBUS_SESSION_BUS_ADDRESS"_s, u"XDG_RUNTIME_DIR"_s}) {
        if (own.contains(name)) {
            environment.insert(name, own.value(name));
        }
    }
    const auto priority = alarm::priorityWord(delivery.priority);
    environment.insert(u"PLIMSOLL_TITLE"_s, monitor::outsideLine(delivery.text.title, kLongestTitle));
    environment.insert(u"PLIMSOLL_TEXT"_s, monitor::outsideLines(delivery.text.body, kLongestText));
    environment.insert(u"PLIMSOLL_ACCOUNT"_s, monitor::outsideLine(delivery.account, kLongestTitle));
    environment.insert(u"PLIMSOLL_ACCOUNT_NAME"_s, monitor::outsideLine(delivery.text.account, kLongestTitle));
    environment.insert(u"PLIMSOLL_PRIORITY"_s,
                       QString::fromLatin1(priority.data(), static_cast<qsizetype>(priority.size())));
    return environment;
}

CommandChannel::CommandChannel(QObject *parent)
    : Channel(parent)
{
}

CommandChannel::~CommandChannel() = default;

void CommandChannel::setPreferences(const monitor::AlarmPreferences &preferences)
{
    m_command = preferences.command;
}

void CommandChannel::deliver(Ticket ticket, const monitor::Delivery &delivery)
{
    if (m_command.isEmpty() || m_command.constFirst().isEmpty()) {
        Q_EMIT ended(ticket, false, u"no program is set"_s);
        return;
    }
    auto *process = new ChildProcess(this);
    m_running[ticket] = process;
    connect(process, &ChildProcess::ended, this, [this, ticket, process](bool wasGood, const QString &detail) {
        m_running.erase(ticket);
        process->deleteLater();
        Q_EMIT ended(ticket, wasGood, wasGood ? u"exit code 0"_s : detail);
    });
    process->start(m_command.constFirst(), m_command.mid(1),
                   commandEnvironment(delivery, QProcessEnvironment::systemEnvironment()));
}

void CommandChannel::abandon(Ticket ticket)
{
    if (const auto found = m_running.find(ticket); found != m_running.end()) {
        found->second->kill();
    }
}

} // namespace plimsoll::notify
