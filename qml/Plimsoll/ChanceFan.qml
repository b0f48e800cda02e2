// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.ViewModels

// Where the level of one account may go: bands of the simulated paths over time, the middle, and the two bars.
RiskChart {
    id: view

    required property ChanceResults results

    Accessible.description: results.fanText
    Accessible.name: qsTr("Where the margin level may go")
    firstX: 0
    levels: results.levels
    lineStyle: Qt.DashLine
    marks: results.times
    objectName: "chanceFan"

    Component.onCompleted: view.show()

    Connections {
        target: view.results

        function onFanChanged() { view.show() }
    }

    function show(): void {
        view.lastX = view.results.days
        view.lowest = view.results.lowestLevel
        view.highest = view.results.highestLevel
        view.callLevel = view.results.callLevel
        view.liquidationLevel = view.results.liquidationLevel
        const bands = []
        for (let i = 0; i < 3; ++i)
            bands.push({ lower: view.results.quantile(i), upper: view.results.quantile(6 - i) })
        view.bands = bands
        view.line = view.results.quantile(3)
        view.draw()
    }
}
