// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Level over time, risk, what if, prices, journal, alarms below the accounts. It folds to its tabs and can take the whole page; each page is made when it
// is first seen.
Rectangle {
    id: dock

    enum Tab { Level, Risk, WhatIf, Prices, Journal, Alarms }

    required property AppViewModel app
    required property bool folded // nothing but the tabs is shown
    required property bool enlarged
    readonly property bool isAboutAnAccount: bar.currentIndex === Dock.Level || bar.currentIndex === Dock.Risk
    required property bool detached // in a window of its own
    property bool canFold: true
    property int riskPart: 0
    readonly property bool roomy: bar.contentWidth + parts.implicitWidth + 2 * edge + 150 <= width // for the parts beside the tabs
    readonly property alias tabsHeight: head.height
    readonly property real edge: width >= 700 ? Theme.s4 : Theme.s3

    signal foldWanted(bool folded)
    signal enlargeWanted(bool enlarged)
    signal detachWanted(bool detached)

    color: Theme.surface
    objectName: "dock"

    Component.onCompleted: dock.riskPart = Math.min(dock.app.layout.riskPart, RiskParts.Replay)
    onRiskPartChanged: dock.app.layout.riskPart = dock.riskPart

    // The one way to a tab: from the keys, from elsewhere in the window, by a press.
    function show(tab: int): void {
        bar.setCurrentIndex(tab)
        dock.foldWanted(false)
    }

    Connections {
        target: dock.app.alarms

        function onPageWanted() { dock.show(Dock.Alarms) }
    }
    Connections {
        target: dock.app

        function onWhatIfWanted() { dock.show(Dock.WhatIf) }
    }
    Item {
        id: head
        height: bar.implicitHeight
        width: dock.width

        Rectangle {
            anchors { bottom: parent.bottom; left: parent.left; right: parent.right }
            color: Theme.line
            height: Theme.hairline
        }
        AppTabBar {
            id: bar
            anchors { left: parent.left; leftMargin: dock.edge; right: tools.left; rightMargin: Theme.s2 }
            objectName: "tabBar"
            spacing: dock.width >= 560 ? 28 : 8

            Component.onCompleted: bar.setCurrentIndex(Math.min(dock.app.layout.tab, bar.count - 1))
            onCurrentIndexChanged: dock.app.layout.tab = bar.currentIndex

            AppTabButton { objectName: "tabLevel"; text: dock.width >= 560 ? qsTr("Level over time") : qsTr("Level"); onClicked: dock.foldWanted(false) }
            AppTabButton { objectName: "tabRisk"; text: qsTr("Risk"); onClicked: dock.foldWanted(false) }
            AppTabButton { objectName: "tabWhatIf"; text: qsTr("What if"); onClicked: dock.foldWanted(false) }
            AppTabButton { objectName: "tabPrices"; text: qsTr("Prices"); onClicked: dock.foldWanted(false) }
            AppTabButton { objectName: "tabJournal"; text: qsTr("Journal"); onClicked: dock.foldWanted(false) }
            AppTabButton { objectName: "tabAlarms"; text: qsTr("Alarms"); onClicked: dock.foldWanted(false) }
        }
        RowLayout {
            id: tools
            anchors { right: parent.right; rightMargin: dock.edge - 8; verticalCenter: parent.verticalCenter }
            spacing: Theme.s1

            RiskParts {
                id: parts
                Layout.preferredHeight: 32
                Layout.rightMargin: Theme.s2
                currentIndex: dock.riskPart
                objectName: dock.roomy ? "riskParts" : ""
                visible: bar.currentIndex === Dock.Risk && !dock.folded && dock.roomy

                onActivated: index => dock.riskPart = index
            }
            LevelChartTools {
                Layout.rightMargin: Theme.s2
                history: dock.app.history
                rangeShown: !dock.app.isExample
                space: dock.width - bar.contentWidth - 2 * dock.edge - 140
                visible: bar.currentIndex === Dock.Level && !dock.folded
            }
            IconButton {
                iconName: dock.folded ? "chevronUp" : "chevronDown"
                objectName: "dockFold"
                text: dock.folded ? qsTr("Show this page") : qsTr("Fold to the tabs")
                visible: dock.canFold && !dock.enlarged

                onClicked: dock.foldWanted(!dock.folded)
            }
            IconButton {
                iconName: dock.detached ? "shrink" : "detach"
                objectName: "dockDetach"
                text: dock.detached ? qsTr("Back into the main window (Ctrl+Shift+D)") : qsTr("In a window of its own (Ctrl+Shift+D)")
                visible: !dock.enlarged && dock.width >= 560

                onClicked: dock.detachWanted(!dock.detached)
            }
            IconButton {
                iconName: dock.enlarged ? "shrink" : "enlarge"
                objectName: "dockEnlarge"
                text: dock.enlarged ? qsTr("Back to the accounts (Ctrl+Shift+M)") : qsTr("Show this page large (Ctrl+Shift+M)")

                visible: !dock.detached

                onClicked: dock.enlargeWanted(!dock.enlarged)
            }
        }
    }
    StackLayout {
        anchors { bottom: parent.bottom; left: parent.left; margins: dock.edge; right: parent.right; top: head.bottom; topMargin: 12; bottomMargin: 12 }
        currentIndex: bar.currentIndex
        visible: !dock.folded

        LazyPart {
            file: "LevelChart.qml"
            properties: ({
                beginningText: dock.app.isExample ? qsTr("The story begins here. Play it, or go on with Next day: the levels become lines.") : "",
                endLabel: Qt.binding(() => dock.app.example?.dayTitle ?? ""),
                history: dock.app.history,
                paths: dock.app.paths,
                startLabel: dock.app.isExample ? qsTr("Day N") : ""
            })
            wanted: bar.currentIndex === Dock.Level && !dock.folded
        }
        LazyPart {
            file: "RiskPage.qml"
            properties: ({ app: dock.app, dock: dock })
            wanted: bar.currentIndex === Dock.Risk && !dock.folded
        }
        LazyPart {
            file: "WhatIfPage.qml"
            properties: ({ layout: dock.app.layout, whatIf: dock.app.whatIf })
            wanted: bar.currentIndex === Dock.WhatIf && !dock.folded
        }
        LazyPart {
            file: "PricesPage.qml"
            properties: ({ app: dock.app })
            wanted: bar.currentIndex === Dock.Prices && !dock.folded
        }
        LazyPart {
            file: "JournalPage.qml"
            properties: ({ app: dock.app })
            wanted: bar.currentIndex === Dock.Journal && !dock.folded
        }
        LazyPart {
            file: "AlarmsPage.qml"
            properties: ({ app: dock.app })
            wanted: bar.currentIndex === Dock.Alarms && !dock.folded
        }
    }
}
