// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// What stands, what happened, and a person's own alarms.
ColumnLayout {
    id: page

    required property AppViewModel app
    readonly property AlarmsViewModel alarms: app.alarms

    objectName: "alarmsPage"
    spacing: Theme.s3

    Connections {
        target: page.alarms

        function onPageWanted() { parts.currentIndex = 0 }
    }
    Item {
        readonly property bool roomy: width >= parts.width + buttons.width + Theme.s3

        Layout.fillWidth: true
        implicitHeight: roomy ? parts.height : parts.height + Theme.s2 + buttons.height

        SegmentedControl {
            id: parts
            accessibleName: qsTr("Part of the alarms")
            height: 36
            model: [qsTr("Active"), qsTr("History"), qsTr("Own alarms")]
            objectName: "alarmParts"
            width: implicitWidth
        }
        Row {
            id: buttons
            anchors { bottom: parent.bottom; right: parent.right }
            spacing: Theme.s2

            AppButton {
                objectName: "alarmDrill"
                text: qsTr("Fire drill…")
                visible: parts.currentIndex === 0

                onClicked: page.app.drill.open()
            }
            AppButton {
                objectName: "alarmChannels"
                text: qsTr("Channels…")
                visible: parts.currentIndex === 0

                onClicked: page.app.settings.openAlarms()
            }
            AppButton {
                objectName: "alarmAcknowledgeAll"
                text: qsTr("Acknowledge all")
                visible: parts.currentIndex === 0 && page.alarms.unacknowledged > 1

                onClicked: page.alarms.acknowledgeAll()
            }
            AppButton {
                enabled: page.alarms.history.rows.count > 0
                objectName: "alarmExport"
                text: qsTr("Export…")
                visible: parts.currentIndex === 1

                onClicked: page.alarms.history.openExport()
            }
            AppButton {
                objectName: "alarmAdd"
                text: qsTr("Add alarm…")
                visible: parts.currentIndex === 2

                onClicked: page.app.rules.openNew("")
            }
        }
    }
    StackLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumWidth: 0
        currentIndex: parts.currentIndex

        AlarmsActive { id: active; alarms: page.alarms }
        AlarmsHistory { id: past; history: page.alarms.history }
        AlarmsOwn { id: own; rules: page.app.rules }
    }
    KeptScroll { layout: page.app.layout; pane: WindowLayout.ActiveAlarms; view: active }
    KeptScroll { layout: page.app.layout; pane: WindowLayout.AlarmHistory; view: past.steps }
    KeptScroll { layout: page.app.layout; pane: WindowLayout.OwnAlarms; view: own }
}
