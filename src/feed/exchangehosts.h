// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed/hostpauses.h"
#include "margin/moment.h"
#include "ports/clock.h"

#include <QtCore/QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace plimsoll::feed {

/// The hosts of one exchange, and which of them may be asked. An attempt asks the host that answered last, and after
/// any failure the next one at once, each once. A pause that a host asked for (HostPauses) and a refusal of this place
/// (403, 451; ten minutes, 15 s while urgent) concern that host only. Not thread-safe. `clock` must outlive it.
class ExchangeHosts
{
public:
    static constexpr std::int64_t kBlockedMs = 600'000;
    static constexpr std::int64_t kUrgentBlockedMs = 15'000;

    ExchangeHosts(const std::vector<QUrl> &urls, std::shared_ptr<HostPauses> pauses, const monitor::Clock &clock);

    /// Begins an attempt with the first host that may be asked; false where none may.
    [[nodiscard]] bool begin();
    /// The next one of the same attempt; false where all have been asked that may be.
    [[nodiscard]] bool next();

    [[nodiscard]] const QUrl &current() const { return m_hosts[m_current].url; }

    /// Another one that may be asked now, for a second opinion.
    [[nodiscard]] std::optional<QUrl> other() const;

    /// A host refuses this place.
    void block(const QUrl &url);
    /// A host asked for a pause until then, wall ms.
    void pause(const QUrl &url, WallTime untilWall) { m_pauses->pause(url, untilWall); }

    void setUrgent(bool urgent) { m_urgent = urgent; }

    /// The network is another one: refusals of the old place say nothing. Pauses stay.
    void lift();
    /// Its answers say nothing: another one first, the next time.
    void prefer(const QUrl &url);

    /// Boot ms from which some host may be asked; not later than now where one may.
    [[nodiscard]] BootTime freeAt() const;
    /// Wall ms of the end of the pause where every host asked for one; 0 = not so.
    [[nodiscard]] WallTime allPausedUntil() const;

private:
    struct Host {
        QUrl url;
        std::optional<BootTime> blockedAt;
        bool asked = false; // in this attempt
    };

    [[nodiscard]] BootTime freeAt(const Host &host) const;
    [[nodiscard]] bool take(std::size_t index);

    std::vector<Host> m_hosts;
    std::shared_ptr<HostPauses> m_pauses;
    const monitor::Clock &m_clock;
    std::size_t m_current = 0;
    bool m_urgent = false;
};

} // namespace plimsoll::feed
