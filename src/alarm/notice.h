// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/alarm.h"
#include "alarm/noticeid.h"
#include "margin/moment.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::alarm {

/// A way to a person.
enum class Channel {
    Desktop, ///< a notification of the desktop
    Sound,
    Screen, ///< the window of the program: bar, dialog, badge in the tray; a line in a terminal
    Attention, ///< the window asks to be looked at
    MiniWindow, ///< a small window above all others
    Command, ///< a person's own program
    Webhook, ///< a message to a phone
};

inline constexpr int kChannels = 7;
std::string_view channelWord(
    Channel channel); ///< "desktop", "sound", "screen", "attention", "mini_window", "command", "webhook"
std::optional<Channel> channelFromWord(std::string_view word);

/// A set of channels.
class Channels
{
public:
    constexpr Channels() = default;
    constexpr Channels(std::initializer_list<Channel> channels)
    {
        for (const Channel channel : channels) {
            add(channel);
        }
    }

    constexpr void add(Channel channel) { m_bits |= bit(channel); }
    constexpr void add(Channels other) { m_bits |= other.m_bits; }
    constexpr void remove(Channel channel) { m_bits &= ~bit(channel); }
    constexpr void remove(Channels other) { m_bits &= ~other.m_bits; }
    [[nodiscard]] constexpr bool has(Channel channel) const { return (m_bits & bit(channel)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return m_bits == 0; }
    constexpr bool operator==(const Channels &) const = default;

private:
    static constexpr unsigned bit(Channel channel) { return 1U << static_cast<unsigned>(channel); }

    unsigned m_bits = 0;
};

/// One alarm inside a notice.
struct NoticeLine {
    Key key;
    std::uint32_t occurrence = 0;
    int number =
        0; ///< of the notice within its occurrence; with key, occurrence and channel the identity of a delivery
    Priority priority = Priority::Low;
    State state = State::ActiveUnacknowledged;
    Cause cause = Cause::Raised; ///< why it is in this notice; of a reminder: Judged
    bool hold = false;
    bool unstable = false;
    BootTime raisedAt;
    std::optional<margin::Decimal> level;
    bool byPace = false; ///< Critical: for the pace of the fall alone, its bar was not reached
    Outlook outlook;

    bool operator==(const NoticeLine &) const = default;
};

/// Something to be told now, on some channels. The notification that is shown is replaced by each new one.
struct Notice {
    enum class Kind {
        Raised, ///< something new, or known again
        Reminder, ///< still not acknowledged, or the next step of the ladder
        Ended, ///< recovered or over
    };

    NoticeId id; ///< the next of this run's
    BootTime time;
    Kind kind = Kind::Raised;
    Priority priority = Priority::Low; ///< of its worst line
    bool quiet = false; ///< only replaces the text that is shown: no sound, no new popup
    Channels channels;
    std::vector<NoticeLine> lines; ///< what the notice is about, worst first
    std::vector<NoticeLine> active; ///< everything else still unacknowledged and not folded, worst first: "+ n more"

    bool operator==(const Notice &) const = default;
};

/// The notice as a place tells it that shows one notice at a time: where it brings no news that is high, the worst
/// of what is high and was not answered yet keeps the head and its priority, and the notice's own lines come below it.
/// Else as it is. Requires: a line in `lines`.
Notice headedByWorst(Notice notice);

/// Decisions of one moment.
struct Plan {
    std::vector<Notice> notices;
    std::vector<NoticeLine> folded; ///< raised, but told by a worse alarm of the same account: delivered with it
};

} // namespace plimsoll::alarm
