// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/sparkline.h"
#include "testlib/fakestores.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::charts;
using namespace plimsoll::testlib;
using viewmodels::LevelColumn;
using viewmodels::Sparklines;

namespace {

const std::string kBch = "b-bchusdt";
const std::string kEth = "b-ethusdt";

/// A line of 73 x 20 pixels: 72 columns of 20 minutes, and the dot.
struct Bench {
    FakeClock clock;
    FakeStores stores {clock};
    Sparklines lines {stores, clock, false};
    Sparkline line;
    QSignalSpy painted {&line, &Sparkline::pictureChanged};

    Bench()
    {
        line.setSize({73, 20});
        line.setInk(Qt::red);
        line.setAccountId(QString::fromStdString(kBch));
        line.setLines(&lines);
    }

    void know(const std::string &account, WallTime begin, WallTime end, std::int64_t units)
    {
        lines.append({{{account, {begin, units, margin::Status::Normal}}}, {}, {{account, {begin, end, units}}}});
    }

    [[nodiscard]] QImage image()
    {
        QImage image(73, 20, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        line.paint(&painter);
        return image;
    }
};

int inked(const QImage &image, int x)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        count += image.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
    }
    return count;
}

} // namespace

class TestSparkline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsBecomeBars_data()
    {
        using Columns = std::vector<LevelColumn>;
        using Bars = std::vector<SparkBar>;
        QTest::addColumn<Columns>("columns");
        QTest::addColumn<Bars>("bars");
        QTest::newRow("nothing known") << Columns {} << Bars {};
        QTest::newRow("one level is a line in the middle") << Columns {{3, 1.2, 1.2}} << Bars {{3, 9, 2}};
        QTest::newRow("from the highest to the lowest")
            << Columns {{0, 1.0, 2.0}, {5, 1.5, 1.5}} << Bars {{0, 0, 20}, {5, 9, 2}};
        // 1.000 to 1.002 is a fifth of a hundredth: it takes a fifth of the height
        QTest::newRow("a small swing stays small")
            << Columns {{0, 1.000, 1.000}, {1, 1.002, 1.002}} << Bars {{0, 11, 2}, {1, 7, 2}};
        QTest::newRow("no level of zero divides") << Columns {{0, 0, 0}} << Bars {{0, 9, 2}};
    }

    void columnsBecomeBars()
    {
        QFETCH(std::vector<LevelColumn>, columns);
        QFETCH(std::vector<SparkBar>, bars);
        QVERIFY(sparkBars(columns, 20, 2) == bars);
    }

    void itIsPaintedOnlyWhereAPixelDiffers()
    {
        Bench bench;
        const WallTime t = bench.clock.wallTime();
        bench.know(kBch, t - 7'200'000, t, 120'000'000);
        QCOMPARE(bench.painted.count(), 1);
        bench.know(kBch, t - 7'200'000, t, 120'000'000); // confirmed
        bench.know(kEth, t - 7'200'000, t, 150'000'000); // another account's
        bench.clock.advance(1);
        Q_EMIT bench.lines.changed({});
        QCOMPARE(bench.painted.count(), 1);
        bench.clock.advance(60'000);
        bench.know(kBch, t + 1, t + 30'000, 120'000'100); // less than a pixel
        QCOMPARE(bench.painted.count(), 1);
        bench.know(kBch, t + 30'000, t + 60'000, 110'000'000);
        QCOMPARE(bench.painted.count(), 2);
    }

    void aGapIsAGapAndAnEndIsAnEnd()
    {
        Bench bench;
        QCOMPARE(bench.image().pixelColor(72, 10), QColor(Qt::white));
        constexpr std::int64_t kColumn = 1'200'000;
        const WallTime t = floorTo(bench.clock.wallTime(), kColumn); // where the last column begins
        bench.know(kBch, t - 40 * kColumn, t - 30 * kColumn - 1, 120'000'000);
        bench.know(kBch, t - 20 * kColumn, t - 10 * kColumn - 1, 110'000'000);
        const QImage ended = bench.image();
        for (int x = 0; x < 72; ++x) {
            const int age = 71 - x;
            const bool isKnown = (age > 30 && age <= 40) || (age > 10 && age <= 20);
            QVERIFY2((inked(ended, x) > 0) == isKnown, qPrintable(QString::number(x)));
        }
        QCOMPARE(inked(ended, 72), 0);
        bench.know(kBch, t - 5 * kColumn, bench.clock.wallTime(), 115'000'000);
        QCOMPARE(inked(bench.image(), 72), 3); // the dot
    }
};

QTEST_MAIN(TestSparkline)
#include "tst_sparkline.moc"
