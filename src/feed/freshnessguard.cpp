// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/freshnessguard.h"

#include <algorithm>

namespace plimsoll::feed
{

namespace
{

constexpr int kProbeFailuresToLose = 3;
constexpr std::int64_t kProbeRestMs = 5 * 60'000; // a probe that hangs must not slow the prices down
constexpr std::int64_t kObservationGapMs = 5 * 60'000;

} // namespace

void FreshnessGuard::onPrice(std::int64_t bootMs, std::string_view symbol, margin::Decimal price)
{
    auto found = m_seen.find(symbol);
    if (found == m_seen.end()) {
        m_seen.emplace(std::string(symbol), Seen{ price, bootMs, bootMs });
        return;
    }
    Seen &seen = found->second;
    if (seen.price != price) {
        m_stuckWithoutProbe = false; // prices move again: the only proof of life that is left
    }
    if (seen.price != price || bootMs - seen.lastSeen > kObservationGapMs) {
        seen.unchangedSince = bootMs;
    }
    seen.price = price;
    seen.lastSeen = bootMs;
}

void FreshnessGuard::onCloseTimes(std::int64_t bootMs, const std::vector<wire::TickerTime> &times)
{
    // Compared per symbol as well: with rotating symbols the newest of all may belong to one that is asked for rarely.
    bool advanced = m_closeTimes.empty();
    for (const wire::TickerTime &time : times) {
        const auto known = m_closeTimes.find(time.symbol);
        if (known == m_closeTimes.end()) {
            m_closeTimes.emplace(time.symbol, time.closeTime);
        } else if (time.closeTime > known->second) {
            known->second = time.closeTime;
            advanced = true;
        }
        advanced = advanced || time.closeTime > m_newestClose;
        m_newestClose = std::max(m_newestClose, time.closeTime);
    }
    m_probeWorks = true;
    m_stuckWithoutProbe = false;
    m_probeFailures = 0;
    m_probeAt = bootMs + kProbeEveryMs;
    m_lastProbe = bootMs;
    if (advanced) {
        m_advancedAt = bootMs;
    }
}

void FreshnessGuard::onProbeFailed(std::int64_t bootMs)
{
    m_probeAt = bootMs + kProbeEveryMs;
    if (++m_probeFailures >= kProbeFailuresToLose) {
        onProbeUnavailable(bootMs);
        m_probeAt = bootMs + kProbeRestMs;
    }
}

void FreshnessGuard::onProbeUnavailable(std::int64_t bootMs)
{
    m_stuckWithoutProbe = frozen(bootMs);
    m_probeWorks = false;
    m_probeAt = bootMs + kProbeRetryMs;
}

bool FreshnessGuard::frozen(std::int64_t bootMs) const
{
    if (!m_probeWorks) {
        return m_stuckWithoutProbe;
    }
    // The silence must have been observed: after a suspend or a broken probe the first answer decides.
    const bool observed = m_lastProbe - m_advancedAt >= kFrozenAfterMs - kProbeEveryMs;
    return observed && bootMs - m_advancedAt > kFrozenAfterMs;
}

margin::PriceState FreshnessGuard::stateOf(std::string_view symbol, std::int64_t bootMs) const
{
    if (frozen(bootMs)) {
        return margin::PriceState::Stale;
    }
    const auto seen = m_seen.find(symbol);
    const bool unchanged = seen != m_seen.end() && bootMs - seen->second.unchangedSince > kUnchangedAfterMs;
    return unchanged && !m_probeWorks ? margin::PriceState::Stale : margin::PriceState::Known;
}

} // namespace plimsoll::feed
