// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarm/ladder.h"

#include <algorithm>
#include <ranges>

namespace plimsoll::alarm {

namespace {

template<typename Visit>
void eachChannel(Visit &&visit)
{
    for (const int i : std::views::iota(0, kChannels)) {
        visit(static_cast<Channel>(i));
    }
}

} // namespace

bool Ladder::uses(Channel channel, Priority priority) const
{
    return usable.has(channel) && priority >= steps[static_cast<std::size_t>(channel)].from;
}

// The screen alone is nobody: a person need not sit in front of it.
bool Ladder::reachesSomebody(Priority priority, Ms step) const
{
    bool anyWay = false;
    bool anyFailed = false;
    eachChannel([&](Channel channel) {
        if (uses(channel, priority) && steps[static_cast<std::size_t>(channel)].after == step) {
            anyWay = anyWay || channel != Channel::Screen;
            anyFailed = anyFailed || failed.has(channel);
        }
    });
    return anyWay && !anyFailed;
}

Ms Ladder::stepAt(Priority priority, Ms waited) const
{
    Ms furthest = kNothing;
    eachChannel([&](Channel channel) {
        const Ms after = steps[static_cast<std::size_t>(channel)].after;
        if (uses(channel, priority) && after <= waited) {
            furthest = std::max(furthest, after);
        }
    });
    return furthest;
}

Ms Ladder::stepAfter(Priority priority, Ms step) const
{
    Ms next = kNothing;
    eachChannel([&](Channel channel) {
        const Ms after = steps[static_cast<std::size_t>(channel)].after;
        if (uses(channel, priority) && after > step && (next == kNothing || after < next)) {
            next = after;
        }
    });
    return next;
}

Ms Ladder::reach(Priority priority, Ms waited, Ms reached) const
{
    Ms furthest = std::max(reached, stepAt(priority, waited));
    while (!reachesSomebody(priority, furthest)) {
        const Ms next = stepAfter(priority, furthest);
        if (next == kNothing) {
            break;
        }
        furthest = next;
    }
    return furthest;
}

Channels Ladder::upTo(Priority priority, Ms reached) const
{
    Channels channels;
    eachChannel([&](Channel channel) {
        if (uses(channel, priority) && steps[static_cast<std::size_t>(channel)].after <= reached) {
            channels.add(channel);
        }
    });
    return channels;
}

} // namespace plimsoll::alarm
