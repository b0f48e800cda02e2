// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/channel.h"
#include "ports/notifier.h"

#include <QtCore/QFile>
#include <QtCore/QObject>

#include <vector>

namespace plimsoll::testlib {

/// A margin call as the engine would send it.
inline constexpr alarm::NoticeId notice(std::uint64_t number)
{
    return {alarm::NoticeId::Maker::Alarms, number};
}

inline monitor::Delivery marginCall(alarm::Channel channel, std::uint64_t number = 7)
{
    monitor::Delivery delivery;
    delivery.notice = notice(number);
    delivery.channel = channel;
    delivery.priority = alarm::Priority::High;
    delivery.canSnooze = true;
    delivery.worstCondition = static_cast<int>(alarm::Condition::Call);
    delivery.account = QStringLiteral("b-bchusdt");
    delivery.text.account = QStringLiteral("isolated BCH/USDT");
    delivery.text.title = QStringLiteral("Margin call: isolated BCH/USDT at 1.06");
    delivery.text.body = QStringLiteral("Add 52.10 USDT to reach 1.10.\n+ 1 more");
    delivery.text.line = QStringLiteral("Margin call: isolated BCH/USDT at 1.06. Add 52.10 USDT to reach 1.10.");
    return delivery;
}

/// What a channel said, in order.
class Ends
{
public:
    struct End {
        notify::Ticket ticket = 0;
        bool delivered = false;
        QString detail;
    };

    explicit Ends(notify::Channel &channel)
    {
        QObject::connect(&channel, &notify::Channel::ended, &m_here,
                         [this](notify::Ticket ticket, bool delivered, const QString &detail) {
                             all.push_back({ticket, delivered, detail});
                         });
    }

    std::vector<End> all;

private:
    QObject m_here;
};

/// An executable file for /bin/sh; its name is `path`.
inline bool writeScript(const QString &path, const QByteArray &lines)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + lines + '\n') > 0
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A process that has ended may wait as a zombie for whoever collects it: that is not running.
inline bool isRunning(const QByteArray &pid)
{
    const QByteArray status = contentOf(QStringLiteral("/proc/%1/stat").arg(QString::fromLatin1(pid)));
    return !status.isEmpty() && !status.contains(") Z ") && !status.contains(") X ");
}

} // namespace plimsoll::testlib
