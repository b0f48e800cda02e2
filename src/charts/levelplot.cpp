// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/levelplot.h"

#include <QtQuick/QQuickWindow>

namespace plimsoll::charts {

using viewmodels::LevelChartViewModel;

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
        connect(chart, &LevelChartViewModel::changed, this, [this] { update(); });
    }
    change(m_chart, QPointer<LevelChartViewModel>(chart));
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

QRectF LevelPlot::plotArea() const
{
    ChartStyle style = m_style;
    style.width = width();
    style.height = height();
    return style.plotArea();
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
        ChartStyle style = m_style;
        style.width = width();
        style.height = height();
        style.pixelRatio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1;
        paintChart(*painter, ChartSketch(*m_chart, style).draw());
    }
}

} // namespace plimsoll::charts
