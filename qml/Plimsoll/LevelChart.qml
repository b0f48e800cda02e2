// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Charts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Margin levels over time: one account with its bars, the others muted, their names at the ends of their lines. Labels below come from the caller where it has better words than a time.
ColumnLayout {
    id: page

    required property HistoryViewModel history
    required property PathChooser paths
    property string startLabel: ""
    property string endLabel: ""
    property string beginningText: "" // what to do where there is but one moment yet
    readonly property LevelChartViewModel chart: history.chart

    objectName: "levelChart"
    spacing: Theme.s2

    Binding { target: page.chart; property: "active"; value: page.visible }

    LevelChartHeader {
        Layout.fillWidth: true
        chart: page.chart
        space: page.width
        visible: !page.chart.isEmpty
    }
    Item {
        id: board
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: 120

        LevelPlot {
            id: plot

            readonly property color grid: Qt.rgba(Theme.line.r, Theme.line.g, Theme.line.b, Theme.highContrast ? 0.4 : 1) // below the muted lines

            anchors.fill: parent
            Accessible.ignored: true // what it shows is told by what moves it
            chart: page.chart
            endLabel: page.endLabel
            fontFamily: Theme.fontFamily
            gutter: labels.visible ? labels.needed : Theme.s2
            inks: ({ accent: Theme.accent, background: Theme.background, call: Theme.call, early: Theme.early,
                     faint: Theme.faint, line: plot.grid, liquidation: Theme.liquidation, muted: Theme.muted,
                     text: Theme.text, unknown: Theme.unknown })
            objectName: "levelPlot"
            startLabel: page.startLabel
            visible: !page.chart.isEmpty
        }
        Item {
            height: plot.plotArea.height
            visible: plot.visible
            width: plot.plotArea.width
            x: plot.plotArea.x
            y: plot.plotArea.y

            LevelChartTouch {
                anchors.fill: parent
                chart: page.chart
            }
            LevelChartMarks {
                anchors.fill: parent
                events: page.chart.events
            }
            LevelChartCrosshair {
                anchors.fill: parent
                cursor: page.chart.cursor
            }
        }
        LevelChartLabels {
            id: labels
            chart: page.chart
            height: plot.plotArea.height
            visible: plot.visible && board.width >= 560
            x: plot.plotArea.x + plot.plotArea.width + plot.curveAxis
            y: plot.plotArea.y
        }
        AppText {
            color: Theme.muted
            height: plot.plotArea.height
            horizontalAlignment: Text.AlignHCenter
            objectName: "chartBeginning"
            text: page.beginningText
            verticalAlignment: Text.AlignVCenter
            visible: plot.visible && text.length > 0 && page.chart.window.last - page.chart.window.first < 60000
            width: Math.min(plot.plotArea.width - 2 * Theme.s3, 640)
            wrapMode: Text.Wrap
            x: plot.plotArea.x + Math.round((plot.plotArea.width - width) / 2)
            y: plot.plotArea.y
        }
        LazyDialog {
            file: "LevelExportDialog.qml"
            properties: ({ exporter: page.chart.exporter, paths: page.paths, plot: plot })
            wanted: page.chart.exporter.isOpen
        }
        AppText {
            anchors.fill: parent
            color: Theme.muted
            horizontalAlignment: Text.AlignHCenter
            objectName: "chartEmpty"
            text: page.chart.emptyText
            verticalAlignment: Text.AlignVCenter
            visible: page.chart.isEmpty
            wrapMode: Text.Wrap
        }
    }
    LevelChartOverview {
        Layout.fillWidth: true
        Layout.leftMargin: plot.plotArea.x
        Layout.preferredHeight: 48
        Layout.rightMargin: plot.gutter + plot.curveAxis
        chart: page.chart
        visible: page.height >= 320 && plot.visible
    }
}
