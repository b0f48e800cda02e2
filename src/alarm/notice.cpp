// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/notice.h"

#include "alarm/plannerlines.h"

#include <array>

namespace plimsoll::alarm {

namespace {

constexpr std::array<std::string_view, kChannels> kWords {"desktop",     "sound",   "screen", "attention",
                                                          "mini_window", "command", "webhook"};

} // namespace

std::string_view channelWord(Channel channel)
{
    return kWords[static_cast<std::size_t>(channel)];
}

std::optional<Channel> channelFromWord(std::string_view word)
{
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (kWords[i] == word) {
            return static_cast<Channel>(i);
        }
    }
    return std::nullopt;
}

Notice headedByWorst(Notice notice)
{
    const bool isNews = !notice.quiet && notice.priority >= Priority::High; // told by its own name
    if (isNews || notice.active.empty() || notice.active.front().priority < Priority::High
        || (notice.priority >= Priority::High && worse(notice.lines.front(), notice.active.front()))) {
        return notice;
    }
    notice.kind = Notice::Kind::Reminder;
    notice.priority = notice.active.front().priority;
    notice.lines.insert(notice.lines.begin(), notice.active.front());
    notice.active.erase(notice.active.begin());
    return notice;
}

} // namespace plimsoll::alarm
