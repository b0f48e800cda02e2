// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace plimsoll::storage {

/// The resolutions in which levels are kept, ms: every sample, then its minute, 10 minutes, hour, 6 hours and day. Each
/// is a multiple of the one before, and all but the first are widths of LevelTrack.
inline constexpr std::array<std::int64_t, 6> kLevelResolutions {1, 60'000, 600'000, 3'600'000, 21'600'000, 86'400'000};

} // namespace plimsoll::storage
