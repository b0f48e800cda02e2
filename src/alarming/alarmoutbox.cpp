// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/alarmoutbox.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace plimsoll::monitor {

namespace {

alarm::Ms patienceWith(alarm::Channel channel)
{
    switch (channel) {
    case alarm::Channel::Screen:
    case alarm::Channel::Attention:
    case alarm::Channel::MiniWindow: return AlarmOutbox::kScreenAnswer;
    case alarm::Channel::Desktop:
    case alarm::Channel::Sound: return AlarmOutbox::kNotifierAnswer;
    case alarm::Channel::Command:
    case alarm::Channel::Webhook: break;
    }
    return AlarmOutbox::kSlowAnswer;
}

OutboxRow rowOf(const alarm::NoticeLine &line, alarm::Channel channel, WallTime wallTime)
{
    return {occurrenceId(line.key, line.occurrence), line.number, channel, wallTime, OutboxRow::Result::Pending, {}};
}

} // namespace

std::vector<OutboxRow> AlarmOutbox::open(const alarm::Notice &notice, alarm::Channel channel, WallTime wallTime)
{
    constexpr std::size_t kRemembered = 100;
    Waiting waiting {notice.time, {}};
    std::vector<std::string> &accounts = m_accounts[notice.id];
    accounts.clear();
    for (const alarm::NoticeLine &line : notice.lines) {
        waiting.rows.push_back(rowOf(line, channel, wallTime));
        accounts.push_back(line.key.account);
    }
    for (const alarm::NoticeLine &line : notice.active) { // its text names them too
        accounts.push_back(line.key.account);
    }
    while (m_accounts.size() > kRemembered) {
        m_accounts.erase(m_accounts.begin());
    }
    std::vector<OutboxRow> rows = waiting.rows;
    m_waiting[{notice.id, channel}] = std::move(waiting);
    return rows;
}

std::vector<OutboxRow> AlarmOutbox::folded(const std::vector<alarm::NoticeLine> &lines, WallTime wallTime)
{
    std::vector<OutboxRow> rows;
    for (const alarm::NoticeLine &line : lines) {
        OutboxRow row = rowOf(line, alarm::Channel::Screen, wallTime);
        row.result = OutboxRow::Result::Folded;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<OutboxRow> AlarmOutbox::close(const DeliveryReport &report)
{
    const auto found = m_waiting.find({report.notice, report.channel});
    if (found == m_waiting.end()) {
        return {};
    }
    std::vector<OutboxRow> rows = std::move(found->second.rows);
    m_waiting.erase(found);
    for (OutboxRow &row : rows) {
        row.result = report.delivered ? OutboxRow::Result::Delivered : OutboxRow::Result::Failed;
        row.detail = report.detail.toStdString();
    }
    return rows;
}

void AlarmOutbox::missed(alarm::Ms span)
{
    for (auto &[key, waiting] : m_waiting) {
        waiting.since += span;
    }
}

std::vector<DeliveryReport> AlarmOutbox::overdue(BootTime now) const
{
    std::vector<DeliveryReport> reports;
    for (const auto &[key, waiting] : m_waiting) {
        if (now - waiting.since >= patienceWith(key.second)) {
            reports.push_back({key.first, key.second, false, false, u"no answer"_s, now - waiting.since});
        }
    }
    return reports;
}

std::vector<std::string> AlarmOutbox::accountsOf(alarm::NoticeId notice) const
{
    const auto found = m_accounts.find(notice);
    return found == m_accounts.end() ? std::vector<std::string>() : found->second;
}

} // namespace plimsoll::monitor
