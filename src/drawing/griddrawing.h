// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QColor>
#include <QtGui/QPainterPath>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/QQuickPaintedItem>

namespace plimsoll::drawing {

/// One path on a 16 x 16 grid, as large as the item. A painted picture, not a Shape: the software renderer paints a
/// Shape that is wholly outside of what clips it all the same, for example over the buttons below a scrolled list; and
/// a window has hundreds of them. GUI thread; painted while that waits.
class GridDrawing : public QQuickPaintedItem
{
    Q_OBJECT
    QML_ELEMENT
    /// In the language of SVG, as far as svgPath() reads it; anything else draws nothing.
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY changed FINAL)
    Q_PROPERTY(QColor fill READ fill WRITE setFill NOTIFY changed FINAL)
    Q_PROPERTY(QColor stroke READ stroke WRITE setStroke NOTIFY changed FINAL)
    /// Of the grid.
    Q_PROPERTY(qreal strokeWidth READ strokeWidth WRITE setStrokeWidth NOTIFY changed FINAL)
    /// Lines end where they end; else they are round beyond it.
    Q_PROPERTY(bool flatEnds READ flatEnds WRITE setFlatEnds NOTIFY changed FINAL)

public:
    explicit GridDrawing(QQuickItem *parent = nullptr);

    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString &path);
    [[nodiscard]] QColor fill() const { return m_fill; }
    void setFill(const QColor &color);
    [[nodiscard]] QColor stroke() const { return m_stroke; }
    void setStroke(const QColor &color);
    [[nodiscard]] qreal strokeWidth() const { return m_strokeWidth; }
    void setStrokeWidth(qreal width);
    [[nodiscard]] bool flatEnds() const { return m_flatEnds; }
    void setFlatEnds(bool flat);

    void paint(QPainter *painter) override;

Q_SIGNALS:
    void changed();

private:
    template<typename Value>
    void take(Value &kept, const Value &value);

    QString m_path;
    QPainterPath m_drawn;
    QColor m_fill = Qt::transparent;
    QColor m_stroke = Qt::transparent;
    qreal m_strokeWidth = 1.5;
    bool m_flatEnds = false;
};

} // namespace plimsoll::drawing
