// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QProcessEnvironment>

#include <chrono>

namespace plimsoll::notify {

/// Tells the service manager how this process does, by the protocol of sd_notify: one datagram per message to the
/// socket that it named. Without one every call does nothing. A value without threads of its own; any thread, one at a
/// time.
class SystemdNotify
{
public:
    explicit SystemdNotify(const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

    [[nodiscard]] bool isActive() const { return !m_socket.isEmpty(); }

    // Each is true where the manager's socket took the message; nothing is waited for.
    bool ready() const;
    bool stopping() const;
    bool watchdog() const;

    /// How often watchdog() is due: half of what the manager allows, as its manual advises. 0 = it does not watch.
    [[nodiscard]] std::chrono::milliseconds interval() const { return m_interval; }

private:
    [[nodiscard]] bool send(const char *message) const;

    QByteArray m_socket;
    std::chrono::milliseconds m_interval {};
};

} // namespace plimsoll::notify
