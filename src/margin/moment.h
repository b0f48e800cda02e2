// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over it
#include <compare>
#endif
#include <cstdint>

namespace plimsoll {

/// A span of time, in milliseconds.
using Ms = std::int64_t;

/// A moment on one clock, in milliseconds since that clock's zero; 0 where code says so means "never" or "none".
/// Moments of two clocks are two types, which nothing compares, subtracts or assigns. A number becomes a moment by
/// ofMs() and a moment a number by ms(), at the borders only: SQL, JSON, text, dates. Constants, like 0, need no
/// ofMs(). Value type; any thread. Sums are not checked: what comes from outside is bounded where it is read.
template<typename Clock>
class Moment
{
public:
    constexpr Moment() = default;

    consteval Moment(std::int64_t ms) // NOLINT(google-explicit-constructor): a constant is never the other clock's time
        : m_ms(ms)
    {
    }

    [[nodiscard]] static constexpr Moment ofMs(std::int64_t ms)
    {
        Moment moment;
        moment.m_ms = ms;
        return moment;
    }
    [[nodiscard]] constexpr std::int64_t ms() const { return m_ms; }

    friend constexpr bool operator==(Moment a, Moment b) = default;
    friend constexpr std::strong_ordering operator<=>(Moment a, Moment b) = default;

    constexpr Moment &operator+=(Ms span)
    {
        m_ms += span;
        return *this;
    }
    constexpr Moment &operator-=(Ms span)
    {
        m_ms -= span;
        return *this;
    }
    friend constexpr Moment operator+(Moment moment, Ms span) { return ofMs(moment.m_ms + span); }
    friend constexpr Moment operator-(Moment moment, Ms span) { return ofMs(moment.m_ms - span); }
    friend constexpr Ms operator-(Moment later, Moment earlier) { return later.m_ms - earlier.m_ms; }

    /// The beginning of the stretch of this length that the moment lies in; stretches begin at the clock's zero.
    friend constexpr Moment floorTo(Moment moment, Ms length)
    {
        const Ms rest = moment.m_ms % length;
        return moment - (rest < 0 ? rest + length : rest);
    }

private:
    std::int64_t m_ms = 0;
};

/// On the boot-time clock, which counts suspend and never jumps: the base of all ages and deadlines. It begins anew
/// with each boot. In scripts, replays and tests the time of the script takes its place.
using BootTime = Moment<struct BootClock>;

/// Since 1970 UTC: for records and display, and what the outside world says of time. It jumps when somebody corrects
/// it.
using WallTime = Moment<struct WallClock>;

} // namespace plimsoll
