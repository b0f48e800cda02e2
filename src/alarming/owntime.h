// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/condition.h"
#include "margin/moment.h"

#include <algorithm>

namespace plimsoll::monitor {

/// Splits the time between two looks into what this thread itself ran and what it missed: a look that comes late says
/// that the computer slept, the program was stopped or the thread stood still, and nothing can be held against others
/// for that time. A value; one thread.
class OwnTime
{
public:
    static constexpr alarm::Ms kLongestStep = 2 * alarm::kSecond; ///< looks come once a second

    struct Step {
        alarm::Ms ran = 0;
        alarm::Ms missed = 0;
    };

    explicit OwnTime(BootTime now)
        : m_last(now)
    {
    }

    Step look(BootTime now)
    {
        const alarm::Ms passed = now - m_last;
        m_last = now;
        const alarm::Ms ran = std::min(passed, kLongestStep);
        return {ran, passed - ran};
    }

private:
    BootTime m_last;
};

} // namespace plimsoll::monitor
