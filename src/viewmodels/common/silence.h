// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace plimsoll::viewmodels {

/// After so many ms without a snapshot, figures are no longer shown as if they were of now: one comes every second.
inline constexpr std::int64_t kSilenceMs = 5000;

} // namespace plimsoll::viewmodels
