// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/notice.h"

#include <array>

namespace plimsoll::alarm {

/// The ways to a person, as they were chosen and as they work now: from which priority each is used, and after how long
/// without an answer. A step that does not reach anyone hastens the next one. A value; pure. Source:
/// docs/alarms.md#ladder.
class Ladder
{
public:
    static constexpr Ms kNothing = -1; ///< no step was reached yet

    struct Step {
        Priority from = Priority::High; ///< alarms of this priority and above use it
        Ms after = 0; ///< since the alarm became unacknowledged

        bool operator==(const Step &) const = default;
    };
    using Steps = std::array<Step, kChannels>; ///< by Channel

    static constexpr Steps kUsual {Step {Priority::Low, 0},   {Priority::High, 0},           {Priority::Low, 0},
                                   {Priority::High, kMinute}, {Priority::High, 3 * kMinute}, {Priority::High, kMinute},
                                   {Priority::High, kMinute}};
    static constexpr Channels kAll {Channel::Desktop,    Channel::Sound,   Channel::Screen, Channel::Attention,
                                    Channel::MiniWindow, Channel::Command, Channel::Webhook};

    Steps steps = kUsual;
    Channels usable = kAll; ///< switched on, and something is there that carries it
    Channels failed; ///< the newest delivery on it reached nobody

    /// The furthest step that is due for an alarm which has been unacknowledged for `waited` and had reached `reached`
    /// before; kNothing where there is none. Never less than `reached`.
    [[nodiscard]] Ms reach(Priority priority, Ms waited, Ms reached) const;
    /// The furthest step that time alone brings.
    [[nodiscard]] Ms stepAt(Priority priority, Ms waited) const;
    /// What an alarm uses that has reached `reached`.
    [[nodiscard]] Channels upTo(Priority priority, Ms reached) const;

    bool operator==(const Ladder &) const = default;

private:
    [[nodiscard]] bool uses(Channel channel, Priority priority) const;
    [[nodiscard]] bool reachesSomebody(Priority priority, Ms step) const;
    [[nodiscard]] Ms stepAfter(Priority priority, Ms step) const; ///< kNothing where it is the last
};

} // namespace plimsoll::alarm
