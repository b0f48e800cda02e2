// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/snapshot.h"
#include "ports/stores.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace plimsoll::monitor {

/// Which status of each account was announced last, by slot of the risk book. A value; engine thread.
class StatusTracker
{
public:
    /// The change, where the verdict has another status than the one announced last; from then on it counts as
    /// announced.
    std::optional<StatusEvent> look(std::uint32_t slot, const margin::Verdict &verdict,
                                    const margin::QuoteBoard &quotes, WallTime wallTime);
    void forget(std::size_t slot); ///< the account was removed
    void forgetAll(); ///< every status is news again, as after a start

private:
    std::vector<std::optional<margin::Status>> m_announced;
};

/// As it is stored, with the prices as a JSON object: symbol -> price.
StatusRecord recordOf(const StatusEvent &event);

} // namespace plimsoll::monitor
