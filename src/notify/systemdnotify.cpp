// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/systemdnotify.h"

#include <QtCore/QCoreApplication>

#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

SystemdNotify::SystemdNotify(const QProcessEnvironment &environment)
    : m_socket(environment.value(u"NOTIFY_SOCKET"_s).toLocal8Bit())
{
    const bool isPath = m_socket.startsWith('/') || m_socket.startsWith('@');
    if (!isPath || m_socket.size() < 2 || static_cast<std::size_t>(m_socket.size()) >= sizeof(sockaddr_un::sun_path)) {
        m_socket.clear();
        return;
    }
    const QString watched = environment.value(u"WATCHDOG_PID"_s);
    if (watched.isEmpty() || watched.toLongLong() == QCoreApplication::applicationPid()) {
        m_interval = std::chrono::milliseconds(environment.value(u"WATCHDOG_USEC"_s).toULongLong()
                                               / 2000); // 0 where it is not a number
    }
}

bool SystemdNotify::ready() const
{
    return send("READY=1");
}

bool SystemdNotify::stopping() const
{
    return send("STOPPING=1");
}

bool SystemdNotify::watchdog() const
{
    return send("WATCHDOG=1");
}

bool SystemdNotify::send(const char *message) const
{
    if (!isActive()) {
        return false;
    }
    const int socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (socket < 0) {
        return false;
    }
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, m_socket.constData(), static_cast<std::size_t>(m_socket.size()));
    if (address.sun_path[0] == '@') {
        address.sun_path[0] = '\0'; // a name outside the file system
    }
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path)
                                             + static_cast<std::size_t>(m_socket.size()));
    const std::size_t length = std::strlen(message);
    const ssize_t sent = ::sendto(socket, message, length, MSG_NOSIGNAL | MSG_DONTWAIT,
                                  reinterpret_cast<const sockaddr *>(&address), size);
    ::close(socket);
    return sent == static_cast<ssize_t>(length);
}

} // namespace plimsoll::notify
