// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc of Qt 6.4 stumbles over it
#include <compare>
#endif
#include <cstdint>

namespace plimsoll::alarm {

/// Which notice a delivery, its report or the button of a notification belongs to: who made it, and its number there.
/// Several make notices in one process, each by counting from 1, and the way to a person carries them all. Value type;
/// any thread. The default is no notice.
class NoticeId
{
public:
    enum class Maker : std::uint8_t {
        Alarms, ///< the planner: the only ones that concern alarms
        Drill, ///< the fire drill's: its buttons answer the drill
        Program, ///< a test of a channel, or what takes a notification away
        Guard, ///< the screen's, when the engine does not answer
    };

    constexpr NoticeId() = default;
    constexpr NoticeId(Maker maker, std::uint64_t number)
        : m_number(number)
        , m_maker(maker)
    {
    }

    [[nodiscard]] constexpr Maker maker() const { return m_maker; }
    [[nodiscard]] constexpr NoticeId next() const { return {m_maker, m_number + 1}; }

    /// One number for what reads us from outside; an alarm's notice says its own.
    [[nodiscard]] constexpr std::int64_t outside() const
    {
        constexpr unsigned kNumberBits = 48;
        return static_cast<std::int64_t>(m_number | static_cast<std::uint64_t>(m_maker) << kNumberBits);
    }

    friend constexpr bool operator==(NoticeId a, NoticeId b) = default;
    friend constexpr std::strong_ordering operator<=>(NoticeId a, NoticeId b) = default;

private:
    std::uint64_t m_number = 0; // before the maker: ids order as they were given out
    Maker m_maker = Maker::Alarms;
};

} // namespace plimsoll::alarm
