// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/channel.h"

#include <QtCore/QProcessEnvironment>
#include <QtCore/QStringList>

#include <map>

namespace plimsoll::notify {

class ChildProcess;

/// What a person's program gets to know: PATH, HOME, LANG, where the screen and the session are, and the notice as
/// PLIMSOLL_TITLE, PLIMSOLL_TEXT, PLIMSOLL_ACCOUNT (its id), PLIMSOLL_ACCOUNT_NAME, PLIMSOLL_PRIORITY ("low", "medium",
/// "high", "highest"). Nothing else of `own`.
[[nodiscard]] QProcessEnvironment commandEnvironment(const monitor::Delivery &delivery, const QProcessEnvironment &own);

/// A person's own program. Started as it stands in the preferences, its arguments are never put together from a text of
/// ours and no shell reads them. Delivered means exit code 0; abandoned, it is killed with all it started.
class CommandChannel final : public Channel
{
    Q_OBJECT

public:
    explicit CommandChannel(QObject *parent = nullptr);
    ~CommandChannel() override;

    void deliver(Ticket ticket, const monitor::Delivery &delivery) override;
    void abandon(Ticket ticket) override;
    void setPreferences(const monitor::AlarmPreferences &preferences) override;

private:
    QStringList m_command;
    std::map<Ticket, ChildProcess *> m_running; // children of this object
};

} // namespace plimsoll::notify
