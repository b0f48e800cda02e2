// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Plimsoll.ViewModels

// The level of one account over moves of prices, with its two bars and a cursor.
RiskChart {
    id: view

    required property StressViewModel stress

    Accessible.description: stress.atText
    Accessible.name: qsTr("Margin level against the move of prices")
    firstX: -50
    hasCursor: true
    lastX: 50
    objectName: "stressCurve"
    xFormat: "%.0f %" // with a sign, or escaped, Qt Charts writes nothing, or both signs
    xTicks: 5

    Component.onCompleted: view.show()

    Connections {
        target: view.stress

        function onCurveChanged() { view.show() }
    }

    function show(): void {
        view.lowest = view.stress.lowestLevel
        view.highest = view.stress.highestLevel
        view.callLevel = view.stress.callLevel
        view.liquidationLevel = view.stress.liquidationLevel
        view.line = view.stress.curve
        view.cursor = view.stress.shock
        view.draw()
    }
}
