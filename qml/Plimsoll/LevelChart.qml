// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtCharts
import QtQml
import QtQuick
import QtQuick.Layouts
import Plimsoll.Charts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Margin levels over time with the accounts' bars, dashed; a break is a time in which a level was not known. Labels below come from the caller where it has better words than a time.
ColumnLayout {
    id: chart

    required property HistoryViewModel history
    property string startLabel: ""
    property string endLabel: ""

    objectName: "levelChart"
    spacing: Theme.s2

    Item {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: 160

        ChartView {
            id: view
            // The view keeps a margin of its own that cannot be switched off.
            anchors { fill: parent; margins: -8 }
            Accessible.name: qsTr("Margin level over time")
            Accessible.role: Accessible.Chart
            animationOptions: ChartView.NoAnimation
            antialiasing: true
            backgroundColor: "transparent"
            dropShadowEnabled: false
            legend.visible: false
            localizeNumbers: true
            margins { bottom: 4; left: 0; right: 0; top: 8 }
            visible: !chart.history.isEmpty

            // ValuesAxis is ValueAxis under the name that qmllint 6.4 finds too.
            ValuesAxis {
                id: timeAxis
                gridVisible: false
                labelsVisible: false
                lineVisible: false
                max: chart.history.maxX
                min: chart.history.minX
            }
            ValuesAxis {
                id: levelAxis
                gridLineColor: Theme.line
                labelFormat: "%.2f"
                labelsColor: Theme.muted
                labelsFont.family: Theme.fontFamily
                labelsFont.pixelSize: 11
                lineVisible: false
                max: chart.history.maxY
                min: chart.history.minY
                tickCount: chart.history.tickCount
            }
            LineSeries { // axes are shown for a series only
                axisX: timeAxis
                axisY: levelAxis
            }
        }
        LevelCurves {
            id: curves
            height: view.plotArea.height
            history: chart.history
            objectName: "levelCurves"
            visible: view.visible
            width: view.plotArea.width
            x: view.x + view.plotArea.x
            y: view.y + view.plotArea.y
        }
        Instantiator {
            model: chart.history.lines

            QtObject {
                id: line

                required property string lineId
                required property int riskState
                required property int shade
                required property bool isCross
                readonly property color ink: chart.lineColor(line.riskState, line.shade, line.isCross)

                Component.onCompleted: curves.setInk(line.lineId, line.ink)
                onInkChanged: curves.setInk(line.lineId, line.ink)
            }
        }
        AppText {
            anchors.fill: parent
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            objectName: "chartEmpty"
            text: chart.history.emptyText
            verticalAlignment: Text.AlignVCenter
            visible: chart.history.isEmpty
            wrapMode: Text.Wrap
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.s3

        AppText {
            Layout.leftMargin: view.plotArea.x - 8
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            text: chart.startLabel.length > 0 ? chart.startLabel : chart.history.startText
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.s3

            Repeater {
                model: chart.history.lines

                LegendEntry {
                    ink: chart.lineColor(riskState, shade, isCross)
                }
            }
        }
        AppText {
            color: Theme.muted
            font.pixelSize: Theme.smallSize
            text: chart.endLabel.length > 0 ? chart.endLabel : chart.history.endText
        }
    }

    // The cross account in text colour, isolated ones in the colour of their state, darker from the second on.
    function lineColor(riskState: int, shade: int, isCross: bool): color {
        return isCross ? Theme.text : Qt.darker(Theme.stateColor(riskState), 1 + 0.3 * (shade % 4))
    }
}
