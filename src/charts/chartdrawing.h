// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QColor>

class QPainter;

namespace plimsoll::charts {

/// A picture made of few kinds of marks, drawn in their order: on the screen and into a file it is the same one.
/// Pixels, y downwards.
struct ChartDrawing {
    struct Box {
        QRectF area;
        QColor color;
        bool isHatched = false;
    };

    struct Rule {
        double y = 0;
        double from = 0;
        double to = 0;
        QColor color;
        bool isDotted = false; ///< else dashed
    };

    struct Bar {
        double top = 0;
        double bottom = 0;
        double x = 0;
    };

    /// A line as upright bars, one per column of pixels, each as high as all that held while it passed.
    struct Curve {
        QList<Bar> bars;
        double barWidth = 1;
        QColor color;
        bool isOnTop = false; ///< above rules and words, which would hide a dip
    };

    struct Word {
        enum Anchor { Left, Center, Right };

        double x = 0;
        double y = 0; ///< of the middle of the line
        QString text;
        QColor color;
        Anchor anchor = Left;
        bool isBoxed = false; ///< on a piece of background, where it would not be readable
    };

    double width = 0;
    double height = 0;
    QColor background; ///< not drawn on the screen
    QString fontFamily;
    int fontSize = 11;
    QList<Box> boxes;
    QList<Rule> rules;
    QList<Curve> curves;
    QList<Word> words;
};

void paintChart(QPainter &painter, const ChartDrawing &drawing);

/// Well-formed SVG 1.1 in UTF-8; words from outside are escaped.
QByteArray chartSvg(const ChartDrawing &drawing);

} // namespace plimsoll::charts
