// SPDX-License-Identifier: GPL-3.0-or-later
// The half of the desk that tells: what goes out on which way, and what became of it.
#include "monitor/alarmdesk.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace plimsoll::monitor {

namespace {

using alarm::Channel;
using alarm::Condition;
using alarm::Priority;

constexpr std::uint64_t kTestNumbers = std::uint64_t {1} << 48U; // far from the numbers of notices

bool isOnScreen(Channel channel)
{
    return channel == Channel::Screen || channel == Channel::Attention || channel == Channel::MiniWindow;
}

bool canSnooze(const alarm::Machine &machine, const alarm::Notice &notice)
{
    return std::ranges::any_of(
        notice.lines, [&](const alarm::NoticeLine &line) { return machine.behaviour(line.key).snoozeMax > 0; });
}

} // namespace

void AlarmDesk::tell(const alarm::Notice &notice, const NoticeContext &context, AlarmRecord &record)
{
    Delivery delivery;
    delivery.notice = notice.number;
    delivery.priority = notice.priority;
    delivery.quiet = notice.quiet;
    delivery.allOver = notice.kind == alarm::Notice::Kind::Ended && notice.standing.empty();
    delivery.canSnooze = canSnooze(m_machine, notice);
    delivery.worstCondition = static_cast<int>(notice.lines.front().key.condition);
    delivery.account = QString::fromStdString(notice.lines.front().key.account);
    if (m_options.writer) {
        delivery.text = m_options.writer(notice, context);
    }
    for (const alarm::NoticeLine &line : notice.lines) {
        keep(line.key);
    }
    for (int i = 0; i < alarm::kChannels; ++i) {
        delivery.channel = static_cast<Channel>(i);
        if (!notice.channels.has(delivery.channel) || !carries(delivery.channel)) {
            continue;
        }
        auto rows = m_outbox.open(notice, delivery.channel, m_clock.wallMs());
        record.outbox.insert(record.outbox.end(), std::make_move_iterator(rows.begin()),
                             std::make_move_iterator(rows.end()));
        send(delivery);
    }
}

// Before the disk has confirmed anything: told twice is better than not told.
void AlarmDesk::send(Delivery delivery)
{
    if (isOnScreen(delivery.channel)) {
        Q_EMIT noticed(delivery);
    } else if (m_options.notifier != nullptr) {
        m_options.notifier->send(delivery);
    }
}

// What stands on the desktop still asks for an answer that was given elsewhere. Not a notice: nobody needs to hear of
// it.
void AlarmDesk::putAway(const std::vector<alarm::Change> &changes)
{
    const auto isAnswer = [](const alarm::Change &change) {
        return change.cause == alarm::Cause::Acknowledged || change.cause == alarm::Cause::SnoozedByPerson
            || change.cause == alarm::Cause::Handled;
    };
    const auto asks = [](const alarm::Standing &standing) {
        return standing.life.state == alarm::State::ActiveUnacknowledged;
    };
    if (std::ranges::any_of(changes, isAnswer) && std::ranges::none_of(m_machine.awake(), asks)) {
        putAway(tr("Plimsoll: acknowledged"),
                tr("Nothing else needs you now. An alarm comes back when it gets worse, or when its time is over."));
    }
}

void AlarmDesk::putAway(const QString &title, const QString &body)
{
    if (!carries(Channel::Desktop)) {
        return;
    }
    Delivery delivery;
    delivery.notice = kTestNumbers + ++m_tests;
    delivery.quiet = true;
    delivery.allOver = true;
    delivery.text.title = title;
    delivery.text.body = body;
    delivery.text.line = title;
    send(delivery);
}

void AlarmDesk::delivered(const DeliveryReport &report)
{
    if (m_standsBy && !report.isTest) {
        return; // it was told as a monitor, whose place another took meanwhile
    }
    auto rows = m_outbox.close(report);
    if (rows.empty() && !report.isTest) {
        return; // late, and already counted as failed
    }
    m_closed.insert(m_closed.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    ChannelHealth &health = m_channels[static_cast<std::size_t>(report.channel)];
    health = {report.delivered ? ChannelHealth::State::Working : ChannelHealth::State::Failing, m_clock.wallMs(),
              report.detail, report.tookMs};
    this->report(Condition::NotDelivered, std::string(alarm::channelWord(report.channel)), !report.delivered,
                 m_machine.anyHigh() ? Priority::High : Priority::Medium);
}

void AlarmDesk::test(Channel channel, const NoticeText &text)
{
    Delivery delivery;
    delivery.notice = kTestNumbers + ++m_tests;
    delivery.channel = channel;
    delivery.isTest = true;
    delivery.worstCondition = static_cast<int>(Condition::Watch);
    delivery.text = text;
    send(delivery);
}

bool AlarmDesk::carries(Channel channel) const
{
    return m_options.preferences.enabled.has(channel)
        && (isOnScreen(channel) ? m_options.hasScreen : m_options.notifier != nullptr);
}

alarm::Ladder AlarmDesk::ladder() const
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

bool AlarmDesk::quietNow() const
{
    const QTime time = QDateTime::fromMSecsSinceEpoch(m_clock.wallMs()).time();
    return m_options.preferences.isQuietAt(time.hour() * 60 + time.minute());
}

} // namespace plimsoll::monitor
