// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <cstdint>
#include <optional>

namespace plimsoll::feed {

/// The least error of this computer's clock that explains what an answer says of the exchange's time: 0 where it may be
/// right, else positive where it is ahead. `sent` and `received` are wall ms of the request and of its answer's head;
/// `date` is the answer's Date, cut to the second; `newestClose` the newest time of a trade that the answer tells,
/// which cannot lie in the exchange's future; 0 = none. Pure.
[[nodiscard]] std::optional<std::int64_t> leastClockError(WallTime sent, WallTime received,
                                                          std::optional<WallTime> date, WallTime newestClose);

} // namespace plimsoll::feed
