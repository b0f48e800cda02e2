// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.Theme
import Plimsoll.ViewModels

// What the chart of levels counts, and how much time it shows. `space`: how wide it may get; what does not fit is left out, the least needed first.
Row {
    id: tools

    required property HistoryViewModel history
    property real space: Infinity
    property bool rangeShown: true

    objectName: "levelChartTools"
    spacing: Theme.s2

    ChoiceBar {
        accessibleName: qsTr("Vertical axis")
        chosen: tools.history.chart.axisIndex
        height: 32
        model: tools.history.chart.axisNames
        objectName: "chartAxis"
        visible: tools.space >= implicitWidth + (range.wanted ? range.implicitWidth + tools.spacing : 0)

        onPicked: index => tools.history.chart.axisIndex = index
    }
    ChoiceBar {
        id: range

        readonly property bool wanted: tools.rangeShown && tools.space >= implicitWidth

        accessibleName: qsTr("Time range")
        chosen: tools.history.chart.range
        height: 32
        model: tools.history.rangeNames
        objectName: "historyRange"
        visible: wanted

        onPicked: index => tools.history.chart.range = index
    }
}
