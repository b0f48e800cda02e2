// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <cstdint>

namespace plimsoll::feed {

/// When to ask an endpoint that a source may not have, or not always: regularly while it answers, later once it failed
/// three times in a row, and hardly ever where it does not exist. Pure: every call gets bootTime(). Not thread-safe.
class EndpointHealth
{
public:
    static constexpr std::int64_t kRestMs = std::int64_t {5} * 60'000; ///< one that hangs must not slow the prices down
    static constexpr std::int64_t kRetryMs = std::int64_t {3600} * 1000;

    explicit EndpointHealth(std::int64_t everyMs)
        : m_everyMs(everyMs)
    {
    }

    void setEvery(std::int64_t everyMs) { m_everyMs = everyMs; }

    void answered(BootTime bootTime)
    {
        m_works = m_everWorked = true;
        m_failures = 0;
        m_dueAt = bootTime + m_everyMs;
    }

    /// One attempt failed; true where it is given up for a while.
    bool failed(BootTime bootTime)
    {
        m_dueAt = m_works ? bootTime + m_everyMs : bootTime; // what never answered is tried again with the next poll
        if (++m_failures < kFailuresToLose) {
            return false;
        }
        m_works = false;
        m_dueAt = bootTime + kRestMs;
        return true;
    }

    /// The source says that it has no such endpoint; of one that worked it is not believed for long.
    void missing(BootTime bootTime)
    {
        m_dueAt = bootTime + (m_everWorked ? kRestMs : kRetryMs);
        m_works = false;
    }

    /// Another source: it may have it.
    void askAgain() { m_dueAt = 0; }

    [[nodiscard]] bool isDue(BootTime bootTime) const { return bootTime >= m_dueAt; }

    [[nodiscard]] bool works() const { return m_works; }

private:
    static constexpr int kFailuresToLose = 3;

    std::int64_t m_everyMs;
    BootTime m_dueAt;
    int m_failures = 0; // in a row
    bool m_works = false;
    bool m_everWorked = false;
};

} // namespace plimsoll::feed
