// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/griddrawing.h"

#include "drawing/svgpath.h"

#include <QtGui/QPainter>
#include <QtGui/QPen>

namespace plimsoll::drawing {

namespace {
constexpr qreal kGrid = 16;
} // namespace

GridDrawing::GridDrawing(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

template<typename Value>
void GridDrawing::take(Value &kept, const Value &value)
{
    if (kept != value) {
        kept = value;
        update();
        Q_EMIT changed();
    }
}

void GridDrawing::setPath(const QString &path)
{
    if (path != m_path) {
        m_drawn = svgPath(path).value_or(QPainterPath());
    }
    take(m_path, path);
}

void GridDrawing::setFill(const QColor &color)
{
    take(m_fill, color);
}

void GridDrawing::setStroke(const QColor &color)
{
    take(m_stroke, color);
}

void GridDrawing::setStrokeWidth(qreal width)
{
    take(m_strokeWidth, width);
}

void GridDrawing::setFlatEnds(bool flat)
{
    take(m_flatEnds, flat);
}

void GridDrawing::paint(QPainter *painter)
{
    const QPen pen(m_stroke, m_strokeWidth, Qt::SolidLine, m_flatEnds ? Qt::FlatCap : Qt::RoundCap, Qt::RoundJoin);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->scale(width() / kGrid, height() / kGrid);
    painter->setBrush(m_fill.alpha() > 0 ? QBrush(m_fill) : QBrush());
    painter->setPen(m_stroke.alpha() > 0 ? pen : QPen(Qt::NoPen));
    painter->drawPath(m_drawn);
}

} // namespace plimsoll::drawing
