// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/feedwatch.h"

#include <algorithm>

namespace plimsoll::monitor {

FeedWatch::FeedWatch(std::chrono::milliseconds interval)
    : m_intervalMs(interval.count())
{
}

void FeedWatch::setInterval(std::chrono::milliseconds interval)
{
    m_intervalMs = interval.count();
}

std::int64_t FeedWatch::staleAfterMs() const
{
    return std::max<std::int64_t>(3 * m_intervalMs, 30'000);
}

std::int64_t FeedWatch::offlineAfterMs() const
{
    return std::max<std::int64_t>(6 * m_intervalMs, 60'000);
}

std::int64_t FeedWatch::lateAfterMs() const
{
    return m_intervalMs + m_intervalMs / 2 + 1'000;
}

void FeedWatch::answered(BootTime bootTime)
{
    m_status.lastAnswer = std::max(m_status.lastAnswer, bootTime);
}

void FeedWatch::reported(const SourceReport &report, WallTime wallTime)
{
    m_lastReport = report;
    m_reported = true;
    if (report.kind == SourceReport::Kind::RateLimited) {
        m_status.retryAt = std::max(report.retryAt, wallTime);
    }
}

FeedState FeedWatch::judge(BootTime bootTime, WallTime wallTime) const
{
    using Kind = SourceReport::Kind;
    if (m_reported && m_lastReport.kind == Kind::RateLimited && wallTime < m_status.retryAt) {
        return FeedState::RateLimited;
    }
    const bool failed = m_reported && m_lastReport.kind != Kind::Answered && m_lastReport.kind != Kind::Finished;
    if (m_status.lastAnswer == 0) {
        return failed ? FeedState::Offline : FeedState::Starting;
    }
    const std::int64_t age = bootTime - m_status.lastAnswer;
    if (age > offlineAfterMs()) {
        return FeedState::Offline;
    }
    if (age > staleAfterMs()) {
        return FeedState::Stale;
    }
    return failed || age > lateAfterMs() ? FeedState::Late : FeedState::Live;
}

bool FeedWatch::look(BootTime bootTime, WallTime wallTime)
{
    const FeedState state = judge(bootTime, wallTime);
    const QString detail = state == FeedState::Live || !m_reported ? QString() : m_lastReport.detail;
    if (state == m_status.state && detail == m_status.detail) {
        return false;
    }
    if (state != m_status.state) {
        m_status.since = wallTime;
    }
    m_status.state = state;
    m_status.detail = detail;
    return true;
}

} // namespace plimsoll::monitor
