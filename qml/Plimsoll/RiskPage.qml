// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Theme
import Plimsoll.ViewModels

// What could happen and what helps: moves of prices, how likely they are, the ways out, the other margin mode, and crashes of the past.
ColumnLayout {
    id: page

    required property AppViewModel app
    required property Dock dock // knows which part is seen, and shows the choice where it has room
    readonly property int part: dock.riskPart
    readonly property bool choosesPart: !dock.roomy
    readonly property bool mapBesideCurve: width >= 1340

    objectName: "riskPage"
    spacing: Theme.s2

    // Two parts show the map of two prices.
    Binding {
        property: "active"
        target: page.app.heatMap
        value: page.visible && (page.part === RiskParts.HeatMap || page.part === RiskParts.Stress && page.mapBesideCurve)
    }
    RiskParts {
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        currentIndex: page.part
        objectName: page.choosesPart ? "riskParts" : ""
        visible: page.choosesPart

        onActivated: index => page.dock.riskPart = index
    }
    StackLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        currentIndex: page.part

        LazyPart {
            file: "StressPage.qml"
            properties: ({
                layout: page.app.layout,
                map: page.app.heatMap,
                mapBesideCurve: Qt.binding(() => page.mapBesideCurve),
                moves: page.app.moves,
                paths: page.app.paths,
                stress: page.app.stress
            })
            wanted: page.part === RiskParts.Stress
        }
        LazyPart {
            file: "HeatMapPage.qml"
            properties: ({ layout: page.app.layout, map: page.app.heatMap })
            wanted: page.part === RiskParts.HeatMap
        }
        LazyPart {
            file: "ChancePage.qml"
            properties: ({ chance: page.app.chance, layout: page.app.layout, paths: page.app.paths })
            wanted: page.part === RiskParts.Chance
        }
        LazyPart {
            file: "WaysOutPage.qml"
            properties: ({ app: page.app })
            wanted: page.part === RiskParts.WaysOut
        }
        LazyPart {
            file: "TwinPage.qml"
            properties: ({ layout: page.app.layout, twins: page.app.twins })
            wanted: page.part === RiskParts.Twin
        }
        LazyPart {
            file: "ReplayPage.qml"
            properties: ({ layout: page.app.layout, paths: page.app.paths, replay: page.app.replay })
            wanted: page.part === RiskParts.Replay
        }
    }
}
