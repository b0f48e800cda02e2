// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed/exchangehosts.h"

#include <algorithm>

namespace plimsoll::feed {

ExchangeHosts::ExchangeHosts(const std::vector<QUrl> &urls, std::shared_ptr<HostPauses> pauses,
                             const monitor::Clock &clock)
    : m_pauses(std::move(pauses))
    , m_clock(clock)
{
    for (const QUrl &url : urls) {
        if (url.isValid() && std::ranges::find(m_hosts, url, &Host::url) == m_hosts.end()) {
            m_hosts.push_back({url, std::nullopt, false});
        }
    }
}

BootTime ExchangeHosts::freeAt(const Host &host) const
{
    const BootTime now = m_clock.bootTime();
    const WallTime paused = m_pauses->until(host.url);
    const BootTime unpaused = paused == 0 ? now : now + (paused - m_clock.wallTime());
    const BootTime unblocked = host.blockedAt ? *host.blockedAt + (m_urgent ? kUrgentBlockedMs : kBlockedMs) : now;
    return std::max({now, unpaused, unblocked});
}

bool ExchangeHosts::take(std::size_t index)
{
    Host &host = m_hosts[index];
    if (host.asked || freeAt(host) > m_clock.bootTime()) {
        return false;
    }
    host.asked = true;
    m_current = index;
    return true;
}

bool ExchangeHosts::begin()
{
    for (Host &host : m_hosts) {
        host.asked = false;
    }
    return take(m_current) || next();
}

bool ExchangeHosts::next()
{
    for (std::size_t step = 1; step < m_hosts.size(); ++step) {
        if (take((m_current + step) % m_hosts.size())) {
            return true;
        }
    }
    return false;
}

std::optional<QUrl> ExchangeHosts::other() const
{
    for (std::size_t step = 1; step < m_hosts.size(); ++step) {
        const Host &host = m_hosts[(m_current + step) % m_hosts.size()];
        if (freeAt(host) <= m_clock.bootTime()) {
            return host.url;
        }
    }
    return std::nullopt;
}

void ExchangeHosts::block(const QUrl &url)
{
    const auto found = std::ranges::find(m_hosts, url, &Host::url);
    if (found != m_hosts.end()) {
        found->blockedAt = m_clock.bootTime();
    }
}

void ExchangeHosts::lift()
{
    for (Host &host : m_hosts) {
        host.blockedAt.reset();
    }
}

void ExchangeHosts::prefer(const QUrl &url)
{
    const auto found = std::ranges::find(m_hosts, url, &Host::url);
    if (found != m_hosts.end()) {
        m_current = static_cast<std::size_t>(found - m_hosts.begin());
    }
}

BootTime ExchangeHosts::freeAt() const
{
    BootTime first = INT64_MAX;
    for (const Host &host : m_hosts) {
        first = std::min(first, freeAt(host));
    }
    return first;
}

WallTime ExchangeHosts::allPausedUntil() const
{
    WallTime first = INT64_MAX;
    for (const Host &host : m_hosts) {
        first = std::min(first, m_pauses->until(host.url));
    }
    return m_hosts.empty() ? WallTime() : first;
}

} // namespace plimsoll::feed
