// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/overviewplot.h"

#include "charts/chartdrawing.h"

#include <QtQuick/QQuickWindow>

#include <algorithm>

namespace plimsoll::charts {

using viewmodels::ChartAxis;
using viewmodels::ChartScale;
using viewmodels::LevelChartViewModel;

OverviewPlot::OverviewPlot(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(false);
}

void OverviewPlot::setChart(LevelChartViewModel *chart)
{
    if (chart == m_chart) {
        return;
    }
    if (m_chart) {
        disconnect(m_chart, nullptr, this, nullptr);
    }
    m_chart = chart;
    if (chart != nullptr) {
        connect(chart, &LevelChartViewModel::changed, this, &OverviewPlot::follow);
        follow();
    }
    Q_EMIT styleChanged();
}

void OverviewPlot::setInks(const QVariantMap &inks)
{
    if (inks != m_inks) {
        m_inks = inks;
        update();
        Q_EMIT styleChanged();
    }
}

void OverviewPlot::follow()
{
    const auto *line = m_chart->chosen();
    const auto stretches = m_chart->wholeStretches();
    const QVariantList now {line != nullptr ? line->lineId : QString(),
                            m_chart->axisIndex(),
                            m_chart->window()->first(),
                            m_chart->window()->last(),
                            stretches.size(),
                            stretches.isEmpty() ? 0 : stretches.last().last().x()};
    if (now != m_seen) {
        m_seen = now;
        update();
    }
}

void OverviewPlot::paint(QPainter *painter)
{
    const auto *line = m_chart ? m_chart->chosen() : nullptr;
    if (line == nullptr) {
        return;
    }
    const auto ink = [this](const char *name, float opacity) {
        auto color = m_inks.value(QLatin1String(name)).value<QColor>();
        color.setAlphaF(opacity);
        return color;
    };
    const double ratio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1;
    const auto stretches = m_chart->wholeStretches();
    const double first = m_chart->window()->first();
    const double last = m_chart->window()->last();
    const auto extent = viewmodels::extentOf(stretches, first, last);
    const ChartAxis axis = m_chart->scale().axis();
    const auto valueOf = [&](double level) { return ChartScale::valueOf(axis, level, line->call); };
    const double lowest = std::min(valueOf(extent ? extent->lowest : line->liquidation), valueOf(line->liquidation));
    const double highest = std::max(valueOf(extent ? extent->highest : line->initial), valueOf(line->call));
    const auto yOf = [&](double level) {
        const double place = (valueOf(level) - lowest) / std::max(highest - lowest, 1e-6);
        return height() - 3 - place * (height() - 6);
    };
    ChartDrawing drawing;
    drawing.boxes << ChartDrawing::Box {boundingRect(), ink("surface", 1), false}
                  << ChartDrawing::Box {QRectF(0, yOf(line->call), width(), yOf(line->liquidation) - yOf(line->call)),
                                        ink("call", 0.16F), false}
                  << ChartDrawing::Box {QRectF(0, yOf(line->liquidation), width(), height() - yOf(line->liquidation)),
                                        ink("liquidation", 0.18F), false};
    ChartDrawing::Curve curve;
    curve.color = ink("muted", 1);
    curve.barWidth = 1 / ratio;
    for (const auto &column : viewmodels::columnsOf(stretches, first, last, static_cast<int>(width() * ratio))) {
        const double top = yOf(column.highest) - 0.5;
        curve.bars << ChartDrawing::Bar {top, std::max(yOf(column.lowest) + 0.5, top + 1), column.column / ratio};
    }
    drawing.curves << curve;
    paintChart(*painter, drawing);
}

} // namespace plimsoll::charts
