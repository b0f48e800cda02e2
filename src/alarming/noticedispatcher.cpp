// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/noticedispatcher.h"

#include <QtCore/QDateTime>

#include <algorithm>
#include <iterator>
#include <utility>

namespace plimsoll::monitor {

namespace {

using alarm::Channel;

bool isOnScreen(Channel channel)
{
    return channel == Channel::Screen || channel == Channel::Attention || channel == Channel::MiniWindow;
}

} // namespace

NoticeDispatcher::NoticeDispatcher(const Clock &clock, Options options, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_ownTime(clock.bootTime())
{
}

std::vector<Channel> NoticeDispatcher::setPreferences(const AlarmPreferences &preferences)
{
    m_options.preferences = preferences;
    std::vector<Channel> off;
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        const auto channel = static_cast<Channel>(i);
        if (!preferences.enabled.has(channel)) {
            m_channels[i] = {ChannelHealth::State::Off, 0, {}, 0};
            off.push_back(channel);
        } else if (m_channels[i].state == ChannelHealth::State::Off) {
            m_channels[i] = {};
        }
    }
    return off;
}

std::vector<OutboxRow> NoticeDispatcher::send(const alarm::Notice &notice, const NoticeContext &context,
                                              const alarm::Machine &machine)
{
    const Delivery asDecided = deliveryOf(notice, context, machine);
    std::vector<OutboxRow> sent;
    for (int i = 0; i < alarm::kChannels; ++i) {
        const auto channel = static_cast<Channel>(i);
        if (notice.channels.has(channel) && carries(channel)) {
            Delivery delivery = channel == Channel::Desktop
                ? deliveryOf(alarm::headedByWorst(notice), context, machine) // the one that stands is replaced
                : asDecided;
            delivery.channel = channel;
            auto rows = m_outbox.open(notice, channel, m_clock.wallTime());
            sent.insert(sent.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
            send(delivery);
        }
    }
    return sent;
}

Delivery NoticeDispatcher::deliveryOf(const alarm::Notice &notice, const NoticeContext &context,
                                      const alarm::Machine &machine) const
{
    Delivery delivery;
    delivery.notice = notice.id;
    delivery.priority = notice.priority;
    delivery.quiet = notice.quiet;
    delivery.allOver = notice.kind == alarm::Notice::Kind::Ended && notice.active.empty();
    delivery.canSnooze = std::ranges::any_of(
        notice.lines, [&machine](const alarm::NoticeLine &line) { return machine.behaviour(line.key).snoozeMax > 0; });
    delivery.worstCondition = static_cast<int>(notice.lines.front().key.condition);
    delivery.account = QString::fromStdString(notice.lines.front().key.account);
    if (m_options.writer) {
        delivery.text = m_options.writer(notice, context);
    }
    return delivery;
}

void NoticeDispatcher::send(const Delivery &delivery)
{
    if (isOnScreen(delivery.channel)) {
        Q_EMIT noticed(delivery);
    } else if (m_options.notifier != nullptr) {
        m_options.notifier->send(delivery);
    }
}

void NoticeDispatcher::test(Channel channel, const NoticeText &text)
{
    Delivery delivery;
    delivery.notice = m_newest = m_newest.next();
    delivery.channel = channel;
    delivery.isTest = true;
    delivery.worstCondition = static_cast<int>(alarm::Condition::Watch);
    delivery.text = text;
    send(delivery);
}

void NoticeDispatcher::withdraw(const QString &title, const QString &body)
{
    if (!carries(Channel::Desktop)) {
        return;
    }
    Delivery delivery;
    delivery.notice = m_newest = m_newest.next();
    delivery.quiet = true;
    delivery.allOver = true;
    delivery.text.title = title;
    delivery.text.body = body;
    delivery.text.line = title;
    send(delivery);
}

void NoticeDispatcher::forget()
{
    m_outbox = AlarmOutbox();
}

std::optional<std::vector<OutboxRow>> NoticeDispatcher::finish(const DeliveryReport &report)
{
    auto rows = m_outbox.close(report);
    if (rows.empty() && !report.isTest) {
        return std::nullopt; // late, and already counted as failed
    }
    ChannelHealth &health = m_channels[static_cast<std::size_t>(report.channel)];
    health = {report.delivered ? ChannelHealth::State::Working : ChannelHealth::State::Failing, m_clock.wallTime(),
              report.detail, report.tookMs};
    return rows;
}

std::vector<DeliveryReport> NoticeDispatcher::overdue()
{
    m_outbox.missed(m_ownTime.look(m_clock.bootTime()).missed);
    return m_outbox.overdue(m_clock.bootTime());
}

std::vector<std::string> NoticeDispatcher::accountsOf(alarm::NoticeId notice) const
{
    return m_outbox.accountsOf(notice);
}

bool NoticeDispatcher::carries(Channel channel) const
{
    return m_options.preferences.enabled.has(channel)
        && (isOnScreen(channel) ? m_options.hasScreen : m_options.notifier != nullptr);
}

alarm::Ladder NoticeDispatcher::ladder() const
{
    alarm::Ladder ladder;
    ladder.steps = m_options.preferences.steps;
    ladder.usable = {};
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        const auto channel = static_cast<Channel>(i);
        if (carries(channel)) {
            ladder.usable.add(channel);
        }
        if (m_channels[i].state == ChannelHealth::State::Failing) {
            ladder.failed.add(channel);
        }
    }
    return ladder;
}

bool NoticeDispatcher::isQuietNow() const
{
    const QTime time = QDateTime::fromMSecsSinceEpoch(m_clock.wallTime().ms()).time();
    return m_options.preferences.isQuietAt(time.hour() * 60 + time.minute());
}

} // namespace plimsoll::monitor
