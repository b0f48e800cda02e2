// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/griddrawing.h"
#include "drawing/hatching.h"
#include "drawing/svgpath.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <cmath>

using namespace plimsoll::drawing;
using namespace Qt::StringLiterals;

namespace {

QImage pictureOf(QQuickPaintedItem &item, int size)
{
    item.setSize(QSizeF(size, size));
    QImage image(size, size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    item.paint(&painter);
    return image;
}

} // namespace

class TestDrawing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAreRead_data();
    void pathsAreRead();
    void anythingElseIsNone_data();
    void anythingElseIsNone();
    void everyIconAndShapeIsRead();
    void aCircleIsRound();
    void fillStrokeAndEndsAreDrawn();
    void hatchingIsSlantedAndEven();
};

void TestDrawing::pathsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QRectF>("bounds");
    QTest::addColumn<QPointF>("end");
    QTest::newRow("nothing") << u""_s << QRectF() << QPointF();
    QTest::newRow("absolute lines") << u"M2 2H14V13L2 14"_s << QRectF(2, 2, 12, 12) << QPointF(2, 14);
    QTest::newRow("relative lines") << u"m2 2h12v11l-12 1"_s << QRectF(2, 2, 12, 12) << QPointF(2, 14);
    QTest::newRow("closed") << u"M2 3h4v4z"_s << QRectF(2, 3, 4, 4) << QPointF(2, 3);
    QTest::newRow("points without a letter") << u"M1 2 3 4 5 2"_s << QRectF(1, 2, 4, 2) << QPointF(5, 2);
    QTest::newRow("and relative") << u"m1 2 2 2 2-2"_s << QRectF(1, 2, 4, 2) << QPointF(5, 2);
    QTest::newRow("close together") << u"M.5.5l-1-.25.5,1"_s << QRectF(-0.5, 0.25, 1, 1) << QPointF(0, 1.25);
    QTest::newRow("curve") << u"M1 1c0 2 3 2.5 3 5"_s << QRectF(1, 1, 3, 5) << QPointF(4, 6);
    QTest::newRow("upper half, with the clock") << u"M4 8a4 4 0 0 1 8 0"_s << QRectF(4, 4, 8, 4) << QPointF(12, 8);
    QTest::newRow("lower half, against it") << u"M4 8a4 4 0 0 0 8 0"_s << QRectF(4, 8, 8, 4) << QPointF(12, 8);
    QTest::newRow("short way") << u"M4 8A4 4 0 0 1 8 4"_s << QRectF(4, 4, 4, 4) << QPointF(8, 4);
    QTest::newRow("long way") << u"M4 8A4 4 0 1 0 8 4"_s << QRectF(4, 4, 8, 8) << QPointF(8, 4);
    QTest::newRow("too small a radius grows") << u"M4 8a1 1 0 0 1 8 0"_s << QRectF(4, 4, 8, 4) << QPointF(12, 8);
}

void TestDrawing::pathsAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const QRectF, bounds);
    QFETCH(const QPointF, end);
    const auto path = svgPath(text);
    QVERIFY(path);
    const QRectF is = path->boundingRect();
    const auto near = [](qreal a, qreal b) { return std::abs(a - b) < 0.01; };
    QVERIFY2(near(is.left(), bounds.left()) && near(is.top(), bounds.top()) && near(is.right(), bounds.right())
                 && near(is.bottom(), bounds.bottom()),
             qPrintable(u"%1 %2 %3 %4"_s.arg(is.left()).arg(is.top()).arg(is.right()).arg(is.bottom())));
    QVERIFY(near(path->currentPosition().x(), end.x()) && near(path->currentPosition().y(), end.y()));
}

void TestDrawing::anythingElseIsNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown command") << u"M1 2Q3 4 5 6"_s;
    QTest::newRow("too few numbers") << u"M1 2L3"_s;
    QTest::newRow("no command") << u"1 2"_s;
    QTest::newRow("numbers behind the end") << u"M1 2z3 4"_s;
    QTest::newRow("no number") << u"M1 -L3 4"_s;
    QTest::newRow("words") << u"more"_s;
}

void TestDrawing::anythingElseIsNone()
{
    QFETCH(const QString, text);
    QVERIFY(!svgPath(text));
}

void TestDrawing::everyIconAndShapeIsRead()
{
    int count = 0;
    for (const QString &name : {u"AppIcon.qml"_s, u"StateShape.qml"_s}) {
        QFile file(QStringLiteral(PLIMSOLL_CONTROLS) + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression expression(u"\"(M[^\"]+)\""_s);
        auto found = expression.globalMatch(QString::fromUtf8(file.readAll()));
        while (found.hasNext()) {
            const QString text = found.next().captured(1);
            const auto path = svgPath(text);
            QVERIFY2(path && !path->isEmpty(), qPrintable(text));
            const QRectF bounds = path->boundingRect();
            QVERIFY2(bounds.left() >= 0 && bounds.top() >= 0 && bounds.right() <= 16 && bounds.bottom() <= 16,
                     qPrintable(text));
            ++count;
        }
    }
    QVERIFY(count >= 27);
}

void TestDrawing::aCircleIsRound()
{
    const auto path = svgPath(u"M8 2.5a5.5 5.5 0 1 0 .01 0z");
    QVERIFY(path);
    for (int i = 0; i <= 50; ++i) {
        const QPointF from = path->pointAtPercent(i / 50.0) - QPointF(8, 8);
        QVERIFY(std::abs(std::hypot(from.x(), from.y()) - 5.5) < 0.02);
    }
}

void TestDrawing::fillStrokeAndEndsAreDrawn()
{
    GridDrawing drawing;
    drawing.setPath(u"M4 8H12"_s);
    QCOMPARE(pictureOf(drawing, 32).pixelColor(16, 16), QColor(Qt::white)); // neither is asked for
    drawing.setStroke(Qt::red);
    drawing.setStrokeWidth(4);
    const QImage round = pictureOf(drawing, 32);
    QCOMPARE(round.pixelColor(16, 16), QColor(Qt::red));
    QCOMPARE(round.pixelColor(5, 16), QColor(Qt::red)); // half a stroke beyond the end
    drawing.setFlatEnds(true);
    QCOMPARE(pictureOf(drawing, 32).pixelColor(5, 16), QColor(Qt::white));
    drawing.setPath(u"M2 2H14V14H2z"_s);
    drawing.setStroke(Qt::transparent);
    drawing.setFill(Qt::blue);
    const QImage filled = pictureOf(drawing, 32);
    QCOMPARE(filled.pixelColor(16, 16), QColor(Qt::blue));
    QCOMPARE(filled.pixelColor(2, 2), QColor(Qt::white));
    drawing.setPath(u"no path"_s);
    QCOMPARE(pictureOf(drawing, 32).pixelColor(16, 16), QColor(Qt::white));
}

void TestDrawing::hatchingIsSlantedAndEven()
{
    Hatching hatching;
    hatching.setColor(Qt::black);
    const QImage image = pictureOf(hatching, 48);
    const auto greyAt = [&image](int x, int y) { return qGray(image.pixel(x, y)); };
    for (int y = 1; y < 48; ++y) {
        for (int x = 0; x < 41; ++x) {
            QVERIFY(std::abs(greyAt(x, y) - greyAt(x + 1, y - 1)) <= 8); // the same all along a rising line
            QVERIFY(std::abs(greyAt(x, y) - greyAt(x + 6, y)) <= 8);
        }
    }
    QVERIFY(std::abs(greyAt(3, 3) - greyAt(6, 3)) > 100);
}

QTEST_MAIN(TestDrawing)
#include "tst_drawing.moc"
