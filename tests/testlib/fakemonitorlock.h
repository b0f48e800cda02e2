// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/monitorlock.h"

namespace plimsoll::testlib {

/// The lock of one process among several that share a `LockSpace`. One thread.
class FakeMonitorLock final : public monitor::MonitorLock
{
public:
    struct LockSpace {
        FakeMonitorLock *monitor = nullptr;
        FakeMonitorLock *next = nullptr;
        FakeMonitorLock *lost = nullptr; ///< its place was taken away
        std::int64_t beats = 0;
    };

    FakeMonitorLock(LockSpace &space, std::int64_t process)
        : m_space(space)
        , m_process(process)
    {
    }

    ~FakeMonitorLock() override
    {
        release();
        stopAsking();
    }

    bool take(bool rings) override
    {
        if (m_space.monitor == nullptr && !isAsked()) {
            m_space.monitor = this;
            m_rings = rings;
        }
        return m_space.monitor == this;
    }

    void release() override
    {
        m_space.lost = m_space.lost == this ? nullptr : m_space.lost;
        if (m_space.monitor == this) {
            m_space.monitor = nullptr;
        }
    }

    void beat() override { ++m_space.beats; }
    [[nodiscard]] std::optional<std::int64_t> lastBeat() const override
    {
        return m_space.monitor == nullptr ? std::nullopt : std::optional(m_space.beats);
    }
    [[nodiscard]] bool isLost() const override { return m_space.lost == this; }

    bool seize(bool rings) override
    {
        m_space.lost = m_space.monitor;
        m_space.monitor = nullptr;
        return take(rings);
    }

    bool ask() override
    {
        if (m_space.next == nullptr) {
            m_space.next = this;
        }
        return m_space.next == this;
    }

    void stopAsking() override
    {
        if (m_space.next == this) {
            m_space.next = nullptr;
        }
    }

    [[nodiscard]] bool isAsked() override { return m_space.next != nullptr && m_space.next != this; }

    [[nodiscard]] Holder holder() const override
    {
        return m_space.monitor == nullptr
            ? Holder()
            : Holder {m_space.monitor->m_process, m_space.monitor->m_rings, QStringLiteral("fake")};
    }

private:
    LockSpace &m_space;
    std::int64_t m_process;
    bool m_rings = true;
};

} // namespace plimsoll::testlib
