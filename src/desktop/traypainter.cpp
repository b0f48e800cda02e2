// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/traypainter.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QPixmap>

namespace plimsoll::desktop {

using viewmodels::RiskState;

namespace {

constexpr int kGrid = 16; // of the shapes, as in StateShape.qml

struct Shape {
    QPainterPath path;
    qreal stroke = 0; ///< 0: filled
    Qt::PenCapStyle cap = Qt::RoundCap;
};

QPainterPath polygon(const QPolygonF &points)
{
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath questionMark()
{
    QPainterPath path({4, 5.2});
    path.arcTo(4, 1.2, 8, 8, 180, -241.7); // over the top, down to (9.9, 8.8)
    path.cubicTo(8.5, 9.4, 8, 9.9, 8, 11);
    path.moveTo(8, 14.4);
    path.lineTo(8, 14.5);
    return QTransform(0.88, 0, 0, 0.88, 0.96, 1.3).map(path); // room for its edge
}

Shape shapeOf(RiskState state)
{
    QPainterPath path;
    switch (state) {
    case RiskState::NoDebt: path.addEllipse({8, 8}, 5.5, 5.5); return {path, 2};
    case RiskState::Normal: path.addEllipse({8, 8}, 6.5, 6.5); return {path};
    case RiskState::EarlyWarning: return {polygon({{8, 0.5}, {15.5, 8}, {8, 15.5}, {0.5, 8}})};
    case RiskState::MarginCall: return {polygon({{8, 1}, {15.5, 14.5}, {0.5, 14.5}})};
    case RiskState::Liquidation: path.addRect(2, 2, 12, 12); return {path};
    case RiskState::Liquidated:
        path.moveTo(3, 3);
        path.lineTo(13, 13);
        path.moveTo(13, 3);
        path.lineTo(3, 13);
        return {path, 3, Qt::FlatCap};
    case RiskState::Unknown: break;
    }
    return {questionMark(), 2.5};
}

const QColor kEdge(0x0d, 0x13, 0x1d, 0xd0);

void paintHatch(QPainter &painter)
{
    QColor faint = trayColor(RiskState::Unknown);
    faint.setAlphaF(0.45F);
    painter.setPen(QPen(faint, 1));
    for (int x = 0; x <= 2 * kGrid; x += 4) {
        painter.drawLine(QPointF(x - kGrid, kGrid), QPointF(x, 0));
    }
}

void paintBadge(QPainter &painter, int count)
{
    constexpr qreal kDiameter = 9;
    const QRectF disc(kGrid - kDiameter, kGrid - kDiameter, kDiameter, kDiameter);
    painter.setPen(QPen(kEdge, 0.8));
    painter.setBrush(QColor(0xc2, 0x3a, 0x12));
    painter.drawEllipse(disc.adjusted(0.4, 0.4, -0.4, -0.4));
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(count > 9 ? 6 : 8);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(disc, Qt::AlignCenter, count > 9 ? QStringLiteral("9+") : QString::number(count));
}

} // namespace

QColor trayColor(RiskState state)
{
    switch (state) {
    case RiskState::NoDebt: return {0x93, 0xa2, 0xb8};
    case RiskState::Normal: return {0x4c, 0x9f, 0xe6};
    case RiskState::EarlyWarning: return {0xd9, 0xc4, 0x6a};
    case RiskState::MarginCall: return {0xea, 0xa3, 0x3a};
    case RiskState::Liquidation:
    case RiskState::Liquidated: return {0xf0, 0x61, 0x3a};
    case RiskState::Unknown: break;
    }
    return {0x8a, 0x94, 0xa6};
}

QImage paintTray(RiskState state, int unacknowledged, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(static_cast<qreal>(size) / kGrid, static_cast<qreal>(size) / kGrid);
    if (state == RiskState::Unknown) {
        paintHatch(painter);
    }
    const Shape shape = shapeOf(state);
    const bool filled = shape.stroke <= 0;
    // The edge keeps the shape apart from a panel of nearly the same colour.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kEdge, filled ? 1.6 : shape.stroke + 1.4, Qt::SolidLine, shape.cap, Qt::RoundJoin));
    painter.drawPath(shape.path);
    if (filled) {
        painter.fillPath(shape.path, trayColor(state));
    } else {
        painter.strokePath(shape.path, QPen(trayColor(state), shape.stroke, Qt::SolidLine, shape.cap, Qt::RoundJoin));
    }
    if (unacknowledged > 0) {
        paintBadge(painter, unacknowledged);
    }
    return image;
}

QIcon trayIcon(RiskState state, int unacknowledged)
{
    QIcon icon;
    for (const int size : {22, 24, 32, 48, 64}) {
        icon.addPixmap(QPixmap::fromImage(paintTray(state, unacknowledged, size)));
    }
    return icon;
}

} // namespace plimsoll::desktop
