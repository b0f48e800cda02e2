// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/hatching.h"

#include <QtCore/QLineF>
#include <QtGui/QPainter>
#include <QtGui/QPen>

namespace plimsoll::drawing {

namespace {
constexpr qreal kGap = 6; // from one line to the next, along the edge
constexpr qreal kStroke = 1.5;
} // namespace

Hatching::Hatching(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void Hatching::setColor(const QColor &color)
{
    if (color != m_color) {
        m_color = color;
        update();
        Q_EMIT changed();
    }
}

void Hatching::paint(QPainter *painter)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_color, kStroke, Qt::SolidLine, Qt::FlatCap));
    const qreal rise = height() + 2; // a little beyond both edges, so that no end is seen
    for (qreal foot = -rise; foot < width(); foot += kGap) {
        painter->drawLine(QLineF(foot, height() + 1, foot + rise, -1));
    }
}

} // namespace plimsoll::drawing
