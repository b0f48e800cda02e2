// SPDX-License-Identifier: GPL-3.0-or-later
import QtCharts
import QtQuick
import Plimsoll.Theme

// A level over something, between an account's two bars: a line, another for comparison, and bands around it, each where there is one. `draw`
// shows what the properties say by then.
ChartView {
    id: view

    required property real firstX
    property real lastX: 1
    required property string xFormat
    required property int xTicks
    // What follows is set before `draw`, not bound: a binding may still be old when the signal comes that asks for drawing.
    property real lowest: 1 // level
    property real highest: 2
    property real callLevel: 0
    property real liquidationLevel: 0
    property real levelStep: 0 // between two lines; 0: five of them
    property bool isWritten: true // else whoever uses it writes the axes
    property var line: [] // points
    property var otherLine: [] // for comparison
    property int lineStyle: Qt.SolidLine
    property var bands: [] // at most three, the widest first: { lower: points, upper: points }

    Accessible.role: Accessible.Chart
    animationOptions: ChartView.NoAnimation
    antialiasing: true
    backgroundColor: "transparent"
    dropShadowEnabled: false
    legend.visible: false
    localizeNumbers: true
    margins { bottom: 0; left: 0; right: 0; top: 4 }

    // ValuesAxis is ValueAxis under the name that qmllint 6.4 finds too.
    ValuesAxis {
        id: xAxis
        gridLineColor: Theme.line
        labelFormat: view.xFormat
        labelsColor: Theme.muted
        labelsFont.family: Theme.fontFamily
        labelsFont.pixelSize: 11
        labelsVisible: view.isWritten
        lineVisible: false
        max: view.lastX
        min: view.firstX
        tickCount: view.xTicks
    }
    ValuesAxis {
        id: levelAxis
        gridLineColor: Theme.line
        labelFormat: "%.2f"
        labelsColor: Theme.muted
        labelsFont.family: Theme.fontFamily
        labelsFont.pixelSize: 11
        labelsVisible: view.isWritten
        lineVisible: false
        max: view.highest
        min: view.lowest
        tickAnchor: 0
        tickCount: view.height >= 200 ? 5 : 3
        tickInterval: view.levelStep
        tickType: view.levelStep > 0 ? ValuesAxis.TicksDynamic : ValuesAxis.TicksFixed
    }
    AreaSeries {
        axisX: xAxis
        axisY: levelAxis
        borderColor: "transparent"
        borderWidth: 0
        color: Qt.alpha(Theme.accent, 0.18)
        lowerSeries: LineSeries { id: outerLower }
        upperSeries: LineSeries { id: outerUpper }
    }
    AreaSeries {
        axisX: xAxis
        axisY: levelAxis
        borderColor: "transparent"
        borderWidth: 0
        color: Qt.alpha(Theme.accent, 0.25)
        lowerSeries: LineSeries { id: middleLower }
        upperSeries: LineSeries { id: middleUpper }
    }
    AreaSeries {
        axisX: xAxis
        axisY: levelAxis
        borderColor: "transparent"
        borderWidth: 0
        color: Qt.alpha(Theme.accent, 0.4)
        lowerSeries: LineSeries { id: innerLower }
        upperSeries: LineSeries { id: innerUpper }
    }
    LineSeries {
        id: call
        axisX: xAxis
        axisY: levelAxis
        color: Theme.call
        style: Qt.DashLine
        width: 1.5
    }
    LineSeries {
        id: liquidation
        axisX: xAxis
        axisY: levelAxis
        color: Theme.liquidation
        style: Qt.DashDotLine
        width: 1.5
    }
    LineSeries {
        id: others
        axisX: xAxis
        axisY: levelAxis
        color: Theme.muted
        style: Qt.DotLine
        width: 1.5
    }
    LineSeries {
        id: levels
        axisX: xAxis
        axisY: levelAxis
        color: Theme.text
        style: view.lineStyle
        width: 2
    }

    function draw(): void {
        const lower = [outerLower, middleLower, innerLower]
        const upper = [outerUpper, middleUpper, innerUpper]
        for (let i = 0; i < lower.length; ++i) {
            view.fill(lower[i], view.bands[i]?.lower ?? [])
            view.fill(upper[i], view.bands[i]?.upper ?? [])
        }
        view.fill(levels, view.line)
        view.fill(others, view.otherLine)
        view.fill(call, [Qt.point(view.firstX, view.callLevel), Qt.point(view.lastX, view.callLevel)])
        view.fill(liquidation, [Qt.point(view.firstX, view.liquidationLevel), Qt.point(view.lastX, view.liquidationLevel)])
    }

    // (qmllint 6.4 ends with a segmentation fault at a parameter of type LineSeries.)
    function fill(series: var, points: var): void {
        series.clear()
        for (let i = 0; i < points.length; ++i)
            series.append(points[i].x, points[i].y)
    }
}
