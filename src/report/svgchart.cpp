// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/svgchart.h"

#include "wording/axislabels.h"
#include "wording/timeticks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plimsoll::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double kHeight = 240;
constexpr double kLeft = 60; // of the plot: room for the values
constexpr double kBarWords = 130; // right of it
constexpr double kMargin = 24; // where there are none: half of a time's words
constexpr double kTop = 10;
constexpr double kBottom = 212; // and for the times
constexpr double kWord = 14; // what a line of words needs
constexpr int kMostValues = 6;
constexpr int kLarge = 600; // px: what is wider is made narrower by scrolling, not by shrinking its words
constexpr double kTime = 90; // px between two marks of time
constexpr double kReach = 3; // how many times the distance of the bars, or of the lowest value, is shown above them

struct Scale {
    double low = 0;
    double high = 1;
    WallTime from;
    WallTime to = 1;
    double right = 0; ///< of the plot

    [[nodiscard]] double x(double time) const
    {
        const auto span = static_cast<double>(std::max<std::int64_t>(to - from, 1));
        return kLeft + std::clamp((time - static_cast<double>(from.ms())) / span, 0.0, 1.0) * (right - kLeft);
    }

    [[nodiscard]] double y(double value) const
    {
        return kBottom - (std::clamp(value, low, high) - low) / (high - low) * (kBottom - kTop);
    }
};

Scale scaleOf(const ChartContent &content)
{
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    for (const auto &stretch : content.stretches) {
        for (const ChartPoint &point : stretch) {
            low = std::min(low, point.value);
            high = std::max(high, point.value);
        }
    }
    if (content.bars) {
        const double top = content.bars->call;
        low = std::min(low, content.bars->liquidation);
        high = std::clamp(high, top, top + kReach * std::max(top - low, top / 4));
    }
    const double margin = high > low ? (high - low) / 12 : std::max(std::abs(high) / 20, 1e-9);
    const double right = content.width - (content.bars ? kBarWords : kMargin);
    return high < low ? Scale {0, 1, content.from, content.to, right}
                      : Scale {low - margin, high + margin, content.from, content.to, right};
}

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString line(const QString &cssClass, double x1, double y1, double x2, double y2)
{
    return u"<line class=\"%1\" x1=\"%2\" y1=\"%3\" x2=\"%4\" y2=\"%5\"/>"_s.arg(cssClass, number(x1), number(y1),
                                                                                 number(x2), number(y2));
}

QString word(const QString &cssClass, double x, double y, const QString &text)
{
    return u"<text class=\"%1\" x=\"%2\" y=\"%3\">"_s.arg(cssClass, number(x), number(y)) + text.toHtmlEscaped()
        + u"</text>"_s;
}

QString ground(const QString &cssClass, double right, double high, double low)
{
    return u"<rect class=\"%1\" x=\"%2\" y=\"%3\" width=\"%4\" height=\"%5\"/>"_s.arg(
        cssClass, number(kLeft), number(high), number(right - kLeft), number(std::max(low - high, 0.0)));
}

QString axes(const Scale &scale, const QLocale &locale)
{
    QString svg;
    const double span = scale.high - scale.low;
    const double least = std::pow(10, std::floor(std::log10(span)) - 2);
    const double step = wording::roundStep(span, kMostValues, least);
    const int decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
    for (double tick = std::ceil(scale.low / step) * step; tick <= scale.high; tick += step) {
        const double y = scale.y(tick);
        svg += line(u"grid"_s, kLeft, y, scale.right, y)
            + word(u"value-tick"_s, kLeft - 8, y + 4, locale.toString(tick, 'f', decimals));
    }
    const auto times = wording::timeTicks(static_cast<double>(scale.from.ms()), static_cast<double>(scale.to.ms()),
                                          static_cast<int>((scale.right - kLeft) / kTime), locale, Qt::UTC);
    for (const wording::TimeTick &tick : times) {
        const double x = scale.x(tick.time);
        svg += line(u"grid"_s, x, kTop, x, kBottom) + word(u"time-tick"_s, x, kBottom + 18, tick.text);
    }
    return svg;
}

QString barsOf(const ChartBars &bars, const Scale &scale)
{
    const double call = scale.y(bars.call);
    const double liquidation = scale.y(bars.liquidation);
    const std::vector<double> words = wording::movedApart({call, liquidation}, kWord, kTop + kWord / 2, kBottom);
    return ground(u"call-ground"_s, scale.right, call, liquidation)
        + ground(u"liquidation-ground"_s, scale.right, liquidation, kBottom)
        + line(u"call"_s, kLeft, call, scale.right, call)
        + line(u"liquidation"_s, kLeft, liquidation, scale.right, liquidation)
        + word(u"bar"_s, scale.right + 8, words[0] + 4, bars.callText)
        + word(u"bar"_s, scale.right + 8, words[1] + 4, bars.liquidationText);
}

QString path(const std::vector<ChartPoint> &stretch, const Scale &scale)
{
    QString text;
    for (const ChartPoint &point : stretch) {
        const QString x = number(scale.x(static_cast<double>(point.time.ms())));
        const QString y = number(scale.y(point.value));
        text += text.isEmpty() ? u"M%1 %2"_s.arg(x, y) : u"H%1V%2"_s.arg(x, y);
    }
    if (stretch.size() == 1) { // a single moment is a dot
        text += u"h0.1"_s;
    }
    return u"<path class=\"value\" d=\""_s + text + u"\"/>"_s;
}

// A shape for each kind, so that the colour does not matter.
QString shape(ChartMark::Kind kind, double x)
{
    const double y = kBottom;
    switch (kind) {
    case ChartMark::Call: return u"<path class=\"call-sign\" d=\"M%1 %2l5 9h-10z\"/>"_s.arg(number(x), number(y - 9));
    case ChartMark::Liquidation:
        return u"<path class=\"liquidation-sign\" d=\"M%1 %2h8v8h-8z\"/>"_s.arg(number(x - 4), number(y - 8));
    case ChartMark::Booking: break;
    }
    return u"<path class=\"booking-sign\" d=\"M%1 %2l4 4-4 4-4-4z\"/>"_s.arg(number(x), number(y - 8));
}

QString markOf(const ChartMark &mark, const Scale &scale)
{
    const double x = scale.x(static_cast<double>(mark.time.ms()));
    return u"<g><title>"_s + mark.text.toHtmlEscaped() + u"</title>"_s + line(u"moment"_s, x, kTop, x, kBottom)
        + shape(mark.kind, x) + u"</g>"_s;
}

} // namespace

QString svgChart(const ChartContent &content, const QLocale &locale)
{
    const Scale scale = scaleOf(content);
    QString svg = u"<div class=\"wide\"><svg class=\""_s + (content.width > kLarge ? u"large"_s : u"small"_s)
        + u"\" viewBox=\"0 0 "_s + number(content.width) + u' ' + number(kHeight) + u"\" role=\"img\"><title>"_s
        + content.title.toHtmlEscaped() + u"</title>"_s;
    svg += axes(scale, locale);
    if (content.bars) {
        svg += barsOf(*content.bars, scale);
    }
    for (const ChartMark &mark : content.marks) {
        svg += markOf(mark, scale);
    }
    for (const auto &stretch : content.stretches) {
        if (!stretch.empty()) {
            svg += path(stretch, scale);
        }
    }
    return svg + u"</svg></div>"_s;
}

} // namespace plimsoll::report
