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

QString chart(const ChartContent &content)
{
    return svgChart(content, QLocale::c());
}

// Every line that is drawn of the values.
QStringList pathsOf(const QString &svg)
{
    QStringList paths;
    static const QRegularExpression kPath(u"<path class=\"value\" d=\"([^\"]*)\""_s);
    for (auto found = kPath.globalMatch(svg); found.hasNext();) {
        paths << found.next().captured(1);
    }
    return paths;
}

// Every y of the first of them, in its order.
QList<double> heightsOf(const QString &svg)
{
    QList<double> heights;
    static const QRegularExpression kCorner(u"(?:M[-0-9.]+ |V)([-0-9.]+)"_s);
    for (auto found = kCorner.globalMatch(pathsOf(svg).value(0)); found.hasNext();) {
        heights << found.next().captured(1).toDouble();
    }
    return heights;
}

// Every text of a class, in its order.
QStringList textsOf(const QString &svg, const QString &cssClass)
{
    QStringList texts;
    const QRegularExpression text(u"<text class=\"%1\"[^>]*>([^<]*)<"_s.arg(cssClass));
    for (auto found = text.globalMatch(svg); found.hasNext();) {
        texts << found.next().captured(1);
    }
    return texts;
}

ChartBars bars(double call, double liquidation)
{
    return {call, liquidation, u"call"_s, u"liquidation"_s};
}

} // namespace

class TestSvgChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineGoesUpWhereTheValueDoes()
    {
        const QString svg = chart({0, 100, {{{0, 1}, {50, 2}, {100, 1.5}}}, {}, {}, u"level"_s});
        QCOMPARE(problemOf(svg), QString());
        const QList<double> heights = heightsOf(svg);
        QCOMPARE(heights.size(), 3);
        QVERIFY(heights[1] < heights[2] && heights[2] < heights[0]); // y grows downwards
        QVERIFY2(pathsOf(svg).at(0).startsWith(u"M60.0 "_s), qPrintable(svg)); // from the left end of the plot
        QVERIFY2(pathsOf(svg).at(0).contains(u"H936.0"_s), qPrintable(svg)); // to the right one
    }

    // A value holds until the next one: the line goes along, then up or down.
    void aLineIsOfSteps()
    {
        const QString svg = chart({0, 100, {{{0, 1}, {50, 2}}}, {}, {}, {}});
        QCOMPARE(pathsOf(svg).at(0).count(u'H'), 1);
        QVERIFY(pathsOf(svg).at(0).indexOf(u'H') < pathsOf(svg).at(0).indexOf(u'V'));
    }

    void stretchesDoNotTouch()
    {
        QCOMPARE(pathsOf(chart({0, 100, {{{0, 1}, {10, 1}}, {{50, 2}, {60, 2}}}, {}, {}, {}})).size(), 2);
    }

    void theAxesSayWhatIsDrawn_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QStringList>("values");
        QTest::newRow("levels") << 1.0 << 2.0
                                << QStringList {u"1.0"_s, u"1.2"_s, u"1.4"_s, u"1.6"_s, u"1.8"_s, u"2.0"_s};
        QTest::newRow("prices") << 52'000.0 << 61'000.0
                                << QStringList {u"52000"_s, u"54000"_s, u"56000"_s, u"58000"_s, u"60000"_s};
        QTest::newRow("cheap") << 0.00001710 << 0.00001790
                               << QStringList {u"0.0000172"_s, u"0.0000174"_s, u"0.0000176"_s, u"0.0000178"_s};
    }

    void theAxesSayWhatIsDrawn()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QStringList, values);
        constexpr std::int64_t kHour = 3'600'000;
        QLocale locale = QLocale::c();
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
        const QString svg = svgChart({0, 8 * kHour, {{{0, low}, {4 * kHour, high}}}, {}, {}, {}}, locale);
        QCOMPARE(textsOf(svg, u"value-tick"_s), values);
        QCOMPARE(textsOf(svg, u"time-tick"_s),
                 (QStringList {u"1 Jan"_s, u"01:00"_s, u"02:00"_s, u"03:00"_s, u"04:00"_s, u"05:00"_s, u"06:00"_s,
                               u"07:00"_s, u"08:00"_s}));
    }

    void aMomentAndAFlatLineAndNothingAreCharts()
    {
        for (const ChartContent &content :
             {ChartContent {0, 100, {{{50, 1}}}, {}, {}, {}}, ChartContent {0, 100, {{{0, 1}, {100, 1}}}, {}, {}, {}},
              ChartContent {0, 0, {{{0, 0}}}, {}, {}, {}}, ChartContent {0, 100, {}, bars(1.1, 1.05), {}, {}},
              ChartContent {0, 100, {}, bars(1.1, 1.1), {}, {}}, ChartContent {0, 100, {{}}, {}, {}, {}}}) {
            const QString svg = chart(content);
            QCOMPARE(problemOf(svg), QString());
            QVERIFY2(!svg.contains(u"nan"_s) && !svg.contains(u"inf"_s), qPrintable(svg));
        }
    }

    void whatLiesFarAboveTheBarsIsCutOff()
    {
        const QString svg = chart({0, 100, {{{0, 1.2}, {50, 900}, {100, 1.1}}}, bars(1.1, 1.05), {}, {}});
        const QList<double> heights = heightsOf(svg);
        QVERIFY(heights[2] - heights[0] > 5); // a tenth of a level can still be seen
        QVERIFY(heights[1] >= 0);
    }

    // Bars that all but meet: their words stand apart, within the picture.
    void wordsOfBarsStandApart()
    {
        const QString svg = chart({0, 100, {{{0, 2}, {100, 1.1}}}, bars(1.1, 1.0999), {}, {}});
        static const QRegularExpression kWord(u"<text class=\"bar\" x=\"[^\"]*\" y=\"([^\"]*)\">([^<]*)<"_s);
        QMap<QString, double> heights;
        for (auto found = kWord.globalMatch(svg); found.hasNext();) {
            const auto match = found.next();
            heights[match.captured(2)] = match.captured(1).toDouble();
        }
        QVERIFY(heights[u"liquidation"_s] - heights[u"call"_s] >= 13.9);
        QVERIFY(heights[u"liquidation"_s] < 240);
    }

    void aMarkHasAShapeOfItsKindAndItsWords()
    {
        const QString svg = chart({0,
                                   100,
                                   {{{0, 1.2}, {100, 1.0}}},
                                   bars(1.1, 1.05),
                                   {{50, ChartMark::Call, u"Margin call <now>"_s},
                                    {60, ChartMark::Liquidation, u"Liquidation"_s},
                                    {70, ChartMark::Booking, u"Top-up"_s}},
                                   {}});
        QCOMPARE(problemOf(svg), QString());
        for (const QString &wanted : {u"call-sign"_s, u"liquidation-sign"_s, u"booking-sign"_s,
                                      u"<title>Margin call &lt;now&gt;</title>"_s, u"<title>Top-up</title>"_s}) {
            QVERIFY2(svg.contains(wanted), qPrintable(wanted));
        }
    }

    void textsAreEscaped()
    {
        ChartBars hostile {1, 0.5, u"<b>&\"'"_s, u"\"><script>"_s};
        const QString svg = chart({0, 1, {}, hostile, {{0, ChartMark::Call, u"<b>"_s}}, u"</title><script>"_s});
        QCOMPARE(problemOf(svg), QString());
        QVERIFY(!svg.contains(u"<script"_s) && !svg.contains(u"<b>"_s));
    }
};

PLIMSOLL_TEST(TestSvgChart)
#include "tst_svgchart.moc"
