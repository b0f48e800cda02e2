// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/clock.h"

#include <chrono>
#include <ctime>
#include <fstream>

namespace plimsoll::monitor {

BootTime SystemClock::bootTime() const
{
    timespec now {};
    clock_gettime(CLOCK_BOOTTIME, &now); // counts suspend, unlike the steady clock
    return BootTime::ofMs(std::int64_t {now.tv_sec} * 1000 + now.tv_nsec / 1'000'000);
}

WallTime SystemClock::wallTime() const
{
    using std::chrono::duration_cast;
    return WallTime::ofMs(
        duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count());
}

std::string SystemClock::bootId() const
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

} // namespace plimsoll::monitor
