// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/alarmpreferences.h"
#include "ports/notifier.h"

#include <QtCore/QObject>

#include <cstdint>

namespace plimsoll::notify {

/// Names one delivery between the queue and a channel.
using Ticket = std::uint64_t;

/// One way to a person. All calls on the thread it lives on. ended() comes at most once per deliver(), possibly from
/// inside it, and may come too late: the queue watches the time.
class Channel : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void deliver(Ticket ticket, const monitor::Delivery &delivery) = 0;

    /// Its time is over and it was reported as failed: what has not begun need not begin, what runs may be stopped.
    virtual void abandon(Ticket) {}

    virtual void setPreferences(const monitor::AlarmPreferences &) {}

Q_SIGNALS:
    void ended(plimsoll::notify::Ticket ticket, bool delivered,
               const QString &detail); ///< `detail` as in monitor::DeliveryReport
};

} // namespace plimsoll::notify
