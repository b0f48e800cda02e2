// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/ports/clock.h"

#include <chrono>
#include <ctime>

namespace plimsoll::monitor {

std::int64_t SystemClock::bootMs() const
{
    timespec now {};
    clock_gettime(CLOCK_BOOTTIME, &now); // counts suspend, unlike the steady clock
    return std::int64_t {now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

std::int64_t SystemClock::wallMs() const
{
    using std::chrono::duration_cast;
    return duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

} // namespace plimsoll::monitor
