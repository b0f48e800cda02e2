// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/pollschedule.h"

#include <utility>

namespace plimsoll::feed {

namespace {

constexpr int kHalfTheWeight = 3000; // of 6000 a minute

} // namespace

PollSchedule::PollSchedule(std::chrono::milliseconds interval, Backoff backoff)
    : m_interval(std::clamp(interval, kShortest, kLongest))
    , m_backoff(std::move(backoff))
{
}

void PollSchedule::setInterval(std::chrono::milliseconds interval)
{
    m_interval = std::clamp(interval, kShortest, kLongest);
    if (m_failures == 0) {
        m_due = std::min(m_due, m_started + spacing());
    }
}

void PollSchedule::pollSucceeded()
{
    m_failures = 0;
    m_backoff.reset();
    m_due = m_started + spacing();
}

int PollSchedule::pollFailed(BootTime now)
{
    m_due = std::min(now + m_backoff.next(), m_started + longestGap());
    return ++m_failures;
}

void PollSchedule::setUrgent(bool urgent)
{
    m_urgent = urgent;
    if (m_failures > 0) {
        m_due = std::min(m_due, m_started + longestGap());
    }
}

void PollSchedule::noteWeight(int used)
{
    m_slow = used > kHalfTheWeight;
}

} // namespace plimsoll::feed
