// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
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

    /// Milliseconds since boot, suspend included (CLOCK_BOOTTIME): the base of all ages.
    [[nodiscard]] virtual std::int64_t bootTime() const = 0;

    /// Milliseconds since 1970 UTC: for records and display only; it may jump.
    [[nodiscard]] virtual std::int64_t wallTime() const = 0;

    /// Changes when the machine boots: times of bootTime() of two boots cannot be compared.
    [[nodiscard]] virtual std::string bootId() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] std::int64_t bootTime() const override;
    [[nodiscard]] std::int64_t wallTime() const override;
    [[nodiscard]] std::string bootId() const override;
};

} // namespace plimsoll::monitor
