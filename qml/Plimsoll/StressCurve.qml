// SPDX-License-Identifier: GPL-3.0-or-later
import QtCharts
import QtQuick
import Plimsoll.Theme
import Plimsoll.ViewModels

// The level of one account over moves of prices, with its two bars and a cursor.
ChartView {
    id: view

    required property StressViewModel stress

    Accessible.description: stress.atText
    Accessible.name: qsTr("Margin level against the move of prices")
    Accessible.role: Accessible.Chart
    animationOptions: ChartView.NoAnimation
    antialiasing: true
    backgroundColor: "transparent"
    dropShadowEnabled: false
    legend.visible: false
    localizeNumbers: true
    margins { bottom: 0; left: 0; right: 0; top: 4 }
    objectName: "stressCurve"

    Component.onCompleted: view.draw()

    Connections {
        target: view.stress

        function onCurveChanged() { view.draw() }
    }
    // ValuesAxis is ValueAxis under the name that qmllint 6.4 finds too.
    ValuesAxis {
        id: shockAxis
        gridLineColor: Theme.line
        labelFormat: "%+.0f %%"
        labelsColor: Theme.muted
        labelsFont.family: Theme.fontFamily
        labelsFont.pixelSize: 11
        lineVisible: false
        max: 50
        min: -50
        tickCount: 5
    }
    ValuesAxis {
        id: levelAxis
        gridLineColor: Theme.line
        labelFormat: "%.2f"
        labelsColor: Theme.muted
        labelsFont.family: Theme.fontFamily
        labelsFont.pixelSize: 11
        lineVisible: false
        max: view.stress.highestLevel
        min: view.stress.lowestLevel
        tickCount: view.height >= 200 ? 5 : 3
    }
    LineSeries {
        id: call
        axisX: shockAxis
        axisY: levelAxis
        color: Theme.call
        style: Qt.DashLine
        width: 1.5
    }
    LineSeries {
        id: liquidation
        axisX: shockAxis
        axisY: levelAxis
        color: Theme.liquidation
        style: Qt.DashDotLine
        width: 1.5
    }
    LineSeries {
        id: cursor
        axisX: shockAxis
        axisY: levelAxis
        color: Theme.accent
        width: 1.5
    }
    LineSeries {
        id: levels
        axisX: shockAxis
        axisY: levelAxis
        color: Theme.text
        width: 2
    }

    function draw(): void {
        levels.clear()
        const points = view.stress.curve
        for (let i = 0; i < points.length; ++i)
            levels.append(points[i].x, points[i].y)
        view.line(call, -50, view.stress.callLevel, 50, view.stress.callLevel)
        view.line(liquidation, -50, view.stress.liquidationLevel, 50, view.stress.liquidationLevel)
        view.line(cursor, view.stress.shock, view.stress.lowestLevel, view.stress.shock, view.stress.highestLevel)
    }

    // (qmllint 6.4 ends with a segmentation fault at a parameter of type LineSeries.)
    function line(series: var, x1: real, y1: real, x2: real, y2: real): void {
        series.clear()
        series.append(x1, y1)
        series.append(x2, y2)
    }
}
