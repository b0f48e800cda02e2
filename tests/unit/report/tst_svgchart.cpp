// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/svgchart.h"
#include "testlib/testprogram.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

using namespace plimsoll::report;
using namespace Qt::StringLiterals;

namespace {

// The chart as what an XML reader makes of it: "" where it is well formed.
QString problemOf(const QString &svg)
{
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        reader.readNext();
    }
    return reader.hasError() ? reader.errorString() : QString();
}

// Every y of the path, in its order.
QList<double> heightsOf(const QString &svg)
{
    QList<double> heights;
    static const QRegularExpression kCorner(u"[ML][-0-9.]+ ([-0-9.]+)"_s);
    for (auto found = kCorner.globalMatch(svg); found.hasNext();) {
        heights << found.next().captured(1).toDouble();
    }
    return heights;
}

} // namespace

class TestSvgChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineGoesUpWhereTheValueDoes()
    {
        const QString svg = svgChart({0, 100, {{{0, 1}, {50, 2}, {100, 1.5}}}, {}, u"level"_s});
        QCOMPARE(problemOf(svg), QString());
        const QList<double> heights = heightsOf(svg);
        QCOMPARE(heights.size(), 3);
        QVERIFY(heights[1] < heights[2] && heights[2] < heights[0]); // y grows downwards
        QVERIFY(svg.contains(u"M0.0 "_s) && svg.contains(u"L900.0 "_s));
    }

    void stretchesDoNotTouch()
    {
        const QString svg = svgChart({0, 100, {{{0, 1}, {10, 1}}, {{50, 2}, {60, 2}}}, {}, {}});
        QCOMPARE(svg.count(u"<path"_s), 2);
    }

    void aMomentAndAFlatLineAndNothingAreCharts()
    {
        for (const ChartContent &content :
             {ChartContent {0, 100, {{{50, 1}}}, {}, {}}, ChartContent {0, 100, {{{0, 1}, {100, 1}}}, {}, {}},
              ChartContent {0, 0, {{{0, 0}}}, {}, {}}, ChartContent {0, 100, {}, {{1, u"bar"_s, u"call"_s}}, {}},
              ChartContent {0, 100, {{}}, {}, {}}}) {
            const QString svg = svgChart(content);
            QCOMPARE(problemOf(svg), QString());
            QVERIFY2(!svg.contains(u"nan"_s) && !svg.contains(u"inf"_s), qPrintable(svg));
        }
    }

    void whatLiesFarAboveTheLinesIsCutOff()
    {
        const QString svg = svgChart({0,
                                      100,
                                      {{{0, 1.2}, {50, 900}, {100, 1.1}}},
                                      {{1.1, u"call"_s, u"call"_s}, {1.05, u"liquidation"_s, u"liquidation"_s}},
                                      {}});
        const QList<double> heights = heightsOf(svg);
        QVERIFY(heights[2] - heights[0] > 5); // a tenth of a level can still be seen
        QVERIFY(heights[1] >= 0);
    }

    void textsAreEscaped()
    {
        const QString svg = svgChart({0, 1, {}, {{1, u"<b>&\"'"_s, u"\"><script>"_s}}, u"</title><script>"_s});
        QCOMPARE(problemOf(svg), QString());
        QVERIFY(!svg.contains(u"<script"_s) && !svg.contains(u"<b>"_s));
    }
};

PLIMSOLL_TEST(TestSvgChart)
#include "tst_svgchart.moc"
