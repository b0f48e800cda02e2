// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtCharts
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// A level over something, between an account's two bars: a line, another for comparison, and bands around it, each where there is one. `draw`
// shows what the properties say by then. The axes are written as everything else is: Qt's own words know neither the person's language nor
// their choice of signs.
Item {
    id: view

    required property real firstX
    property real lastX: 1
    required property RowModel levels // AxisMark
    required property RowModel marks // AxisMark, of the lower axis
    property bool writesMore: false // what the marks have below their words
    readonly property bool hasRoom: plotArea.height >= 110 // for words inside
    readonly property rect plotArea: Qt.rect(chart.x + chart.plotArea.x, chart.y + chart.plotArea.y, chart.plotArea.width, chart.plotArea.height)
    // What follows is set before `draw`, not bound: a binding may still be old when the signal comes that asks for drawing.
    property real lowest: 1 // level
    property real highest: 2
    property real callLevel: 0
    property real liquidationLevel: 0
    property var line: [] // points
    property var otherLine: [] // for comparison
    property int lineStyle: Qt.SolidLine
    property var bands: [] // at most three, the widest first: { lower: points, upper: points }

    Accessible.role: Accessible.Chart

    Repeater { // lines below the curve
        model: view.levels

        Rectangle {
            required property real share

            color: Theme.grid
            height: 1
            width: view.plotArea.width
            x: view.plotArea.x
            y: Math.round(view.plotArea.y + view.plotArea.height * (1 - share))
        }
    }
    Repeater {
        model: view.marks

        Rectangle {
            required property real share

            color: Theme.grid
            height: view.plotArea.height
            width: 1
            x: Math.round(view.plotArea.x + view.plotArea.width * share)
            y: view.plotArea.y
        }
    }
    ChartView {
        id: chart
        anchors { bottomMargin: marksBelow.height; fill: parent; leftMargin: 26 }
        animationOptions: ChartView.NoAnimation
        antialiasing: true
        backgroundColor: "transparent"
        dropShadowEnabled: false
        legend.visible: false
        margins { bottom: 0; left: 0; right: 0; top: 4 }

        // ValuesAxis is ValueAxis under the name that qmllint 6.4 finds too.
        ValuesAxis {
            id: xAxis
            gridVisible: false
            labelsVisible: false
            lineVisible: false
            max: view.lastX
            min: view.firstX
        }
        ValuesAxis {
            id: levelAxis
            gridVisible: false
            labelsVisible: false
            lineVisible: false
            max: view.highest
            min: view.lowest
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
            id: levelLine
            axisX: xAxis
            axisY: levelAxis
            color: Theme.text
            style: view.lineStyle
            width: 2
        }
    }
    Repeater {
        model: view.levels

        AppText {
            required property int index
            required property real share
            required property string words

            Accessible.ignored: true
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            text: words
            visible: view.hasRoom || index % 2 === 0
            x: view.plotArea.x - width - 6
            y: view.plotArea.y + view.plotArea.height * (1 - share) - height / 2
        }
    }
    Item {
        id: marksBelow
        anchors.bottom: parent.bottom
        height: view.writesMore ? 36 : 18
        width: parent.width

        Repeater {
            model: view.marks

            Column {
                id: mark

                required property real share
                required property string words
                required property string moreWords

                x: Math.min(view.plotArea.x + view.plotArea.width * share - width / 2, view.width - width)

                AppText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    Accessible.ignored: true
                    color: Theme.muted
                    font.pixelSize: Theme.smallSize
                    text: mark.words
                }
                AppText {
                    anchors.horizontalCenter: parent.horizontalCenter
                    Accessible.ignored: true
                    color: Theme.muted
                    font.pixelSize: Theme.smallSize
                    text: mark.moreWords
                    visible: view.writesMore
                }
            }
        }
    }

    function draw(): void {
        const lower = [outerLower, middleLower, innerLower]
        const upper = [outerUpper, middleUpper, innerUpper]
        for (let i = 0; i < lower.length; ++i) {
            view.fill(lower[i], view.bands[i]?.lower ?? [])
            view.fill(upper[i], view.bands[i]?.upper ?? [])
        }
        view.fill(levelLine, view.line)
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
