// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/pricesource.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::monitor {

/// What the price source had a chance to tell. Nothing is held against it for time in which this computer slept or this
/// program stood still, nor for a symbol before the first poll for it has answered or failed. State and time only;
/// engine thread.
class Listening
{
public:
    static constexpr std::int64_t kHoleMs = 5'000; ///< a shorter one makes no price too old
    static constexpr std::int64_t kPatienceMs = 60'000; ///< with a source that neither answers nor fails

    void missed(std::int64_t ms); ///< so long we did not listen, ending now
    /// From now on these are asked for; those that were asked for before stay as they are.
    void wants(std::vector<std::string> symbols, BootTime now);
    void heard(const PriceBatch &batch);
    void failed(); ///< the source says that it has no answer
    void tick(BootTime now);

    /// Whether anything below changed since this was asked last.
    [[nodiscard]] bool takeChanged();

    /// We missed something, and the source has not answered since.
    [[nodiscard]] bool isHoled() const { return m_missed > 0; }
    /// When its silence began, for somebody who listened all the time: the newest answer, later by what was missed.
    [[nodiscard]] BootTime silentSince(BootTime newestAnswer) const { return newestAnswer + m_missed; }
    /// Since when a symbol of this route (margin::Rate) has been asked for that neither came nor was refused; nothing
    /// where there is none.
    [[nodiscard]] std::optional<BootTime> awaitedSince(const std::string &route) const;

private:
    std::int64_t m_missed = 0; ///< since the newest answer
    std::map<std::string, BootTime> m_awaited;
    std::vector<std::string> m_wanted; ///< sorted
    bool m_changed = false;
};

} // namespace plimsoll::monitor
