// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartdrawing.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <array>
#include <cmath>

namespace plimsoll::charts {

namespace {

constexpr float kVeil = 0.75F; // of the ground behind a word: what lies there is still seen
constexpr double kHatch = 6; // px between two lines of a hatched box

void paintHatch(QPainter &painter, const QRectF &area)
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    for (double x = area.left() - area.height(); x < area.right(); x += kHatch) {
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
    }
    painter.restore();
}

void paintWord(QPainter &painter, const ChartDrawing::Word &word, const QColor &background)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double width = metrics.horizontalAdvance(word.text);
    const double x = word.anchor == ChartDrawing::Word::Left ? word.x
        : word.anchor == ChartDrawing::Word::Center          ? word.x - width / 2
                                                             : word.x - width;
    if (word.isBoxed) {
        QColor veil = background;
        veil.setAlphaF(kVeil);
        painter.fillRect(QRectF(x - 3, word.y - metrics.height() / 2, width + 6, metrics.height()), veil);
    }
    painter.setPen(word.color);
    painter.drawText(QPointF(std::round(x), std::round(word.y + (metrics.ascent() - metrics.descent()) / 2)),
                     word.text);
}

// Forty lines are forty thousand bars: whole pixels in one call are what a painter without a graphics card is fast at.
void paintCurve(QPainter &painter, const ChartDrawing::Curve &curve)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(curve.color);
    if (curve.barWidth != std::floor(curve.barWidth)) {
        QList<QRectF> bars;
        bars.reserve(curve.bars.size());
        for (const ChartDrawing::Bar &bar : curve.bars) {
            bars << QRectF(bar.x, bar.top, curve.barWidth, bar.bottom - bar.top);
        }
        painter.drawRects(bars);
        return;
    }
    QList<QRect> bars;
    bars.reserve(curve.bars.size());
    for (const ChartDrawing::Bar &bar : curve.bars) {
        const int top = qRound(bar.top);
        bars << QRect(qRound(bar.x), top, qRound(curve.barWidth), std::max(1, qRound(bar.bottom) - top));
    }
    painter.drawRects(bars);
}

void paintCurves(QPainter &painter, const QList<ChartDrawing::Curve> &curves, bool onTop)
{
    for (const ChartDrawing::Curve &curve : curves) {
        if (curve.isOnTop == onTop) {
            paintCurve(painter, curve);
        }
    }
}

QString number(double value)
{
    return QString::number(value, 'f', 2);
}

QString fill(const QColor &color, const char *attribute = "fill")
{
    return QStringLiteral("%1=\"%2\" %1-opacity=\"%3\"")
        .arg(QLatin1String(attribute), color.name(), number(color.alphaF()));
}

QString svgBox(const ChartDrawing::Box &box)
{
    const QRectF &area = box.area;
    if (!box.isHatched) {
        return QStringLiteral("<rect x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\" %5/>\n")
            .arg(number(area.x()), number(area.y()), number(area.width()), number(area.height()), fill(box.color));
    }
    QString path;
    for (double x = area.left() - area.height(); x < area.right(); x += kHatch) {
        const double first = std::max(x, area.left());
        const double last = std::min(x + area.height(), area.right());
        path += QStringLiteral("M%1 %2L%3 %4")
                    .arg(number(first), number(area.bottom() - (first - x)), number(last),
                         number(area.bottom() - (last - x)));
    }
    return QStringLiteral("<path d=\"%1\" %2/>\n").arg(path, fill(box.color, "stroke"));
}

QString svgCurve(const ChartDrawing::Curve &curve)
{
    QString path;
    for (const ChartDrawing::Bar &bar : curve.bars) {
        path +=
            QStringLiteral("M%1 %2V%3").arg(number(bar.x + curve.barWidth / 2), number(bar.top), number(bar.bottom));
    }
    return QStringLiteral("<path d=\"%1\" stroke-width=\"%2\" %3/>\n")
        .arg(path, number(curve.barWidth), fill(curve.color, "stroke"));
}

QString svgCurves(const QList<ChartDrawing::Curve> &curves, bool onTop)
{
    QString svg;
    for (const ChartDrawing::Curve &curve : curves) {
        svg += curve.isOnTop == onTop ? svgCurve(curve) : QString();
    }
    return svg;
}

QString svgWord(const ChartDrawing::Word &word, const QColor &background)
{
    constexpr std::array kAnchors {"start", "middle", "end"};
    const QString halo = word.isBoxed
        ? QStringLiteral(" stroke=\"%1\" stroke-width=\"4\" paint-order=\"stroke\"").arg(background.name())
        : QString();
    return QStringLiteral("<text x=\"%1\" y=\"%2\" dy=\"0.35em\" text-anchor=\"%3\" %4%6>%5</text>\n")
        .arg(number(word.x), number(word.y), QLatin1String(kAnchors.at(word.anchor)), fill(word.color),
             word.text.toHtmlEscaped(), halo);
}

} // namespace

void paintChart(QPainter &painter, const ChartDrawing &drawing)
{
    QFont font(drawing.fontFamily);
    font.setPixelSize(drawing.fontSize);
    painter.setFont(font);
    for (const ChartDrawing::Box &box : drawing.boxes) {
        if (box.isHatched) {
            painter.setPen(QPen(box.color, 1));
            paintHatch(painter, box.area);
        } else {
            painter.fillRect(box.area, box.color);
        }
    }
    paintCurves(painter, drawing.curves, false);
    for (const ChartDrawing::Rule &rule : drawing.rules) {
        painter.setPen(QPen(rule.color, 1, rule.isDotted ? Qt::DotLine : Qt::DashLine, Qt::FlatCap));
        const double y = std::floor(rule.y) + 0.5;
        painter.drawLine(QPointF(rule.from, y), QPointF(rule.to, y));
    }
    for (const ChartDrawing::Word &word : drawing.words) {
        paintWord(painter, word, drawing.background);
    }
    paintCurves(painter, drawing.curves, true);
}

QByteArray chartSvg(const ChartDrawing &drawing)
{
    QString svg = QStringLiteral(
                      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 "
                      "%2\" fill=\"none\" font-family=\"%3\" font-size=\"%4\">\n"
                      "<rect width=\"%1\" height=\"%2\" %5/>\n")
                      .arg(number(drawing.width), number(drawing.height), drawing.fontFamily.toHtmlEscaped())
                      .arg(drawing.fontSize)
                      .arg(fill(drawing.background));
    for (const ChartDrawing::Box &box : drawing.boxes) {
        svg += svgBox(box);
    }
    svg += svgCurves(drawing.curves, false);
    for (const ChartDrawing::Rule &rule : drawing.rules) {
        svg += QStringLiteral("<path d=\"M%1 %2H%3\" stroke-dasharray=\"%4\" %5/>\n")
                   .arg(number(rule.from), number(rule.y), number(rule.to),
                        rule.isDotted ? QStringLiteral("1 3") : QStringLiteral("4 3"), fill(rule.color, "stroke"));
    }
    for (const ChartDrawing::Word &word : drawing.words) {
        svg += svgWord(word, drawing.background);
    }
    svg += svgCurves(drawing.curves, true);
    return (svg + QStringLiteral("</svg>\n")).toUtf8();
}

} // namespace plimsoll::charts
