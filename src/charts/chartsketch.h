// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartdrawing.h"
#include "viewmodels/chart/levelchartviewmodel.h"

#include <QtCore/QVariantMap>

#include <vector>

namespace plimsoll::charts {

/// How a chart is laid out: pixels and colours by the names that Theme.qml has for them.
struct ChartStyle {
    double width = 0;
    double height = 0;
    double pixelRatio = 1; ///< columns per pixel
    double gutter = 0; ///< at the right, for labels
    double curveAxis = 0; ///< left of it, for the axis of a further curve
    QVariantMap inks;
    QString fontFamily;
    QString startLabel; ///< instead of marks of time, where a story has no dates
    QString endLabel;
    bool writesLabels = false; ///< at the ends of the lines; on the screen they are items

    [[nodiscard]] QColor ink(const char *name) const { return inks.value(QLatin1String(name)).value<QColor>(); }
    /// Where curves are drawn; axes are around it.
    [[nodiscard]] QRectF plotArea() const;
};

/// Draws what the chart of levels shows. Lines stand as what held in each column of pixels, so that no dip is lost; the
/// chosen one changes its colour where it is at or below a bar of its account. GUI thread.
class ChartSketch
{
public:
    ChartSketch(const viewmodels::LevelChartViewModel &chart, ChartStyle style);

    [[nodiscard]] ChartDrawing draw();

private:
    void addZones(const viewmodels::ChartLine &chosen);
    void addGaps();
    void addBars(const viewmodels::ChartLine &chosen);
    void addBar(double place, const QString &word, const QString &axisText, const QColor &color, bool isDotted);
    void addLevelAxis();
    void addTimeAxis();
    void addLine(const viewmodels::ChartLine &line);
    void addPart(const viewmodels::ChartLine &line, const std::vector<viewmodels::LevelColumn> &columns, double above,
                 double upTo, const QColor &color, double thickness);
    void addCurve();
    void addCurveAxis();
    void addLabels();
    [[nodiscard]] double yOf(double place) const;
    [[nodiscard]] double xOf(double time) const;

    const viewmodels::LevelChartViewModel &m_chart;
    const ChartStyle m_style;
    const QRectF m_plot;
    ChartDrawing m_drawing;
    std::vector<double> m_takenAxis; ///< heights of words at the axis
    std::vector<double> m_takenPlot; ///< and beside the bars
};

/// The colours of accounts that are compared, by ChartLine::part; also by their names in Theme.qml.
const char *inkOf(int part);

} // namespace plimsoll::charts
