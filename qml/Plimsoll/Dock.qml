// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// Level over time, prices, journal, alarms; Ctrl+J shows the journal, Ctrl+L the alarms.
ColumnLayout {
    id: tabs

    required property AppViewModel app

    objectName: "bottomTabs"
    spacing: Theme.s3

    Shortcut {
        sequence: "Ctrl+J"

        onActivated: bar.setCurrentIndex(2)
    }
    Shortcut {
        sequence: "Ctrl+L"

        onActivated: bar.setCurrentIndex(3)
    }
    Connections {
        target: tabs.app.alarms

        function onPageWanted() { bar.setCurrentIndex(3) }
    }
    Item {
        Layout.fillWidth: true
        implicitHeight: bar.implicitHeight

        AppTabBar {
            id: bar
            anchors.fill: parent
            objectName: "tabBar"

            AppTabButton { objectName: "tabLevel"; text: qsTr("Level over time") }
            AppTabButton { objectName: "tabPrices"; text: qsTr("Prices") }
            AppTabButton { objectName: "tabJournal"; text: qsTr("Journal") }
            AppTabButton { objectName: "tabAlarms"; text: qsTr("Alarms") }
        }
        LevelChartTools {
            anchors { right: parent.right; verticalCenter: parent.verticalCenter; verticalCenterOffset: -4 }
            history: tabs.app.history
            rangeShown: !tabs.app.isExample
            space: tabs.width - bar.contentWidth - Theme.s3
            visible: bar.currentIndex === 0
        }
    }
    StackLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumWidth: 0 // the widest page must not stretch the others
        currentIndex: bar.currentIndex

        LevelChart {
            endLabel: tabs.app.example?.dayTitle ?? ""
            history: tabs.app.history
            startLabel: tabs.app.isExample ? qsTr("Day N") : ""
        }
        PricesPage { app: tabs.app }
        JournalPage { app: tabs.app }
        AlarmsPage { app: tabs.app }
    }
}
