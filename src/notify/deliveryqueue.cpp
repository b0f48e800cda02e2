// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/deliveryqueue.h"

#include <QtCore/QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

namespace {

constexpr std::int64_t kLatenessMs = 1000; // timers may be late by so much without meaning anything

} // namespace

DeliveryQueue::DeliveryQueue(const monitor::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void DeliveryQueue::addChannel(alarm::Channel name, Channel *channel, std::chrono::milliseconds limit)
{
    m_ways[name] = {channel, limit};
    connect(channel, &Channel::ended, this, &DeliveryQueue::conclude);
}

void DeliveryQueue::accept(const monitor::Delivery &delivery, BootTime sentAt)
{
    const Ticket ticket = ++m_lastTicket;
    Pending &pending = m_pending[ticket];
    pending.sentAt = sentAt;
    pending.report.notice = delivery.notice;
    pending.report.channel = delivery.channel;
    pending.report.isTest = delivery.isTest;
    const auto found = m_ways.find(delivery.channel);
    if (found == m_ways.end()) {
        conclude(ticket, false, u"no such channel here"_s);
        return;
    }
    const Way way = found->second;
    QTimer::singleShot(way.limit, Qt::PreciseTimer, this, [this, ticket, way] { expire(ticket, way); });
    QMetaObject::invokeMethod(way.channel,
                              [channel = way.channel, ticket, delivery] { channel->deliver(ticket, delivery); });
}

void DeliveryQueue::setPreferences(const monitor::AlarmPreferences &preferences)
{
    for (const auto &[name, way] : m_ways) {
        QMetaObject::invokeMethod(way.channel,
                                  [channel = way.channel, preferences] { channel->setPreferences(preferences); });
    }
    Q_EMIT preferencesChanged(preferences);
}

void DeliveryQueue::expire(Ticket ticket, const Way &way)
{
    const auto found = m_pending.find(ticket);
    if (found == m_pending.end()) {
        return;
    }
    // A timer that is so late says that this program was stopped: no answer could be heard, so it is waited for once
    // more.
    const std::int64_t waited = m_clock.bootTime() - found->second.sentAt;
    if (waited > way.limit.count() + kLatenessMs && !std::exchange(found->second.hasMoreTime, true)) {
        QTimer::singleShot(way.limit, Qt::PreciseTimer, this, [this, ticket, way] { expire(ticket, way); });
        return;
    }
    conclude(ticket, false, u"no answer within %1 s"_s.arg(static_cast<qlonglong>(way.limit.count() + 999) / 1000));
    QMetaObject::invokeMethod(way.channel, [channel = way.channel, ticket] { channel->abandon(ticket); });
}

void DeliveryQueue::conclude(Ticket ticket, bool delivered, const QString &detail)
{
    const auto found = m_pending.find(ticket);
    if (found == m_pending.end()) {
        return; // too late: it was reported when its time was over
    }
    Pending pending = std::move(found->second);
    m_pending.erase(found);
    pending.report.delivered = delivered;
    pending.report.detail = detail;
    pending.report.tookMs = m_clock.bootTime() - pending.sentAt;
    Q_EMIT reported(pending.report);
}

} // namespace plimsoll::notify
