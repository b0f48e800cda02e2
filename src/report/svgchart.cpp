// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/svgchart.h"

#include <algorithm>
#include <limits>

namespace plimsoll::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double kWidth = 900;
constexpr double kHeight = 220;
constexpr double kReach = 3; // how many times the distance of the lines, or of the lowest value, is shown above them

struct Scale {
    double low = 0;
    double high = 1;
    std::int64_t from = 0;
    std::int64_t to = 1;

    [[nodiscard]] double x(std::int64_t time) const
    {
        return static_cast<double>(time - from) / static_cast<double>(std::max<std::int64_t>(to - from, 1)) * kWidth;
    }

    [[nodiscard]] double y(double value) const
    {
        return kHeight - (std::clamp(value, low, high) - low) / (high - low) * kHeight;
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
    double top = std::numeric_limits<double>::lowest();
    for (const ChartLine &line : content.lines) {
        low = std::min(low, line.value);
        top = std::max(top, line.value);
    }
    if (!content.lines.empty()) {
        high = std::clamp(high, top, top + kReach * std::max(top - low, top / 4));
    }
    const double margin = high > low ? (high - low) / 20 : 1;
    return {low - margin, high + margin, content.from, content.to};
}

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString path(const std::vector<ChartPoint> &stretch, const Scale &scale)
{
    QString text;
    for (const ChartPoint &point : stretch) {
        text += (text.isEmpty() ? u"M"_s : u"L"_s) + number(scale.x(point.time)) + u' ' + number(scale.y(point.value));
    }
    if (stretch.size() == 1) { // a single moment is a dot
        text += u"h0.1"_s;
    }
    return u"<path class=\"value\" d=\""_s + text + u"\"/>"_s;
}

} // namespace

QString svgChart(const ChartContent &content)
{
    const Scale scale = scaleOf(content);
    QString svg = u"<svg viewBox=\"0 0 "_s + number(kWidth) + u' ' + number(kHeight) + u"\" role=\"img\"><title>"_s
        + content.title.toHtmlEscaped() + u"</title>"_s;
    for (const ChartLine &line : content.lines) {
        const QString y = number(scale.y(line.value));
        svg += u"<line class=\""_s + line.cssClass.toHtmlEscaped() + u"\" x1=\"0\" x2=\""_s + number(kWidth)
            + u"\" y1=\""_s + y + u"\" y2=\""_s + y + u"\"/><text x=\"4\" y=\""_s + number(scale.y(line.value) - 4)
            + u"\">"_s + line.label.toHtmlEscaped() + u"</text>"_s;
    }
    for (const auto &stretch : content.stretches) {
        if (!stretch.empty()) {
            svg += path(stretch, scale);
        }
    }
    return svg + u"</svg>"_s;
}

} // namespace plimsoll::report
