// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <cstdlib>
#include <string_view>

namespace plimsoll::storage {

/// Dies as by kill -9 where PLIMSOLL_ABORT_AT names this point; only with PLIMSOLL_TEST=1. For the kill tests.
inline void crashPoint(std::string_view name)
{
    // NOLINTBEGIN(concurrency-mt-unsafe): nothing writes to the environment once threads run
    const char *testing = std::getenv("PLIMSOLL_TEST");
    const char *wanted = std::getenv("PLIMSOLL_ABORT_AT");
    // NOLINTEND(concurrency-mt-unsafe)
    if (testing != nullptr && wanted != nullptr && std::string_view(testing) == "1" && name == wanted) {
        std::raise(SIGKILL);
    }
}

} // namespace plimsoll::storage
