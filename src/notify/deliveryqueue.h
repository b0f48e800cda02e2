// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "notify/channel.h"
#include "ports/alarmpreferences.h"
#include "ports/clock.h"
#include "ports/notifier.h"

#include <QtCore/QObject>

#include <chrono>
#include <map>

namespace plimsoll::notify {

/// Hands deliveries to channels and answers for each exactly once, in time, whatever the channel does. Channels may
/// live on other threads. All calls on the thread of the queue.
class DeliveryQueue : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive the queue.
    explicit DeliveryQueue(const monitor::Clock &clock, QObject *parent = nullptr);

    /// A delivery on `name` that has not ended after `limit` is reported as failed and abandoned. `channel` must
    /// outlive the queue.
    void addChannel(alarm::Channel name, Channel *channel, std::chrono::milliseconds limit);

    void accept(const monitor::Delivery &delivery, BootTime sentAt);
    void setPreferences(const monitor::AlarmPreferences &preferences);

Q_SIGNALS:
    void reported(const plimsoll::monitor::DeliveryReport &report);
    void preferencesChanged(const plimsoll::monitor::AlarmPreferences &preferences);

private:
    struct Way {
        Channel *channel = nullptr;
        std::chrono::milliseconds limit {};
    };

    struct Pending {
        monitor::DeliveryReport report;
        BootTime sentAt;
        bool hasMoreTime = false;
    };

    void expire(Ticket ticket, const Way &way);
    void conclude(Ticket ticket, bool delivered, const QString &detail);

    const monitor::Clock &m_clock;
    std::map<alarm::Channel, Way> m_ways;
    std::map<Ticket, Pending> m_pending;
    Ticket m_lastTicket = 0;
};

} // namespace plimsoll::notify
