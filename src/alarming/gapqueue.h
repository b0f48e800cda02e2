// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/account.h"
#include "ports/alarmboard.h"

#include <QtCore/QString>

#include <memory>
#include <vector>

namespace plimsoll::monitor {

/// Reports about times in which nobody watched, oldest first, each until a person has seen it; none takes the place of
/// another. One that was seen while the exchange was still being asked comes back where the answer is not an all-clear.
/// Pure; engine thread.
class GapQueue
{
public:
    static constexpr std::size_t kMost = 50; ///< beyond it the oldest without a missed call goes

    struct Open {
        GapReportPtr report;
        std::vector<margin::Account> accounts; ///< as they were in the gap; empty where they are not known any more
    };

    void add(GapReport report, std::vector<margin::Account> accounts);
    /// The answer to what nextToAsk() gave. Returns it as it is kept; nullptr where nobody waits for it.
    GapReportPtr answer(GapReport report);
    /// A person has seen `shown`, as it was then.
    void see(const GapReportPtr &shown);
    void seeAll(); ///< all that have an answer

    [[nodiscard]] GapReportPtr first() const; ///< not seen yet; nullptr: none
    [[nodiscard]] int count() const; ///< not seen yet
    [[nodiscard]] GapReportPtr newest() const;
    [[nodiscard]] GapReportPtr newestMissed() const; ///< that held a margin call or worse
    [[nodiscard]] const Open *nextToAsk() const;

    /// For the next run: a JSON text. What was still being asked for is asked for again. A text that cannot be read
    /// adds nothing.
    [[nodiscard]] QString saved() const;
    std::vector<GapReportPtr> restore(const QString &saved); ///< puts them before what is there; returns them

private:
    struct Entry {
        Open open;
        bool seen = false; ///< while it was asked for
    };

    void limit();

    std::vector<Entry> m_entries;
};

} // namespace plimsoll::monitor
