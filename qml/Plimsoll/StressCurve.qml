// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The level of one account over moves of prices: its bars as grounds, where the curve meets them, where it stands now, and a cursor that can
// be dragged.
Item {
    id: view

    required property StressViewModel stress
    readonly property StressPlot plot: stress.plot
    readonly property bool hasRoom: chart.hasRoom
    readonly property rect plotArea: chart.plotArea
    readonly property real cursorX: plotArea.x + plotArea.width * (stress.shock + 50) / 100

    function yOf(level: real): real {
        return plotArea.y + plotArea.height * (1 - (level - plot.lowest) / (plot.highest - plot.lowest))
    }

    component Ground: Rectangle {
        required property real upper
        required property real lower

        height: Math.max(0, view.yOf(lower) - view.yOf(upper))
        opacity: Theme.highContrast ? 0 : 0.14
        width: view.plotArea.width
        x: view.plotArea.x
        y: view.yOf(upper)
    }
    component BarText: AppText {
        Accessible.ignored: true
        font.pixelSize: Theme.smallSize
        x: view.plotArea.x + view.plotArea.width - width - 4

        Plate { wordsX: parent.x }
    }
    // Behind words that the cursor's line runs through: the line stops before them.
    component Plate: Rectangle {
        required property real wordsX // on the curve

        anchors { fill: parent; leftMargin: -4; rightMargin: -4 }
        color: Theme.surface
        objectName: "stressPlate"
        visible: view.cursorX > wordsX - 5 && view.cursorX < wordsX + parent.width + 5
        z: -1
    }

    Ground { color: Theme.call; lower: view.plot.liquidationLevel; upper: view.plot.callLevel }
    Ground { color: Theme.liquidation; lower: view.plot.lowest; upper: view.plot.liquidationLevel }

    RiskChart {
        id: chart
        anchors.fill: parent
        Accessible.description: view.stress.atText
        Accessible.name: qsTr("Margin level against the move of prices")
        firstX: -50
        lastX: 50
        levels: view.plot.levels
        marks: view.plot.ticks
        objectName: "stressCurve"
        writesMore: view.stress.asset.length > 0 && width >= 420

        Component.onCompleted: show()

        Connections {
            target: view.plot

            function onChanged() { chart.show() }
        }

        function show(): void {
            chart.lowest = view.plot.lowest
            chart.highest = view.plot.highest
            chart.callLevel = view.plot.callLevel
            chart.liquidationLevel = view.plot.liquidationLevel
            chart.line = view.plot.curve
            chart.otherLine = view.plot.together
            chart.draw()
        }
    }
    Rectangle { // the cursor
        color: Theme.accent
        height: view.plotArea.height
        width: 1.5
        x: view.cursorX - width / 2
        y: view.plotArea.y

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.accent
            height: 10
            radius: 5
            width: 10
            y: parent.height - 5
        }
    }
    BarText {
        color: Theme.call
        text: view.plot.callText
        visible: view.hasRoom
        y: view.yOf(view.plot.callLevel) - height - 1
    }
    BarText {
        color: Theme.liquidation
        text: view.plot.liquidationText
        visible: view.hasRoom
        y: view.yOf(view.plot.liquidationLevel) + 1
    }
    BarText {
        color: Theme.muted
        text: qsTr("dotted: all prices together")
        visible: view.hasRoom && view.plot.together.length > 0
        x: view.plotArea.x + (view.plot.rises ? view.plotArea.width - width - 4 : 4)
        y: view.plotArea.y + view.plotArea.height - 2 * height - 4 // above the words of the crossings
    }
    Repeater {
        model: view.plot.crossings

        Item {
            id: crossing

            required property real share
            required property real level
            required property string words
            required property bool isLeftwards
            required property int riskState

            objectName: "stressCrossing"
            x: view.plotArea.x + view.plotArea.width * share
            y: view.yOf(level)

            Rectangle {
                color: Theme.stateColor(crossing.riskState)
                height: view.plotArea.y + view.plotArea.height - crossing.y
                opacity: 0.6
                width: 1
            }
            StateShape {
                Accessible.ignored: true
                riskState: crossing.riskState
                size: 12
                x: -width / 2
                y: -height / 2
            }
            AppText {
                color: Theme.stateColor(crossing.riskState)
                font.pixelSize: Theme.smallSize
                text: crossing.words
                visible: view.hasRoom
                x: Math.max(view.plotArea.x - crossing.x + 2, Math.min(crossing.isLeftwards ? -width - 6 : 6,
                            view.plotArea.x + view.plotArea.width - crossing.x - width - 2))
                y: view.plotArea.y + view.plotArea.height - crossing.y - height - 2

                Plate { wordsX: crossing.x + parent.x }
            }
        }
    }
    Item { // where it stands
        visible: view.plot.now >= 0
        x: view.plotArea.x + view.plotArea.width / 2
        y: view.yOf(view.plot.now)

        Rectangle {
            border.color: Theme.background
            border.width: 2
            color: Theme.text
            height: 12
            radius: 6
            width: 12
            x: -6
            y: -6
        }
        AppText {
            Accessible.ignored: true
            font.weight: Font.Medium
            objectName: "stressNow"
            text: view.plot.nowText
            visible: view.hasRoom
            x: view.plot.rises ? -width - 12 : 12
            y: -height - 2

            Plate { wordsX: view.plotArea.x + view.plotArea.width / 2 + parent.x }
        }
    }
    MouseArea {
        Accessible.ignored: true // the slider says and does the same
        cursorShape: Qt.SizeHorCursor
        height: view.plotArea.height
        preventStealing: true
        width: view.plotArea.width
        x: view.plotArea.x
        y: view.plotArea.y

        onPositionChanged: mouse => view.stress.pointAt(mouse.x / width)
        onPressed: mouse => view.stress.pointAt(mouse.x / width)
    }
}
