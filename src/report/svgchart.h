// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <cstdint>
#include <vector>

namespace plimsoll::report {

/// A corner of a drawn line: where it lies is for pixels only.
struct ChartPoint {
    std::int64_t time = 0;
    double value = 0;
};

/// A level line across the whole chart.
struct ChartLine {
    double value = 0;
    QString label;
    QString cssClass;
};

/// What a chart shows; lines of `stretches` do not touch one another.
struct ChartContent {
    std::int64_t from = 0;
    std::int64_t to = 0;
    std::vector<std::vector<ChartPoint>> stretches;
    std::vector<ChartLine> lines;
    QString title; ///< for people who do not see it
};

/// An <svg> element that needs nothing from outside: no script, no font, no style of its own but classes. What lies far
/// above the lines is cut off at the top, so that a level of 900 does not flatten the rest. Texts are escaped. Pure;
/// any thread.
QString svgChart(const ChartContent &content);

} // namespace plimsoll::report
