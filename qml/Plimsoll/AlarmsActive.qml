// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Plimsoll.Controls
import Plimsoll.Theme
import Plimsoll.ViewModels

// The alarms that stand, worst first, each with what can be done about it.
ListView {
    id: list

    required property AlarmsViewModel alarms

    Accessible.name: qsTr("Active alarms")
    Accessible.role: Accessible.List
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    implicitHeight: 120
    model: alarms.active
    objectName: "activeAlarms"
    spacing: Theme.s2

    T.ScrollBar.vertical: AppScrollBar {}

    delegate: AlarmRow {
        alarms: list.alarms
        width: list.width - 12
    }

    AppText {
        anchors.centerIn: parent
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
        objectName: "activeAlarmsEmpty"
        text: qsTr("Nothing calls for you. Levels and prices are watched, and an alarm will stand here until you have seen it.")
        visible: list.count === 0
        width: Math.min(parent.width - 2 * Theme.s3, 460)
        wrapMode: Text.Wrap
    }
}
