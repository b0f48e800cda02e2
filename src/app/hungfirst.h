// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/singleinstance.h"

#include <optional>

namespace plimsoll::app {

inline constexpr int kRunsAlready =
    75; ///< exit code: another one runs on the same data, does not answer, and was left alone

/// Claims to be the only window of a data directory. Nothing: go on. Else the exit code: 0 where the first one shows
/// its window. Where the first one does not answer, a person is asked whether it is to be ended; `replace` is that
/// answer given before. GUI thread.
std::optional<int> claim(desktop::SingleInstance &instance, bool replace);

} // namespace plimsoll::app
