// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarming/alarmdrill.h"

#include <utility>

namespace plimsoll::monitor {

namespace {

// Level 1.06 at bars 1.25 / 1.10 / 1.05: in margin call.
alarm::Sample practiceCall(BootTime now)
{
    const auto decimal = [](const char *text) { return margin::Decimal::parse(text).value(); };
    alarm::Sample sample;
    sample.time = now;
    sample.kind = alarm::Sample::Kind::Valid;
    sample.thresholds = {decimal("1.25"), decimal("1.1"), decimal("1.05")};
    sample.level = margin::Level::fromRatio(decimal("1.06"));
    sample.oldestPrice = now;
    return sample;
}

} // namespace

void AlarmDrill::start(BootTime bootTime, WallTime wallTime)
{
    m_machine = {};
    m_planner = {};
    m_notices.clear();
    m_failed = {};
    m_status = {};
    m_status.running = true;
    m_status.startedAt = wallTime;
    m_startedBoot = bootTime;
    m_machine.judge(DrillStatus::kAccount, practiceCall(0));
}

void AlarmDrill::acknowledge(BootTime bootTime)
{
    if (m_status.running) {
        m_status.reactionMs = bootTime - m_startedBoot;
        m_status.running = false;
    }
}

void AlarmDrill::end()
{
    m_status.running = false;
}

std::vector<Delivery> AlarmDrill::tick(alarm::Ladder ladder, BootTime bootTime)
{
    std::vector<Delivery> deliveries;
    if (!m_status.running) {
        return deliveries;
    }
    if (bootTime - m_startedBoot > kLongestMs) {
        end();
        return deliveries;
    }
    const BootTime now = told(bootTime);
    m_machine.tick(now);
    ladder.failed.add(m_failed);
    m_planner.setLadder(ladder);
    const alarm::Plan plan = m_planner.plan(m_machine, m_machine.takeChanges(), false, now);
    for (const alarm::Notice &notice : plan.notices) {
        m_newest = m_newest.next();
        for (int i = 0; i < alarm::kChannels; ++i) {
            const auto channel = static_cast<alarm::Channel>(i);
            if (!notice.channels.has(channel) || !ladder.usable.has(channel)) {
                continue;
            }
            deliveries.push_back(deliveryOf(notice, channel));
            m_status.steps.push_back({now.ms(), channel, {}, {}, 0});
            m_notices.push_back(deliveries.back().notice);
            m_stands = m_stands || channel == alarm::Channel::Desktop;
        }
    }
    return deliveries;
}

Delivery AlarmDrill::deliveryOf(const alarm::Notice &notice, alarm::Channel channel) const
{
    Delivery delivery;
    delivery.notice = m_newest;
    delivery.channel = channel;
    delivery.priority = notice.priority;
    delivery.quiet = notice.quiet;
    delivery.canSnooze = true; // as a margin call can
    delivery.isTest = true;
    delivery.isDrill = true;
    delivery.worstCondition = static_cast<int>(alarm::Condition::Call);
    delivery.account = QString::fromLatin1(DrillStatus::kAccount);
    return delivery;
}

std::optional<Delivery> AlarmDrill::takeWithdrawal()
{
    if (m_status.running || !std::exchange(m_stands, false)) {
        return std::nullopt;
    }
    Delivery delivery;
    delivery.notice = m_newest = m_newest.next();
    delivery.quiet = true;
    delivery.isTest = true;
    delivery.isDrill = true;
    delivery.withdraw = true;
    return delivery;
}

bool AlarmDrill::delivered(const DeliveryReport &report)
{
    for (std::size_t i = 0; i < m_notices.size(); ++i) {
        DrillStatus::Step &step = m_status.steps[i];
        if (m_notices[i] == report.notice && step.channel == report.channel && !step.delivered) {
            step.delivered = report.delivered;
            step.detail = report.detail;
            step.tookMs = report.tookMs;
            report.delivered ? m_failed.remove(report.channel) : m_failed.add(report.channel);
            return true;
        }
    }
    return isOurs(report.notice);
}

} // namespace plimsoll::monitor
