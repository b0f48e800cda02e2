// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/levelplot.h"

#include <QtCore/QBuffer>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtQuick/QQuickWindow>

#include <algorithm>

namespace plimsoll::charts {

using viewmodels::LevelChartViewModel;

namespace {

constexpr double kFileRatio = 2;
constexpr double kCurveAxis = 76; // px for its figures
constexpr double kFileGutter = 190; // px for the labels

} // namespace

LevelPlot::LevelPlot(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(false); // steps run along the pixels
}

template<typename Value>
void LevelPlot::change(Value &kept, const Value &value)
{
    if (kept != value) {
        kept = value;
        update();
        Q_EMIT styleChanged();
    }
}

void LevelPlot::setChart(LevelChartViewModel *chart)
{
    if (m_chart) {
        disconnect(m_chart, nullptr, this, nullptr);
    }
    if (chart != nullptr) {
        connect(chart, &LevelChartViewModel::changed, this, &LevelPlot::follow);
    }
    change(m_chart, QPointer<LevelChartViewModel>(chart));
    follow();
}

void LevelPlot::follow()
{
    update();
    change(m_style.curveAxis, m_chart && m_chart->curve()->isShown() ? kCurveAxis : 0.0);
}

void LevelPlot::setInks(const QVariantMap &inks)
{
    change(m_style.inks, inks);
}

void LevelPlot::setFontFamily(const QString &family)
{
    change(m_style.fontFamily, family);
}

void LevelPlot::setGutter(double gutter)
{
    change(m_style.gutter, gutter);
}

void LevelPlot::setStartLabel(const QString &label)
{
    change(m_style.startLabel, label);
}

void LevelPlot::setEndLabel(const QString &label)
{
    change(m_style.endLabel, label);
}

ChartStyle LevelPlot::styleNow() const
{
    ChartStyle style = m_style;
    style.width = width();
    style.height = height();
    style.pixelRatio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1;
    return style;
}

QRectF LevelPlot::plotArea() const
{
    return styleNow().plotArea();
}

QByteArray LevelPlot::picture(const QString &format) const
{
    if (!m_chart) {
        return {};
    }
    ChartStyle style = styleNow();
    style.pixelRatio = kFileRatio;
    style.gutter = std::max(style.gutter, kFileGutter);
    style.writesLabels = true;
    const ChartDrawing drawing = ChartSketch(*m_chart, style).draw();
    if (format == u"svg") {
        return chartSvg(drawing);
    }
    QImage image((QSizeF(style.width, style.height) * kFileRatio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(kFileRatio);
    image.fill(drawing.background);
    QPainter painter(&image);
    paintChart(painter, drawing);
    painter.end();
    QBuffer buffer;
    image.save(&buffer, "png");
    return buffer.data();
}

void LevelPlot::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size()) {
        Q_EMIT styleChanged();
    }
}

void LevelPlot::paint(QPainter *painter)
{
    if (m_chart) {
        paintChart(*painter, ChartSketch(*m_chart, styleNow()).draw());
    }
}

} // namespace plimsoll::charts
