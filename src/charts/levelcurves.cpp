// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/levelcurves.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace plimsoll::charts {

using viewmodels::HistoryLine;
using viewmodels::HistoryViewModel;

LevelCurves::LevelCurves(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(false); // steps run along the pixels
}

void LevelCurves::setHistory(HistoryViewModel *history)
{
    if (m_history) {
        disconnect(m_history, nullptr, this, nullptr);
    }
    m_history = history;
    if (m_history) {
        connect(m_history, &HistoryViewModel::pointsChanged, this, [this] { update(); });
    }
    update();
    Q_EMIT historyChanged();
}

void LevelCurves::setInk(const QString &lineId, const QColor &ink)
{
    m_inks.insert(lineId, ink);
    update();
}

QPointF LevelCurves::place(QPointF point) const
{
    const double x = (point.x() - m_history->minX()) / (m_history->maxX() - m_history->minX());
    const double y = (m_history->maxY() - point.y()) / (m_history->maxY() - m_history->minY());
    // Far outside is as good as just outside; painters count in small numbers.
    return {std::clamp(x, -1.0, 2.0) * width(), std::clamp(y, -1.0, 2.0) * height()};
}

void LevelCurves::paint(QPainter *painter)
{
    constexpr double kWide = 2;
    if (!m_history || m_history->isEmpty()) {
        return;
    }
    painter->setClipRect(boundingRect().adjusted(0, -kWide, 0, kWide));
    for (const HistoryLine &line : m_history->lines()->rows()) {
        const QColor ink = m_inks.value(line.lineId);
        if (line.kind != HistoryViewModel::Level) {
            const double y = place({0, line.value}).y();
            painter->setPen(QPen(ink, 1, Qt::DashLine, Qt::FlatCap));
            painter->drawLine(QPointF(0, y), QPointF(width(), y));
            continue;
        }
        painter->setPen(
            QPen(ink, kWide, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin)); // a stretch of one moment is a dot
        for (const QList<QPointF> &stretch : m_history->stretches(line.lineId)) {
            QPolygonF corners;
            corners.reserve(stretch.size());
            for (const QPointF &point : stretch) {
                corners << place(point);
            }
            corners.size() == 1 ? painter->drawPoint(corners.first()) : painter->drawPolyline(corners);
        }
    }
}

} // namespace plimsoll::charts
