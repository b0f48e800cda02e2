// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"

#include <QtCore/QLocale>
#include <QtCore/QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace plimsoll::report {

/// A corner of a drawn line: where it lies is for pixels only.
struct ChartPoint {
    WallTime time;
    double value = 0;
};

/// The bars of an account: a line across the whole chart for each, and the ground below it coloured.
struct ChartBars {
    double call = 0;
    double liquidation = 0;
    QString callText; ///< "margin call 1.1"
    QString liquidationText;
};

/// Something that happened at a moment: a hairline with a sign at its foot.
struct ChartMark {
    enum Kind { Call, Liquidation, Booking };

    WallTime time;
    Kind kind = Booking;
    QString text; ///< for the tool tip
};

/// What a chart shows. A value of a stretch holds until the next one; stretches do not touch one another.
struct ChartContent {
    WallTime from;
    WallTime to;
    std::vector<std::vector<ChartPoint>> stretches;
    std::optional<ChartBars> bars;
    std::vector<ChartMark> marks;
    QString title; ///< for people who do not see it
    int width = 960; ///< as it is shown, about: px
};

/// An <svg> element, in a frame that scrolls where the page is narrow, that needs nothing from outside: no script, no
/// font, no style of its own but classes. What lies far above the bars is cut off at the top, so that a level of 900
/// does not flatten the rest. Times of its axis are UTC. Texts are escaped. Pure; any thread.
QString svgChart(const ChartContent &content, const QLocale &locale);

} // namespace plimsoll::report
