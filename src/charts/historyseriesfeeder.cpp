// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/historyseriesfeeder.h"

#include <QtGui/QPen>

namespace plimsoll::charts {

void HistorySeriesFeeder::setHistory(viewmodels::HistoryViewModel *history)
{
    if (m_history) {
        disconnect(m_history, nullptr, this, nullptr);
    }
    m_history = history;
    if (m_history) {
        connect(m_history, &viewmodels::HistoryViewModel::pointsChanged, this, &HistorySeriesFeeder::feed);
    }
    feed();
    Q_EMIT changed();
}

void HistorySeriesFeeder::setSeries(QXYSeries *series)
{
    m_series = series;
    feed();
    Q_EMIT changed();
}

void HistorySeriesFeeder::setLineId(const QString &lineId)
{
    m_lineId = lineId;
    feed();
    Q_EMIT changed();
}

void HistorySeriesFeeder::setPixels(int pixels)
{
    m_pixels = pixels;
    feed();
    Q_EMIT changed();
}

void HistorySeriesFeeder::setColor(const QColor &color)
{
    m_color = color;
    feed();
    Q_EMIT changed();
}

void HistorySeriesFeeder::setDashed(bool dashed)
{
    m_dashed = dashed;
    feed();
    Q_EMIT changed();
}

void HistorySeriesFeeder::feed()
{
    if (!m_history || !m_series || m_lineId.isEmpty()) {
        return;
    }
    const QList<QPointF> points = m_history->points(m_lineId, m_pixels);
    const bool thin = m_dashed || points.size() > kManyPoints;
    const QPen pen(m_color, thin ? 1.0 : 2.0, m_dashed ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (m_series->pen() != pen) {
        m_series->setPen(pen);
    }
    m_series->replace(points);
}

} // namespace plimsoll::charts
