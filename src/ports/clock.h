// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <string>

namespace plimsoll::monitor {

/// Where every age, deadline and time stamp comes from, so that tests can turn it. Any thread.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// Since boot, suspend included (CLOCK_BOOTTIME): the base of all ages.
    [[nodiscard]] virtual BootTime bootTime() const = 0;

    /// Since 1970 UTC: for records and display only; it may jump.
    [[nodiscard]] virtual WallTime wallTime() const = 0;

    /// Changes when the machine boots: boot times of two boots cannot be compared.
    [[nodiscard]] virtual std::string bootId() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] BootTime bootTime() const override;
    [[nodiscard]] WallTime wallTime() const override;
    [[nodiscard]] std::string bootId() const override;
};

} // namespace plimsoll::monitor
