// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Theme
import Plimsoll.ViewModels

// What could happen and what helps: moves of prices, how likely they are, the ways out, the other margin mode, and crashes of the past.
ColumnLayout {
    id: page

    required property AppViewModel app
    property int part: 0
    property bool choosesPart: true // else somebody else shows the choice

    signal partWanted(int part)

    objectName: "riskPage"
    spacing: Theme.s2

    Binding { target: page.app.heatMap; property: "active"; value: heatMapPage.visible || stressPage.wantsMap }

    RiskParts {
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        currentIndex: page.part
        objectName: page.choosesPart ? "riskParts" : ""
        visible: page.choosesPart

        onActivated: index => page.partWanted(index)
    }
    StackLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        currentIndex: page.part

        StressPage {
            id: stressPage
            layout: page.app.layout
            map: page.app.heatMap
            moves: page.app.moves
            paths: page.app.paths
            stress: page.app.stress
        }
        HeatMapPage { id: heatMapPage; layout: page.app.layout; map: page.app.heatMap }
        ChancePage { chance: page.app.chance; layout: page.app.layout; paths: page.app.paths }
        WaysOutPage { app: page.app }
        TwinPage { layout: page.app.layout; twins: page.app.twins }
        ReplayPage { layout: page.app.layout; paths: page.app.paths; replay: page.app.replay }
    }
}
