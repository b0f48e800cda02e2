// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>

#include <vector>

namespace plimsoll::wording {

/// A mark of a time axis: ms since 1970 UTC as a double for pixels, and its words.
struct TimeTick {
    double time = 0;
    QString text;
};

/// At most `most` marks within [from, to] at round times of the local clock, or of UTC: seconds, minutes, hours of a
/// day, midnights, firsts of a month, years; the same distance between them by the clock on the wall, also where it is
/// put forward or back. Pure; any thread.
std::vector<TimeTick> timeTicks(double from, double to, int most, const QLocale &locale,
                                Qt::TimeSpec clock = Qt::LocalTime);

} // namespace plimsoll::wording
